"""A head of a division has figures of their own: of the units that are the division's by name, and of nothing else that the
deliverer has."""

from datetime import date

import pytest

from baro.channels.wording.structure_address import words_of
from baro.desk import permission
from baro.desk.board import board
from baro.desk.by import by_program
from baro.desk.digitisation import digitisation
from baro.desk.organisation import create_body
from baro.records.models import Account, NameMatchRow
from baro.records.queries.dossier_lists import Asked
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level
from baro.rules.prescribed.structures import Under
from channels.web.imports.people import AT, person
from channels.web.start.test_board import AS_OF, _world, as_, at_moment, links, listed, some_dossiers

__all__ = ["_world"]
pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")
NAMES = {"Phòng Một": "b-1", "Phòng Hai": "b-2"}


@pytest.fixture
def dossiers(_world):
    """Two divisions below the body that delivers; the first has a team. Elsewhere a body delivers too, and writes the same name."""
    for body, parent in (("b-1", "b-so"), ("b-2", "b-so"), ("b-to", "b-1")):
        term = BodyTerm(body=body, code="", name=f"Phòng {body}", level=Level.CITY, parent=parent)
        create_body(BodyKind.DIVISION, term, KEEPER, AT)
    for number, name in enumerate(NAMES):
        mean(number, name, NAMES[name])
    for name, of in (("truong-mot", "b-1"), ("truong-hai", "b-2"), ("truong-to", "b-to")):
        person(name, "division_head", of)
    return some_dossiers()


def asker(name: str) -> permission.Asker:
    return permission.asker(Account.objects.get(username=name), at=AT)


def mean(number: int, name: str, body: str, *, deliverer: str = "b-so", inside: bool = True) -> None:
    NameMatchRow.objects.create(
        id=f"s.{number}", source="s", deliverer=deliverer, kind="unit", name=name, outcome="ours", target=body,
        inside=inside, said_at=AT, said_by="p-goc",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "unit", "body"), [("truong-mot", "Phòng Một", "b-1"), ("truong-hai", "Phòng Hai", "b-2")]
)
def test_the_board_of_a_head_of_a_division_tells_its_units_alone(dossiers, name, unit, body):
    theirs, whole = board(asker(name), None, None, Asked()), board(asker("lan"), None, None, Asked(unit=unit))
    assert (theirs.together, theirs.before, theirs.by_month) == (whole.together, whole.before, whole.by_month)
    assert theirs.standing == whole.standing
    assert theirs.together.received and theirs.standing.pending_late
    assert {one.unit for one in theirs.units} == {unit}
    assert (theirs.base.under.body, theirs.as_of) == (body, whole.as_of)


def test_another_division_is_not_told_of_whatever_is_asked(dossiers):
    who = asker("truong-mot")
    for asked in (Under(body="b-2"), Under(body="b-so"), Under(body="không có")):
        assert board(who, None, None, Asked(under=asked)).base.under.body == "b-1"
    assert {one.unit for one in board(who, None, None, Asked(under=Under(body="b-1"))).units} == {"Phòng Một"}
    assert board(who, None, None, Asked(unit="Phòng Hai")).together.received == 0


def test_a_day_gone_by_is_counted_anew_for_the_division_alone(dossiers):
    until = date(2024, 5, 20)
    theirs, whole = (board(asker(n), None, until, Asked(unit=u)) for n, u in (("truong-mot", ""), ("lan", "Phòng Một")))
    assert theirs.together.received
    assert (theirs.together, theirs.standing) == (whole.together, whole.standing)


def test_a_team_without_a_name_of_its_own_has_no_board(dossiers):
    assert board(asker("truong-to"), None, None, Asked()) is None
    mean(9, "", "b-to")
    assert board(asker("truong-to"), None, None, Asked()) is None


def test_a_name_written_by_one_who_does_not_stand_above_tells_nothing(dossiers):
    mean(9, "Phòng Hai", "b-to", deliverer="b-khac", inside=False)
    assert board(asker("truong-to"), None, None, Asked()) is None


def test_counts_open_dossiers_narrowed_to_the_division(dossiers):
    page = as_("truong-mot").get("/").content.decode()
    found = links(page)
    late = at_moment([d for d in dossiers if d.unit == "Phòng Một"], AS_OF)["ton-qua-han"]
    assert found["ton-qua-han"][0] == len(late)
    assert "thuoc=b-1" in found["ton-qua-han"][1]
    assert listed(as_("lan"), found["ton-qua-han"][1]) == late


def test_digitisation_tells_the_units_of_the_division_alone(dossiers):
    theirs, whole = digitisation(asker("truong-mot")), digitisation(asker("lan"))
    of_unit = next(one for one in whole.units if one.unit == "Phòng Một")
    assert theirs.units == (of_unit,)
    assert theirs.together.months == of_unit.months
    page = as_("truong-mot").get("/so-hoa/").content.decode()
    assert "Chỉ kể các đơn vị của Phòng b-1." in page
    assert "thuoc=b-1" in page


def test_the_address_of_a_part_says_the_part_and_no_more():
    assert words_of(Under(body="b-1", within=frozenset({"b-1"}))) == {"thuoc": "b-1"}
