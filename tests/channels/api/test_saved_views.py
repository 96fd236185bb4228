"""Views of the list of dossiers saved, renamed, deleted by their owner's key alone; an address that means nothing is not saved."""

import pytest

from baro.records.models import LedgerEntry, SavedViewRow
from baro.records.replay import differences
from baro.rules.observed.saved_views import MOST
from channels.api.test_questions import Program, code

pytestmark = pytest.mark.django_db
ASKED = "?tinh-trang=xong-tre&cot=hen-tra.ngay-tre"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()


@pytest.fixture
def lan(client):
    return Program(client, "tthc_control")


def save(program: Program, name: str = "Xong trễ", key: str = "luu-lan-1", address: str = ASKED):
    return program.post("saved-views", {"name": name, "address": address}, key)


def names(program: Program) -> list[str]:
    return [one["name"] for one in program.get("saved-views").json()["items"]]


def test_saved_opened_renamed_deleted(lan):
    made, again = save(lan, "  Xong   trễ "), save(lan, "  Xong   trễ ")
    view = made.json()
    assert (made.status_code, view["name"], view["address"], view) == (201, "Xong trễ", ASKED, again.json())
    assert lan.get("saved-views").json()["items"] == [view]
    assert lan.get(f"dossiers{view['address']}").status_code == 200
    here = f"saved-views/{view['id']}"
    assert lan.post(f"{here}/rename", {"name": "Trễ của Sở"}, "doi-ten-1").json()["name"] == "Trễ của Sở"
    gone, still = lan.post(f"{here}/delete", {}, "xoa-lan-1"), lan.post(f"{here}/delete", {}, "xoa-lan-1")
    assert (gone.status_code, gone.json(), still.json()) == (200, {"items": []}, {"items": []})
    assert code(lan.post(f"{here}/delete", {}, "xoa-lan-2")) == (422, "view.deleted_already")
    assert [row for row in differences() if row.facts["table"] == "saved_view"] == []
    body = b"".join(bytes(one.body) for one in LedgerEntry.objects.filter(stream__startswith="view/")).decode()
    assert ("Xong trễ" in body, "xong-tre" in body, '"source":"api"' in body) == (False, False, True)


def test_a_view_is_its_owners_alone(lan, client):
    here = f"saved-views/{save(lan).json()['id']}"
    mai = Program(client, "unit_head")
    assert names(mai) == []
    assert code(mai.post(f"{here}/rename", {"name": "Của tôi"})) == (404, "access.not_found")
    assert code(mai.post(f"{here}/delete", {}, "xoa-lan-1")) == (404, "access.not_found")
    assert code(lan.post("saved-views/khong-co/delete", {}, "xoa-lan-1")) == (404, "access.not_found")
    assert names(lan) == ["Xong trễ"]


def test_a_name_is_taken_once(lan):
    save(lan)
    other = save(lan, "Còn hạn", "luu-lan-2", "?tinh-trang=con-han").json()["id"]
    assert code(save(lan, "xong TRỄ", "luu-lan-3")) == (422, "view.name_taken")
    assert code(lan.post(f"saved-views/{other}/rename", {"name": "Xong trễ"})) == (422, "view.name_taken")
    assert names(lan) == ["Còn hạn", "Xong trễ"]


def test_one_keeps_so_many_and_no_more(lan):
    for k in range(MOST):
        assert save(lan, f"Bộ lọc {k}", f"luu-lan-{k}").status_code == 201
    assert code(save(lan, "Một nữa", "luu-them-1")) == (422, "view.too_many")


@pytest.mark.parametrize(
    ("name", "address", "refusal"),
    [
        (" ", ASKED, "view.no_name"),
        ("x" * 81, ASKED, "view.name_long"),
        ("Trễ", "?tinh-trang=khong-ro", "api.malformed"),
        ("Trễ", "?tinh-trang=qua-han&sau=x", "api.malformed"),
        ("Trễ", "?la=1", "api.malformed"),
        ("Trễ", "?cot=khong-co", "api.malformed"),
        ("Trễ", f"?ma={'x' * 2000}", "api.malformed"),
        ("Trễ", None, "api.malformed"),
        (None, ASKED, "api.malformed"),
    ],
)
def test_what_cannot_be_a_view_is_refused(lan, name, address, refusal):
    assert code(save(lan, name, address=address)) == (422, refusal)
    assert not SavedViewRow.objects.whole().exists()


def test_who_reads_no_dossiers_keeps_no_views(client):
    council = Program(client, "council_member")
    assert code(council.get("saved-views")) == code(save(council)) == (403, "access.denied")
