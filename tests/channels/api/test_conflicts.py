"""Contradictions of deliveries read, weighed and settled by programs, as on the page; nobody makes a figure better alone."""

from datetime import UTC, datetime

import pytest

from app.deliveries import AT, bring
from baro.channels.api.v1 import conflicts as pages
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.permission import asker_of
from baro.desk.two_persons import approve
from baro.records.models import ImportAdoption, ImportConflict, LedgerEntry, ProposalRow
from baro.records.queries.access import standing_of
from baro.rules.judged.deadlines.classes import TimeClass
from channels.api.test_questions import Program, code
from channels.web.imports.people import person
from desk.test_settling import held, later, rows

KEEPER = by_program("goc")
WHY = "Bên gửi đã đính chính"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    person("goc", "tthc_control", "b-so")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)


@pytest.fixture
def control(client):
    return Program(client, "tthc_control")


def contradicted(folder, first, second) -> list[str]:
    bring(folder, "mot", first, KEEPER)
    bring(folder, "hai", second, KEEPER)
    return list(ImportConflict.objects.order_by("dossier", "id").values_list("id", flat=True))


def settled(ids, choice: str, **more) -> dict:
    return {"conflicts": ids, "choice": choice, "reason": WHY} | more


def moved(told):
    """The same steps, each of the first dossier three days before."""
    return [[cell.replace("04/03", "01/03").replace("05/03", "02/03") for cell in row] for row in told]


def approved() -> None:
    """A second person approves what was proposed, on the page: no address of the API does."""
    person("chi", "inspection_lead")
    asker = asker_of(standing_of("p-chi"), at=datetime.now(UTC))  # noqa: TID251
    for proposal in ProposalRow.objects.all():
        approve(proposal.id, asker, asker.at)


def test_what_waits_is_listed_with_both_tellings_and_ours_is_kept(control, tmp_path):
    (one,) = contradicted(tmp_path, rows(), later(rows))
    told = control.get("conflicts").json()
    (line,) = told["items"]
    assert (told["count"], line["id"], line["source"], line["proposal"]) == (1, one, "mot-cua", "none")
    assert (line["ours"]["at"], line["theirs"]["at"]) == ("2024-03-08T02:00:00.000Z", "2024-03-15T02:00:00.000Z")
    before = LedgerEntry.objects.filter(stream="import_source/mot-cua").count()
    for _ in range(2):
        answer = control.post("conflicts/settle", settled([one], "ours"))
        assert (answer.status_code, answer.json()) == (
            200,
            {"items": [{"id": one, "outcome": "kept", "proposal": "none"}], "waits": 0},
        )
    assert LedgerEntry.objects.filter(stream="import_source/mot-cua").count() == before + 1
    assert control.get("conflicts").json()["count"] == 0
    again = control.post("conflicts/settle", settled([one], "ours"), "lan-nua-1")
    assert code(again) == (404, "import.no_conflict")


def test_theirs_is_weighed_then_taken_over_once(control, tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    weighed = control.post("conflicts/weigh", {"conflicts": ids}).json()
    (effect,) = weighed["effects"]
    assert (effect["time_class"], effect["improves"], weighed["ready"]) == (["early", "late"], False, ids)
    assert held().time_class == TimeClass.EARLY
    for _ in range(2):
        answer = control.post("conflicts/settle", settled(ids, "theirs"))
        assert (answer.status_code, answer.json()["items"][0]["outcome"]) == (200, "adopted")
    assert (held().time_class, ImportAdoption.objects.count()) == (TimeClass.LATE, 1)
    other = control.post("conflicts/settle", settled(ids, "theirs", reason="khác"))
    assert code(other) == (409, "api.other_request")


def test_what_makes_a_figure_better_waits_for_a_second_person(control, tmp_path):
    ids = contradicted(tmp_path, later(rows), rows())
    for _ in range(2):
        answer = control.post("conflicts/settle", settled(ids, "theirs"))
        assert (answer.status_code, answer.json()) == (
            202,
            {"items": [{"id": ids[0], "outcome": "open", "proposal": "proposed"}], "waits": 1},
        )
    assert (held().time_class, ProposalRow.objects.count()) == (TimeClass.LATE, 1)
    (line,) = control.get("conflicts").json()["items"]
    assert (line["proposal"], line["is_mine"]) == ("proposed", True)
    approved()
    assert control.get("conflicts").json()["items"][0]["proposal"] == "approved"
    done = control.post("conflicts/settle", settled(ids, "theirs"), "sau-duyet-1")
    assert (done.status_code, done.json()["waits"], held().time_class) == (200, 0, TimeClass.EARLY)


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"reason": "  "}, 422, "import.no_reason"),
        ({"conflicts": []}, 422, "import.none_chosen"),
        ({"conflicts": ["khong-co"]}, 404, "import.no_conflict"),
        ({"choice": "cả hai"}, 422, "api.malformed"),
    ],
)
@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_what_the_page_refuses_the_api_refuses(control, tmp_path, choice, more, status, refusal):
    ids = contradicted(tmp_path, rows(), later(rows))
    assert code(control.post("conflicts/settle", settled(ids, choice) | more)) == (status, refusal)
    assert ImportConflict.objects.get().settled_at is None


def test_another_body_neither_sees_nor_settles(control, client, tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    other = Program(client, "tthc_control", "b-huyen")
    assert other.get("conflicts").json() == {"count": 0, "items": [], "next": ""}
    assert code(other.get("conflicts?nguon=mot-cua")) == (404, "import.no_source")
    for choice in ("ours", "theirs"):
        assert code(other.post("conflicts/settle", settled(ids, choice), f"khac-{choice}"))[1] == "import.no_source"
    assert code(Program(client, "clerk").post("conflicts/settle", settled(ids, "ours"))) == (403, "access.denied")
    assert ImportConflict.objects.get().settled_at is None


def test_page_after_page_tells_each_once(control, tmp_path, monkeypatch):
    ids = contradicted(tmp_path, rows(), moved(rows()))
    assert len(ids) > 1
    monkeypatch.setattr(pages, "PAGE", 1)
    found, address = [], "conflicts"
    while True:
        told = control.get(address).json()
        found += [one["id"] for one in told["items"]]
        if not told["next"]:
            break
        address = f"conflicts{told['next']}"
    assert (found, told["count"]) == (ids, len(ids))
    assert code(control.get("conflicts?sau=khong-co")) == (404, "import.no_conflict")
    assert code(control.get("conflicts?lạ=1"))[0] == 422


def test_another_performer_is_told_as_both_tell_it(control, tmp_path):
    told = [[*row[:4], "Bình", *row[5:]] for row in rows()]
    contradicted(tmp_path, rows(), told)
    line = control.get("conflicts").json()["items"][0]
    assert (line["ours"]["actor"], line["theirs"]["actor"], line["hidden"]) == ("An", "Bình", [])
