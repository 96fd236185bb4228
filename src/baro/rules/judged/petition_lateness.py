"""How late matters were concluded, or are: after the days to accept and to resolve them (Luật Khiếu nại 2011 art. 27, 28;
Luật Tố cáo 2018 art. 24, 30).

The register does not tell the day of acceptance, nor what makes a matter complex or remote: it is taken to be accepted on
the last day allowed, and ordinary. So a matter called late is late if it is an ordinary one; where complaints and
denunciations are counted together, the longer of both limits is given.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from baro.rules.observed.petitions import PetitionClock, PetitionKind
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.law.packs import row_on
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import add_working_days

_STEPS = {
    PetitionKind.COMPLAINT: ("complaint.acceptance.first", "complaint.resolution.first"),
    PetitionKind.DENUNCIATION: ("denunciation.intake", "denunciation.resolution"),
}


@dataclass(frozen=True, slots=True)
class PetitionLateness:
    """How many matters were late on a day, concluded or not, and by how many days in all."""

    late: int
    days: int


def due_on(clock: PetitionClock, calendar: Calendar) -> date:
    """Give the last day on which a matter may be concluded. Raises `Refused("law.no_row")` before the law began."""
    kinds = _STEPS if clock.kind is PetitionKind.UNTOLD else (clock.kind,)
    return max(_after(clock.received_on, _STEPS[kind], calendar) for kind in kinds)


def lateness(clocks: Iterable[PetitionClock], as_of: date, calendar: Calendar) -> PetitionLateness:
    """Count the matters received until a day that were late on it."""
    days = [days_late(clock, as_of, calendar) for clock in clocks if clock.received_on <= as_of]
    return PetitionLateness(sum(d > 0 for d in days), sum(days))


def days_late(clock: PetitionClock, as_of: date, calendar: Calendar) -> int:
    """How many days a matter was concluded after it was due, or stands open after it on a day."""
    ended = min(clock.concluded_on or as_of, as_of)
    return max(0, (ended - due_on(clock, calendar)).days)


def _after(received: date, steps: tuple[str, ...], calendar: Calendar) -> date:
    until = received
    for key in steps:
        row = row_on(key, received)
        if row is None:
            raise Refused("law.no_row", key=key, on=f"{received:%d/%m/%Y}")
        until = _last_day(until, row.duration, calendar)
    return until


def _last_day(after: date, limit: Duration, calendar: Calendar) -> date:
    if limit.unit is Unit.WORKING_DAY:
        return add_working_days(calendar, after, limit.value) or after + timedelta(days=2 * limit.value)
    return after + timedelta(days=limit.value)
