"""A campaign of review by its pages: begun over the processes of a body, looked at one or many at a time, each by its own body."""

import re

import pytest

from baro.records.models import ProcessRow, ReviewCampaignRow, ReviewResultRow
from baro.records.replay import differences
from channels.web.organisation.office import see, text_of, wrong_fields
from channels.web.processes.test_alike import USUAL, _world, approve, bodies, client_of  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keys(tmp_path):
    (tmp_path / "keys").mkdir()


def form(**said):
    return {
        "name": "Rà soát mẫu", "document": "1/KH", "unit": "Cơ quan b-mot", "begins_on": "05/01/2026", "due_on": "31/12/2099",
        "top": "Cơ quan b-mot", "kinds": ["internal"],
    } | said  # fmt: skip


@pytest.fixture
def campaign(bodies) -> str:  # noqa: F811
    approve(bodies["b-mot"], "b-mot", USUAL, "4 ngày làm việc", name="Việc hai")
    answer = bodies["b-mot"].post("/quy-trinh/ra-soat/mo", form())
    assert answer.status_code == 302, text_of(answer)
    return str(answer["Location"])


def mine() -> list[str]:
    return list(ProcessRow.objects.filter(unit="b-mot").order_by("name").values_list("id", flat=True))


def test_processes_are_looked_at_and_the_register_tells_what_was_done(bodies, campaign):  # noqa: F811
    client, (first, second) = bodies["b-mot"], mine()
    assert "Đã rà soát 0 trên 2 quy trình (0%)" in see(client, campaign)
    assert client.post(campaign, {"chon": [first], "found": "keep", "words": ""}).status_code == 302
    assert "Đã rà soát 1 trên 2 quy trình (50%)" in see(client, campaign)
    assert client.post(campaign, {"chon": [second], "found": "repeal", "words": "Không còn làm."}).status_code == 302
    told = see(client, f"{campaign}?tinh-trang=to_do")
    assert "Không còn làm." in told
    assert (
        client.post(f"/quy-trinh/{second}/het-ap-dung", {"last": "06/01/2026", "decision": "2/QĐ"}).status_code == 302
    )
    assert "1 quy trình." in see(client, f"{campaign}?tinh-trang=carried_out&co-quan=b-mot")
    assert "100%" in see(client, "/quy-trinh/ra-soat/")
    assert b"".join(client.get(f"{campaign}tai-ve?tinh-trang=kept").streaming_content)[:2] == b"PK"
    assert [row for row in differences() if row.facts["table"] in {"review_campaign", "review_result"}] == []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"chon": [], "found": "keep"}, "Chưa chọn quy trình nào."),
        ({"chon": ["khong-co"], "found": "keep"}, "Có quy trình không thuộc đợt rà soát này"),
        ({"found": "amend", "words": " "}, "Xin ghi lý do"),
    ],
)
def test_a_bad_finding_says_why_keeps_what_was_chosen_and_records_nothing(bodies, campaign, said, sentence):  # noqa: F811
    answer = bodies["b-mot"].post(campaign, {"chon": mine()[:1], "words": ""} | said)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not ReviewResultRow.objects.exists()
    if said["found"] == "amend":
        assert re.search(rf'value="{mine()[0]}"[^>]* checked', answer.content.decode())


def test_each_body_answers_for_its_own(bodies, campaign):  # noqa: F811
    other = bodies["b-hai"]
    assert "Chọn" not in see(other, campaign)
    assert other.post(campaign, {"chon": mine(), "found": "keep"}).status_code in (403, 404)
    assert not ReviewResultRow.objects.exists()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"name": ""}, {"name"}), ({"document": " "}, {"document"}), ({"due_on": "04/01/2026"}, {"due_on"}),
        ({"kinds": ["linked"]}, {"top"}), ({"top": "Cơ quan lạ"}, {"top"}),
    ],
)  # fmt: skip
def test_a_bad_campaign_says_where(bodies, said, wrong):  # noqa: F811
    assert set(wrong_fields(bodies["b-mot"].post("/quy-trinh/ra-soat/mo", form(**said)))) == wrong
    assert not ReviewCampaignRow.objects.exists()


def test_who_keeps_no_processes_begins_none(bodies):  # noqa: F811
    assert "Chưa có đợt rà soát nào" in see(bodies["b-mot"], "/quy-trinh/ra-soat/")
    assert bodies["b-mot"].get("/quy-trinh/ra-soat/khong-co/").status_code == 404
    refused = bodies["b-mot"].post("/quy-trinh/ra-soat/mo", form(kinds=[]))
    assert (refused.status_code, "Xin ghi mục này" in text_of(refused)) == (422, True)
