"""A body ends: a preview first, the open items each to a named successor or listed as not handed over."""

from datetime import UTC, date, datetime

import pytest

from baro.records.models import Dossier, LedgerEntry
from baro.records.queries.organisation import bodies, handed_over
from channels.web.organisation.office import replayed_otherwise, see, text_of, wrong_fields

COMMUNE = "hn.ha-bang"
MERGER = {"kind": "merge", "effective_on": "01/01/2027", "successor": "Xã Hòa Lạc", "basis": "NQ 9"}


@pytest.fixture
def dossiers(admin):
    """Three open dossiers of a commune, and one closed."""
    at = datetime(2026, 1, 5, tzinfo=UTC)
    for n in range(4):
        Dossier.objects.whole().create(
            id=f"d-{n}", source="s", body=COMMUNE, code=f"H26.1-260105-000{n}", unit="", received_at=at,
            ended_at=at if n == 3 else None, last_event_at=at, event_count=1, segment="x", place=n, digest="",
            time_class=0, due_source=0, why_not=0, as_of=at, first_batch="b", last_batch="b",
        )  # fmt: skip


def close(client, **said):
    return client.post(f"/to-chuc/don-vi/{COMMUNE}/ket-thuc", MERGER | said)


def test_a_preview_tells_what_would_follow_and_records_nothing(admin, dossiers):
    before = LedgerEntry.objects.count()
    page = text_of(close(admin))
    assert "Xã Hạ Bằng hoạt động đến hết 31/12/2026; từ 01/01/2027: Xã Hòa Lạc. 3 việc đang mở cần bàn giao" in page
    assert "H26.1-260105-0002" in page
    assert "H26.1-260105-0003" not in page
    assert LedgerEntry.objects.count() == before


def test_each_item_goes_to_a_named_successor_or_is_listed(admin, dossiers):
    answer = close(admin, confirm="1", seen="3", decision="01/BB", **{"kind-case": "hn.hoa-lac", "item-case-d-1": ""})
    assert answer.status_code == 302
    assert bodies().last_day(COMMUNE) == date(2026, 12, 31)
    assert sorted((h.id, h.successor) for h in handed_over(COMMUNE)) == [("d-0", "hn.hoa-lac"), ("d-2", "hn.hoa-lac")]
    page = see(admin, f"/to-chuc/don-vi/{COMMUNE}/ban-giao?ngay=01/01/2027")
    assert "1 việc chưa bàn giao, 2 việc đã bàn giao; đơn vị kết thúc 31/12/2026" in page
    later = {"successor": "hn.hoa-lac", "on": "02/01/2027", "decision": "02/BB", "item": "case-d-1"}
    assert admin.post(f"/to-chuc/don-vi/{COMMUNE}/ban-giao/ghi", later).status_code == 302
    assert "cả 3 việc đã bàn giao" in see(admin, f"/to-chuc/don-vi/{COMMUNE}/ban-giao?ngay=02/01/2027")


def test_an_item_that_came_after_the_preview_stops_the_act(admin, dossiers):
    assert "đã thay đổi" in text_of(close(admin, confirm="1", seen="2"))
    assert bodies().last_day(COMMUNE) is None


@pytest.mark.parametrize(
    ("said", "field", "told"),
    [
        ({"successor": "Xã Hạ Bằng"}, "successor", "Có 2 đơn vị"),
        ({"successor": COMMUNE}, "successor", "phải là một đơn vị khác"),
        ({"successor": "Xã Lam Sơn"}, "successor", "chưa có đơn vị kế thừa"),
        ({"effective_on": "01/01/2020"}, "effective_on", "không có đơn vị cũ"),
        ({"successor": ""}, "successor", "Xin ghi"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(admin, said, field, told):
    assert told in wrong_fields(close(admin, **said))[field]


def test_a_split_names_several_heirs_in_one_act(admin, dossiers):
    said = {"kind": "split_part", "whole": "on", "successor": "Xã Hòa Lạc", "successor_2": "Xã Tây Phương"}
    assert "Xã Hòa Lạc, Xã Tây Phương" in text_of(close(admin, **said))
    close(admin, confirm="1", seen="3", **said, **{"kind-case": "hn.tay-phuong"})
    assert set(bodies().mapped(COMMUNE, date(2027, 1, 1)).heirs) == {"hn.hoa-lac", "hn.tay-phuong"}
    assert {h.successor for h in handed_over(COMMUNE)} == {"hn.tay-phuong"}


def test_a_dissolution_leaves_every_item_listed_and_somebody_can_still_hand_it_over(admin, dossiers):
    close(admin, kind="dissolve", confirm="1", seen="3")
    assert bodies().last_day(COMMUNE) == date(2026, 12, 31)
    assert "3 việc chưa bàn giao" in see(admin, f"/to-chuc/don-vi/{COMMUNE}/ban-giao?ngay=01/01/2027")
    rest = {"successor": "hn.hoa-lac", "on": "02/01/2027", "all": "1"}
    assert admin.post(f"/to-chuc/don-vi/{COMMUNE}/ban-giao/ghi", rest).status_code == 302
    assert len(handed_over(COMMUNE)) == 3


def test_a_body_with_others_below_it_cannot_end(admin):
    answer = admin.post("/to-chuc/don-vi/hn.vpdkdd/ket-thuc", MERGER | {"successor": "Sở Nội vụ Hà Nội"})
    assert "vẫn còn" in wrong_fields(answer)["effective_on"]


def test_a_function_can_go_while_the_body_stays(admin):
    said = {"kind": "transfer_function", "function": "Chứng thực", "confirm": "1", "seen": "0"}
    assert close(admin, **said).status_code == 302
    assert bodies().last_day(COMMUNE) is None
    assert "chuyển giao nhiệm vụ cho Xã Hòa Lạc: Chứng thực" in see(admin, f"/to-chuc/don-vi/{COMMUNE}/")


def test_replay_makes_the_same_rows(admin):
    close(admin, confirm="1", seen="0")
    assert replayed_otherwise() == []
