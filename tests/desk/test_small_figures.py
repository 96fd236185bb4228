"""Figures below five: whole for whoever may read what was counted or serves in the body, veiled for who supervises from
outside; those that were printed stay as long as the records say the same."""

from datetime import UTC, date, datetime

import pytest

from baro.desk import permission
from baro.desk.article import PUBLISHED, figures_for
from baro.desk.by import by_program
from baro.desk.petitions import conclude_petitions, receive_petitions
from baro.records.models import MeasureRow
from baro.rules.counted.small_counts import Veil
from baro.rules.observed.petitions import Petition, PetitionKind
from baro.rules.prescribed.places.city import CITY, LAND_OFFICE, RESOURCES
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.scopes import open_matters_of
from baro.rules.prescribed.policy.standing import Grant, Standing
from channels.web.organisation.office import hanoi

pytestmark = pytest.mark.django_db
AT, KEEPER = datetime(2024, 4, 25, 2, tzinfo=UTC), by_program("k")
DAY = date(2024, 3, 4)
TOTAL, CONCLUDED, VERIFYING = "complaints.total", "complaints.concluded", "complaints.verifying"


def figures(role: Role, unit: str) -> dict:
    standing = Standing(person="an", grants=(Grant(role=role, unit=unit),))
    return figures_for(permission.asker_of(standing, at=AT))


def complaints(concluded: int, verifying: int) -> None:
    """So many complaints of the department, some concluded."""
    hanoi()
    made = [
        Petition(id=f"p{n}", unit=RESOURCES, code=str(n), kind=PetitionKind.COMPLAINT, received_on=DAY, handler="")
        for n in range(concluded + verifying)
    ]
    receive_petitions(made, KEEPER, AT)
    scope = open_matters_of("petition")
    conclude_petitions([(f"p{n}", DAY) for n in range(concluded)], scope, KEEPER, AT)


def measures(count: int) -> None:
    for n in range(count):
        MeasureRow.objects.whole().create(
            id=f"m{n}", unit=LAND_OFFICE, kind="lesson_review", state="proposed", taken_on=date(2023, 5, 5),
            counts_on=date(2023, 5, 5),
        )  # fmt: skip


@pytest.mark.parametrize("role", [Role.COUNCIL_MEMBER, Role.COUNCIL_SECRETARIAT, Role.TTHC_CONTROL])
def test_who_reads_no_complaint_is_told_fewer_than_five_and_cannot_subtract(role):
    complaints(concluded=9, verifying=3)
    told = figures(role, CITY)
    assert (told[TOTAL], told[CONCLUDED], told[VERIFYING]) == (12, Veil.WITHHELD, Veil.SMALL)


@pytest.mark.parametrize(
    ("role", "unit"), [(Role.UNIT_HEAD, RESOURCES), (Role.UNIT_HEAD, CITY), (Role.DIVISION_HEAD, RESOURCES)]
)
def test_who_reads_the_complaints_is_told_whole(role, unit):
    complaints(concluded=9, verifying=3)
    told = figures(role, unit)
    assert (told[TOTAL], told[CONCLUDED], told[VERIFYING]) == (12, 9, 3)


def test_many_are_told_to_everybody():
    complaints(concluded=9, verifying=6)
    told = figures(Role.COUNCIL_MEMBER, CITY)
    assert (told[TOTAL], told[CONCLUDED], told[VERIFYING]) == (15, 9, 6)


@pytest.mark.parametrize(("count", "told"), [(6, 6), (5, 5), (4, Veil.SMALL), (1, Veil.SMALL)])
def test_a_printed_figure_stays_and_another_small_one_does_not(count, told):
    hanoi()
    measures(count)
    assert PUBLISHED["lessons_reviews"] == 6
    assert figures(Role.COUNCIL_MEMBER, CITY)["lessons_reviews"] == told


def test_a_supervisor_whose_grant_names_the_body_is_outside_all_the_same():
    complaints(concluded=9, verifying=3)
    assert figures(Role.COUNCIL_MEMBER, RESOURCES)[VERIFYING] == Veil.SMALL


def test_what_everybody_in_the_authority_may_read_is_never_veiled():
    hanoi()
    told = figures(Role.COUNCIL_MEMBER, CITY)
    assert (told["processes.district"], told["inspections"]) == (0, 0)
