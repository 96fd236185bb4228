"""Who may bring data in, and for whom: asked at the desk, whatever door somebody comes by."""

from datetime import UTC, datetime

import pytest

from app.bad_files import TIME, good_rows
from app.deliveries import bring, check
from baro.desk.api_keys import issue_key, revoke_key
from baro.desk.by import by_job, by_program
from baro.desk.import_sources import Description, describe_source, unit_named
from baro.desk.imports import receive
from baro.desk.permission import asker_of, scope
from baro.desk.settling import keep_ours
from baro.records.models import Dossier, ImportConflict, ImportSource
from baro.records.queries.access import standing_of
from baro.rules.prescribed.refusals import Refused
from channels.web.imports.people import AT, person

KEEPER = by_program("goc")
LATER = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_home(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()


@pytest.fixture
def people():
    """A controller of the body whose the source is, and one of another body."""
    person("lan", "tthc_control", "b-so")
    person("minh", "tthc_control", "b-huyen")
    person("may", "api_client", "b-huyen")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    return {name: by_job(f"p-{name}", LATER, unit=unit) for name, unit in _UNITS.items()}


_UNITS = {"lan": "b-so", "minh": "b-huyen", "may": "b-huyen"}


def refusal(act, *args, **more) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **more)
    return refused.value.code


def two_that_contradict(folder, by) -> str:
    rows = good_rows()
    bring(folder, "mot", rows, by)
    told = [list(row) for row in rows]
    told[1][TIME] = told[1][TIME][:-8] + "23:59:59"
    bring(folder, "hai", told, by)
    return ImportConflict.objects.values_list("id", flat=True)[0]


@pytest.mark.parametrize("name", ["minh", "may"])
def test_somebody_of_another_body_can_do_nothing_with_a_source_nor_learn_of_it(people, name, tmp_path):
    other = people[name]
    assert refusal(check, tmp_path, "thu", good_rows(), other) == "import.no_source"
    check(tmp_path, "co", good_rows(), people["lan"])
    assert refusal(receive, "co", other, LATER) == "import.no_source"
    assert Dossier.objects.whole().count() == 0


def test_a_contradiction_is_not_settled_by_another_body(people, tmp_path):
    conflict = two_that_contradict(tmp_path, people["lan"])
    assert refusal(keep_ours, [conflict], "đã xem", people["minh"], LATER) == "import.no_source"
    keep_ours([conflict], "đã xem", people["lan"], LATER)
    assert ImportConflict.objects.filter(settled_at=None).count() == ImportConflict.objects.count() - 1


def test_a_source_is_described_for_ones_own_body_alone(people):
    new = Description(code="nguon-moi", name="Mới")
    describe_source(new, people["minh"], LATER)
    assert ImportSource.objects.get(pk="nguon-moi").unit == "b-huyen"
    theirs = Description(code="khac", name="Khác", unit="b-so")
    assert refusal(describe_source, theirs, people["minh"], LATER) in ("access.not_found", "access.denied")
    taken = Description(code="mot-cua", name="Của tôi", unit="b-huyen")
    assert refusal(describe_source, taken, people["minh"], LATER) == "import.source_taken"
    assert refusal(describe_source, new, people["may"], LATER) in ("access.not_found", "access.denied")


def test_dossiers_belong_to_the_body_of_their_source_and_are_seen_there_alone(people, tmp_path):
    bring(tmp_path, "mot", good_rows(), people["lan"])
    assert set(Dossier.objects.whole().values_list("body", flat=True)) == {"b-so"}
    seen = {
        name: Dossier.objects.within(scope(asker_of(standing_of(f"p-{name}"), at=LATER), "dossier.read")).count()
        for name in ("lan", "minh")
    }
    assert seen == {"lan": Dossier.objects.whole().count(), "minh": 0}


def test_a_source_that_received_keeps_its_body(people, tmp_path):
    moved = Description(code="mot-cua", name="Một cửa", unit="b-huyen")
    describe_source(moved, KEEPER, LATER)
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, LATER)
    bring(tmp_path, "mot", good_rows(), people["lan"])
    assert refusal(describe_source, moved, KEEPER, LATER) == "import.unit_fixed"
    describe_source(Description(code="mot-cua", name="Tên mới"), people["lan"], LATER)
    assert ImportSource.objects.get().unit == "b-so"


def test_a_body_is_named_by_its_code_or_id_and_must_be_there():
    person("lan", "tthc_control", "b-so")
    assert unit_named("b-so", LATER) == "b-so"
    assert refusal(unit_named, "b-khong-co", LATER) == "import.no_unit"


def test_keys_are_given_and_taken_by_those_who_may_grant(people):
    assert refusal(issue_key, "may", people["lan"], LATER, unit="b-so") in ("access.not_found", "access.denied")
    issued = issue_key("may", KEEPER, LATER)
    assert refusal(revoke_key, issued.id, people["minh"], LATER, unit="b-huyen") in (
        "access.not_found",
        "access.denied",
    )
    revoke_key(issued.id, KEEPER, LATER)
