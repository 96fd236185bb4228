"""Bodies read and recorded by programs, as on the pages: nothing is deleted, a body ends with named successors, once for each
key."""

from datetime import UTC, date, datetime

import pytest

from baro.records.models import Dossier, LedgerEntry
from baro.records.queries.organisation import bodies, handed_over
from channels.api.test_questions import Program, code
from channels.web.organisation.office import hanoi, replayed_otherwise

COMMUNE, HEIR = "hn.ha-bang", "hn.hoa-lac"
NEW = {
    "name": "Phòng  Cải cách", "kind": "division", "level": "city", "parent": "hn.so-noi-vu", "valid_from": "2024-04-25",
    "basis": "QĐ 1/2024",
}  # fmt: skip
MERGER = {"kind": "merge", "effective_on": "2027-01-01", "successors": [HEIR], "basis": "NQ 9"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    hanoi()


@pytest.fixture
def admin(client):
    return Program(client, "business_admin", "hn")


@pytest.fixture
def _dossiers():
    """Three open dossiers of a commune, and one closed."""
    at = datetime(2026, 1, 5, tzinfo=UTC)
    for n in range(4):
        Dossier.objects.whole().create(
            id=f"d-{n}", source="s", body=COMMUNE, code=f"H26.1-260105-000{n}", unit="", received_at=at,
            ended_at=at if n == 3 else None, last_event_at=at, event_count=1, segment="x", place=n, digest="",
            time_class=0, due_source=0, why_not=0, as_of=at, first_batch="b", last_batch="b",
        )  # fmt: skip


def changed(told: dict, **more) -> dict:
    return {name: value for name, value in told.items() if name != "kind"} | more


def test_a_body_is_recorded_once_changed_and_corrected_and_its_past_stays(admin):
    before = LedgerEntry.objects.count()
    made = admin.post("bodies", NEW)
    assert (made.status_code, admin.post("bodies", NEW).json()) == (201, made.json())
    assert LedgerEntry.objects.count() == before + 1
    told = made.json()["body"]
    assert (told["name"], told["kind"], told["parent"]) == ("Phòng Cải cách", "division", "hn.so-noi-vu")
    here = f"bodies/{told['id']}"
    later = changed(NEW, name="Phòng Chuyển đổi số", valid_from="2026-01-01")
    assert [t["name"] for t in admin.post(f"{here}/terms", later, "doi-ten-1").json()["terms"]] == [
        "Phòng Chuyển đổi số",
        "Phòng Cải cách",
    ]
    right = changed(NEW, name="Phòng Cải cách hành chính", valid_to="2025-12-31", reason="Gõ thiếu")
    assert code(admin.post(f"{here}/terms/correct", right | {"reason": " "}, "dinh-chinh")) == (422, "body.no_reason")
    assert admin.post(f"{here}/terms/correct", right, "dinh-chinh").status_code == 200
    assert [t.name for t in bodies().terms_of[told["id"]]] == ["Phòng Cải cách hành chính", "Phòng Chuyển đổi số"]
    assert admin.get(f"{here}?ngay=25/04/2024").json()["body"]["name"] == "Phòng Cải cách hành chính"
    assert replayed_otherwise() == []


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"name": " "}, "body.no_name"),
        ({"code": "4930", "level": "commune"}, "body.code_lost_zeros"),
        ({"code": "mã"}, "body.code_form"),
        ({"parent": "hn.khong-co"}, "access.denied"),
        ({"basis": " "}, "api.malformed"),
        ({"valid_from": "2024-02-31"}, "api.malformed"),
        ({"kind": "hội"}, "api.malformed"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(admin, more, refusal):
    before = LedgerEntry.objects.count()
    assert admin.post("bodies", NEW | more).json()["code"] == refusal
    assert LedgerEntry.objects.count() == before


def test_the_tree_of_a_day_is_listed_page_after_page_and_searched(admin):
    every = {term.body for term in bodies().in_force(date(2026, 1, 5))}
    found, address = [], "bodies?ngay=2026-01-05"
    while address:
        told = admin.get(address).json()
        found += [one["id"] for one in told["items"]]
        address = told["next"] and f"bodies{told['next']}"
    assert (len(found), set(found)) == (told["count"], every)
    assert COMMUNE in {one["id"] for one in admin.get("bodies?tim=ha+bang").json()["items"]}
    for wrong in ("ngay=31/02/2024", "sau=khong-co", "la=1"):
        assert code(admin.get(f"bodies?{wrong}")) == (422, "api.malformed")
    assert code(admin.get("bodies/khong-co")) == (404, "access.not_found")
    assert code(admin.post("bodies/khong-co/terms", changed(NEW))) == (404, "access.not_found")


@pytest.mark.usefixtures("_dossiers")
def test_a_closing_is_previewed_then_recorded_with_each_item_given_by_name(admin):
    before = LedgerEntry.objects.count()
    told = admin.post(f"bodies/{COMMUNE}/closing", MERGER).json()
    assert (told["last"], told["heirs"], told["count"]) == ("2026-12-31", [HEIR], 3)
    assert {one["code"] for one in told["items"]} == {f"H26.1-260105-000{n}" for n in range(3)}
    assert LedgerEntry.objects.count() == before
    asked = MERGER | {
        "seen": 3,
        "decision": "01/BB",
        "give": [{"kind": "case", "successor": HEIR}, {"kind": "case", "id": "d-1"}],
    }
    assert code(admin.post(f"bodies/{COMMUNE}/close", asked | {"seen": 2})) == (422, "handover.items_changed")
    for _ in range(2):
        done = admin.post(f"bodies/{COMMUNE}/close", asked).json()
        assert (done["handed"], done["left"], done["bodies"][0]["body"]["last_day"]) == (2, 1, "2026-12-31")
    assert sorted((one.id, one.successor) for one in handed_over(COMMUNE)) == [("d-0", HEIR), ("d-2", HEIR)]
    ended = admin.get(f"bodies/{COMMUNE}?ngay=2027-01-01").json()
    assert (ended["body"]["is_in_force"], ended["body"]["heirs"]) == (False, [HEIR])
    assert ended["successions"][0]["successor"] == HEIR
    assert replayed_otherwise() == []


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"successors": [COMMUNE]}, "succession.to_itself"),
        ({"successors": ["hn.khong-co"]}, "succession.successor_not_in_force"),
        ({"successors": []}, "api.malformed"),
        ({"successors": [HEIR, "hn.yen-xuan"]}, "api.malformed"),
        ({"effective_on": "2020-01-01"}, "succession.predecessor_not_in_force"),
        ({"kind": "transfer_function"}, "api.malformed"),
        ({"kind": "dissolve"}, "api.malformed"),
        ({"give": [{"kind": "case", "successor": HEIR}]}, "api.malformed"),
    ],
)
def test_a_closing_that_cannot_be_is_refused(admin, more, refusal):
    answer = admin.post(f"bodies/{COMMUNE}/close", MERGER | {"seen": 0} | more)
    assert (answer.status_code, answer.json()["code"]) == (422, refusal)
    assert bodies().last_day(COMMUNE) is None


def test_two_bodies_merge_in_one_act(admin):
    told = MERGER | {"merged": ["hn.thach-that"], "seen": 0}
    seen = admin.post(f"bodies/{COMMUNE}/closing", MERGER | {"merged": ["hn.thach-that"]}).json()
    assert seen["bodies"] == [COMMUNE, "hn.thach-that"]
    admin.post(f"bodies/{COMMUNE}/close", told)
    assert {bodies().last_day(one) for one in seen["bodies"]} == {date(2026, 12, 31)}


def test_who_may_not_record_reads_alone(client, admin):
    head = Program(client, "unit_head", COMMUNE)
    assert head.get(f"bodies/{COMMUNE}").status_code == 200
    for address, told in (
        ("bodies", NEW),
        (f"bodies/{COMMUNE}/terms", changed(NEW)),
        (f"bodies/{COMMUNE}/closing", MERGER),
    ):
        assert code(head.post(address, told)) == (403, "access.denied")
    elsewhere = Program(client, "business_admin", HEIR)
    assert elsewhere.post(f"bodies/{COMMUNE}/close", MERGER | {"seen": 0}).status_code in (403, 404)
    assert bodies().last_day(COMMUNE) is None
