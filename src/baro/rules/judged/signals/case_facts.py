"""One case and what is known of it, for reading: what the plain rules of the signals look at."""

from dataclasses import dataclass
from datetime import date, datetime

from baro.rules.judged.deadlines.classes import DueSource, TimeClass
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Event, ObservedCase
from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.workdays import MINUTES_A_DAY, Calendar, working_days_between, working_minutes_between
from baro.rules.prescribed.zones import local_time

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case, its clock (see `ClockColumns`; None where not known), its calendar and the as-of moment.

    `competent` has one answer per event; `due_minute` is a local minute since 1970.
    """

    case: ObservedCase
    present: frozenset[str]
    calendar: Calendar
    as_of: datetime
    competent: tuple[bool, ...] | None
    leg_due_days: int
    received_at: datetime | None
    key_day: date | None
    limit: Duration | None
    due_source: DueSource
    due_day: date | None
    due_minute: int | None
    extended_due_day: date | None
    plain_due_day: date | None
    ended_at: datetime | None
    ended_kind: Kind
    returned_at: datetime | None
    suspended: bool
    restarts: int
    time_class: TimeClass
    late_days: int

    @property
    def is_late(self) -> bool:
        """Past due, closed or open."""
        return self.time_class in (TimeClass.LATE, TimeClass.PENDING_LATE)

    @property
    def past(self) -> list[tuple[int, Event]]:
        """The events up to the as-of moment, numbered from 0."""
        return [(k, e) for k, e in enumerate(self.case.events) if e.at <= self.as_of]

    def happened(self, *kinds: Kind) -> list[tuple[int, Event]]:
        """The events of some kinds up to the as-of moment."""
        return [(k, e) for k, e in self.past if e.kind in kinds]

    def since_receipt(self, *kinds: Kind) -> list[tuple[int, Event]]:
        """The events of some kinds after receipt."""
        receipt = next((k for k, _ in self._receipts), -1)
        return [] if self.received_at is None else [(k, e) for k, e in self.happened(*kinds) if k > receipt]

    @property
    def receipt_moment(self) -> datetime | None:
        """The moment of the act of receipt (the clock itself may start later, when the desk opens)."""
        return next((e.at for _, e in self._receipts), self.received_at)

    def before(self, k: int, *kinds: Kind) -> Event | None:
        """The nearest event of some kinds before event k."""
        return next((e for j, e in reversed(self.happened(*kinds)) if j < k), None)

    def after(self, k: int, *kinds: Kind) -> Event | None:
        """The nearest event of some kinds after event k."""
        return next((e for j, e in self.happened(*kinds) if j > k), None)

    def day(self, at: datetime) -> date:
        """The local day of a moment."""
        return local_time(at, self.calendar.zone).date()

    def minute(self, at: datetime) -> int:
        """The local minute of a moment, since 1970."""
        local = local_time(at, self.calendar.zone)
        return (local.date() - _EPOCH).days * MINUTES_A_DAY + local.hour * 60 + local.minute

    def working_days(self, after: date, until: date) -> int:
        """Working days in (after, until]."""
        return working_days_between(self.calendar, after, until)

    def working_minutes(self, start: int, end: int) -> int:
        """Working minutes between two local minutes."""
        return working_minutes_between(self.calendar, start, end)

    @property
    def _receipts(self) -> list[tuple[int, Event]]:
        return [(k, e) for k, e in enumerate(self.case.events) if e.kind is Kind.RECEIVED]

    def stops(self, at: datetime | None) -> datetime:
        """When a wait that was answered at a moment (or not at all) ended for the case: at the answer, at the end of
        the case or at the as-of moment, whichever came first."""
        return min(m for m in (at, self.ended_at, self.as_of) if m is not None)
