"""A matter is late once the days to accept and to resolve it are over."""

from datetime import date, timedelta

import pytest

from baro.rules.judged.petition_lateness import PetitionLateness, days_late, due_on, lateness
from baro.rules.observed.petitions import PetitionClock, PetitionKind
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.refusals import Refused

CALENDAR, DAY = calendar_named("vn"), date(2024, 3, 4)  # a Monday
DUE = {
    PetitionKind.COMPLAINT: date(2024, 4, 13),  # 10 + 30 days
    PetitionKind.DENUNCIATION: date(2024, 4, 12),  # 7 working days: 13/3; + 30 days
    PetitionKind.UNTOLD: date(2024, 4, 13),  # the later of both
}


@pytest.mark.parametrize("kind", PetitionKind)
def test_the_last_day_of_a_matter(kind):
    assert due_on(PetitionClock(kind, DAY, None), CALENDAR) == DUE[kind]


@pytest.mark.parametrize(("after", "late"), [(-1, 0), (0, 0), (1, 1), (9, 9)])
@pytest.mark.parametrize("open_", [True, False])
def test_days_late_begin_after_the_last_day(after, late, open_):
    ended = DUE[PetitionKind.COMPLAINT] + timedelta(days=after)
    clock = PetitionClock(PetitionKind.COMPLAINT, DAY, None if open_ else ended)
    assert days_late(clock, ended if open_ else ended + timedelta(days=99), CALENDAR) == late


def test_what_came_later_than_the_day_looked_from_is_not_counted():
    clocks = [PetitionClock(PetitionKind.COMPLAINT, on, None) for on in (DAY, date(2025, 1, 1))]
    assert lateness(clocks, date(2024, 4, 20), CALENDAR) == PetitionLateness(1, 7)


def test_where_no_law_is_known_nothing_is_judged():
    with pytest.raises(Refused, match=r"law\.no_row"):
        due_on(PetitionClock(PetitionKind.DENUNCIATION, date(2001, 1, 1), None), CALENDAR)
