"""A due date and how it came about, as typed lines that can be told, tested and stored."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.judged.deadlines.classes import WhyNot
from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.law.rows import LimitRow


class Granularity(StrEnum):
    """How finely a limit in working days is counted (domain 2.5.6): by dates for reports, or by working minutes (a
    working day is 8 working hours and the hour of receipt is kept), as internal steps do."""

    DATE = "date"
    MINUTE = "minute"


class InterruptionKind(StrEnum):
    """What stops a count: a pause lengthens it by the time lost, a restart begins it anew."""

    PAUSE = "pause"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class Interruption:
    """A pause or restart, as moments with their own zone.

    Pause: `starts` (asked, stopped) until `ends` (answered, resumed). Restart: asked at `starts`, and the new full
    count runs from `ends` (full receipt of what was asked for). `ends` is None while waiting. `ground` is a
    Vietnamese phrase ("chờ bổ sung hồ sơ"), `rule` the row of law that gives the effect.
    """

    kind: InterruptionKind
    starts: datetime
    ends: datetime | None
    ground: str = ""
    rule: LimitRow | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """The event from which the count runs; `at` is local time."""

    event: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RuleApplied:
    """The row of law, in the version in force on the day the count started."""

    rule: LimitRow


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day not counted, with the decision that made it a day off."""

    day: date
    reason: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class WorkedDay:
    """A Saturday or Sunday that was counted, with the decision that made it a working day."""

    day: date
    reason: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Interrupted:
    """An interruption met: `counted` False if it began after the limit had run out; `added` is in the unit of the
    count (days, or minutes for limits in hours); local times, `ends` None while waiting."""

    kind: InterruptionKind
    starts: datetime
    ends: datetime | None
    ground: str
    counted: bool
    added: int
    in_minutes: bool
    rule: LimitRow | None = None


@dataclass(frozen=True, slots=True)
class RolledOver:
    """The last day was a day off, so the limit ends with the next working day (Civil Code art. 148.5)."""

    last: date
    to: date


@dataclass(frozen=True, slots=True)
class UnannouncedYear:
    """The holidays of a year had not been announced when the calendar was made; the date is provisional."""

    year: int


@dataclass(frozen=True, slots=True)
class Result:
    """The due date; `at` is the local moment for limits counted in minutes."""

    day: date
    at: datetime | None


@dataclass(frozen=True, slots=True)
class NotComputable:
    """Why there is no due date."""

    why: WhyNot


Line = (
    Started | RuleApplied | SkippedDay | WorkedDay | Interrupted | RolledOver | UnannouncedYear | Result | NotComputable
)


@dataclass(frozen=True, slots=True)
class Due:
    """A due date: `day`, and `minute`, the local minute since 1970 at which the limit runs out (exclusive: what is
    done at or before it is in time; the end of `day`, 24:00, for limits in days or months). Both None if it cannot be
    computed. `pauses` and `restarts` are those that counted; `suspended` while one of them is still waiting."""

    limit: Duration | None
    day: date | None
    minute: int | None
    why_not: WhyNot
    pauses: int
    restarts: int
    suspended: bool
    lines: tuple[Line, ...]
