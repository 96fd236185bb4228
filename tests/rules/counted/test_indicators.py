"""Each indicator divides the dossiers that its definition names, and is hidden where they are too few."""

import pytest

from baro.rules.counted.indicators.indicator import HIDDEN_BELOW
from baro.rules.counted.indicators.registry import HEADLINE, INDICATORS, OTHERS
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.kinds import Kind
from rules.counted.counting import YEAR, Dossier, cases_of, date, number

EARLY, ON_TIME, LATE = TimeClass.EARLY, TimeClass.ON_TIME, TimeClass.LATE
WAITING, OVERDUE = TimeClass.PENDING_ON_TIME, TimeClass.PENDING_LATE
BY_KEY = {i.key: i for i in INDICATORS}
DUE = date(2024, 6, 20)  # without pauses; a dossier ends on 01/07/2024 unless it says otherwise

# key: dossiers in the numerator; dossiers in the denominator only; dossiers in neither
CASES = {
    "on_time_rate": (
        [Dossier(EARLY), Dossier(ON_TIME)],
        [Dossier(LATE)],
        [Dossier(WAITING), Dossier(OVERDUE), Dossier(TimeClass.NOT_COMPUTABLE, ended=date(2024, 7, 1))],
    ),
    "on_time_thanks_to_pause": (
        [Dossier(EARLY, plain_due=DUE), Dossier(ON_TIME, plain_due=DUE)],
        [Dossier(ON_TIME, plain_due=date(2024, 7, 1)), Dossier(ON_TIME), Dossier(LATE, plain_due=DUE)],
        [Dossier(WAITING, plain_due=DUE)],
    ),
    "closed_without_result": (
        [Dossier(ended_kind=k) for k in (Kind.REFUSED, Kind.WITHDRAWN, Kind.STOPPED)],
        [Dossier(), Dossier(LATE)],
        [Dossier(WAITING)],
    ),
    "reopened_share": ([Dossier(reopened=True)], [Dossier()], [Dossier(OVERDUE, reopened=True)]),
    "on_time_over_received": (
        [Dossier(EARLY), Dossier(ON_TIME)],
        [Dossier(LATE), Dossier(WAITING), Dossier(OVERDUE)],
        [Dossier(TimeClass.NOT_COUNTED)],
    ),
    "pending_late_share": ([Dossier(OVERDUE)], [Dossier(WAITING), Dossier(TimeClass.NOT_COMPUTABLE)], [Dossier(LATE)]),
    "conforming_share": (
        [Dossier(), Dossier(WAITING, cost=3, told_cost=0)],
        [Dossier(cost=1, told_cost=1)],
        [Dossier(process=-1, cost=-1, told_cost=-1)],
    ),
    "supplemented_share": (
        [Dossier(supplements=1), Dossier(WAITING, supplements=3)],
        [Dossier()],
        [Dossier(TimeClass.NOT_COUNTED, supplements=1)],
    ),
    "apology_coverage": (
        [Dossier(LATE, apologised=True), Dossier(OVERDUE, apologised=True)],
        [Dossier(LATE)],
        [Dossier(apologised=True)],
    ),
    "digitised_results": (
        [Dossier(digitised=True)],
        [Dossier(), Dossier(LATE)],
        [Dossier(ended_kind=Kind.REFUSED, digitised=True), Dossier(WAITING, digitised=True)],
    ),
}


def test_every_indicator_has_its_case():
    assert set(CASES) == set(BY_KEY)
    assert len(BY_KEY) == len(INDICATORS)


@pytest.mark.parametrize("key", CASES)
def test_the_indicator_divides_the_dossiers_of_its_definition(key):
    part, rest, outside = CASES[key]
    figure = BY_KEY[key].over(cases_of([*part * 5, *rest * 5, *outside * 5]))
    assert (figure.numerator, figure.denominator) == (5 * len(part), 5 * (len(part) + len(rest)))
    assert figure.value == len(part) / (len(part) + len(rest))


@pytest.mark.parametrize("key", CASES)
def test_nothing_outside_the_period_is_counted(key):
    part, rest, _ = CASES[key]
    after = cases_of([*part * 5, *rest * 5], (date(2025, 1, 1), date(2025, 12, 31)))
    still_open = [d for d in (*part, *rest) if d.end is None]
    assert BY_KEY[key].over(after).denominator == 5 * len(still_open)
    not_yet = cases_of([*part * 5, *rest * 5], (date(2023, 1, 1), date(2023, 12, 31)))
    assert BY_KEY[key].over(not_yet).denominator == 0


@pytest.mark.parametrize(("dossiers", "value"), [(0, None), (HIDDEN_BELOW - 1, None), (HIDDEN_BELOW, 1.0)])
def test_a_rate_over_fewer_than_five_is_hidden_but_its_numbers_are_told(dossiers, value):
    figure = BY_KEY["on_time_rate"].over(cases_of([Dossier()] * dossiers))
    assert (figure.value, figure.numerator, figure.denominator) == (value, dossiers, dossiers)


def test_a_scope_keeps_other_dossiers_out():
    cases = cases_of([Dossier(unit=0)] * 5 + [Dossier(LATE, unit=1)] * 5)
    assert BY_KEY["on_time_rate"].over(cases, cases.unit == 1).value == 0.0
    assert BY_KEY["on_time_rate"].over(cases).value == 0.5


def test_the_on_time_rate_is_told_first_and_never_without_its_companions():
    companions = ["on_time_thanks_to_pause", "closed_without_result", "reopened_share"]
    assert [i.key for i in HEADLINE] == ["on_time_rate", *companions]
    assert (*HEADLINE, *OTHERS) == INDICATORS


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.key)
def test_a_definition_says_what_is_divided_by_what_and_its_version(indicator):
    assert "chia cho" in indicator.definition.lower()
    assert indicator.definition.endswith(".")
    assert indicator.version


def test_the_year_of_these_tests_holds_their_dossiers():
    assert number(YEAR[0]) <= number(Dossier().received) <= number(Dossier().end) <= number(YEAR[1])
