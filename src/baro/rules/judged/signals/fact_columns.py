"""All that a case-level signal may look at, with what several of them share computed once."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, Codes, EventLog, Ints
from baro.rules.prescribed.workdays import MINUTES_A_DAY, CalendarTables

ABSENT = -1
LATE_CLASSES = (TimeClass.LATE, TimeClass.PENDING_LATE)


class Happened(NamedTuple):
    """Events in the order of the log: their indices, and the case of each."""

    event: Ints
    case: Codes

    def where(self, mask: npt.NDArray[np.bool_]) -> "Happened":
        """Keep some of them."""
        return self if mask.all() else Happened(self.event[mask], self.case[mask])

    @property
    def first(self) -> "Happened":
        """The first of each case."""
        return self.where(self._starts)

    @property
    def last(self) -> "Happened":
        """The last of each case."""
        return self.where(np.append(self._starts[1:], True)[: len(self.case)])

    @property
    def ordinal(self) -> Ints:
        """Which one of its case each is: 1, 2, …"""
        place = np.arange(len(self.case))
        return place - np.maximum.accumulate(np.where(self._starts, place, 0)) + 1

    @property
    def counts(self) -> Ints:
        """How many each case has, in the order of `first`."""
        return np.diff(np.append(np.flatnonzero(self._starts), len(self.case)))

    @property
    def _starts(self) -> npt.NDArray[np.bool_]:
        return np.append(True, self.case[1:] != self.case[:-1])[: len(self.case)]


@dataclass(frozen=True)
class FactColumns:
    """The log, its clock, its calendar, and the as-of moment (ms): nothing after it is looked at.

    Case-level signals may be given any run of consecutive cases.
    """

    log: EventLog
    clock: ClockColumns
    tables: CalendarTables
    as_of: int
    competent: npt.NDArray[np.bool_] | None = None  # per event; None where competence was not checked
    leg_due_days: int = 5  # working days an asked agency has, where the log names no limit (unverified default)
    index: KindIndex | None = None  # of this very log, where the clock has made one already
    _happened: dict[frozenset[Kind], Happened] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def kinds(self) -> KindIndex:
        """Where each kind of event stands in the log."""
        return self.index or KindIndex(self.log)

    @cached_property
    def kinds_shown(self) -> frozenset[Kind]:
        """The kinds of event that the log can show."""
        return frozenset(map(Kind, np.unique(self.log.names.kinds).tolist()))

    @cached_property
    def as_of_minute(self) -> int:
        """The as-of moment as a local minute."""
        return int(self.tables.local_minutes(np.array([self.as_of]))[0])

    @cached_property
    def as_of_day(self) -> int:
        """The as-of moment as a local day number."""
        return self.as_of_minute // MINUTES_A_DAY

    @cached_property
    def receipts(self) -> Ints:
        """Per case its first event of receipt, -1 where the log shows none."""
        return self.kinds.first(self.kinds.of(Kind.RECEIVED))

    @cached_property
    def receipt_moments(self) -> Ints:
        """Per case the moment of the act of receipt (the clock itself may start later, when the desk opens)."""
        return np.where(self.receipts >= 0, self.at(self.receipts), self.clock.received_at)

    @cached_property
    def last_events(self) -> Ints:
        """Per case its last event up to the as-of moment, -1 where it has none."""
        if self._is_all_past:
            return self.log.offsets[1:] - 1
        past = np.append(0, np.cumsum(self.log.events.at <= self.as_of))
        count = past[self.log.offsets[1:]] - past[self.log.offsets[:-1]]
        return np.where(count > 0, self.log.offsets[:-1] + count - 1, ABSENT)

    def happened(self, *kinds: Kind) -> Happened:
        """Give the events of some kinds up to the as-of moment, in order."""
        wanted = frozenset(kinds)
        if wanted not in self._happened:
            event = np.concatenate([self.kinds.of(kind) for kind in wanted])
            event.sort(kind="stable")
            found = Happened(event, self.kinds.case_of(event))
            self._happened[wanted] = found if self._is_all_past else found.where(self.at(event) <= self.as_of)
        return self._happened[wanted]

    def first_of(self, kind: Kind) -> Ints:
        """Per case its first event of a kind up to the as-of moment, -1 where there is none."""
        return self.kinds.first(self.happened(kind).event)

    def since_receipt(self, *kinds: Kind) -> Happened:
        """Give the events of some kinds after the receipt of their case."""
        found = self.happened(*kinds)
        received = self.clock.received_at[found.case] != NO_TIME
        return found.where(received & (found.event > self.receipts[found.case]))

    def before(self, these: Happened, kind: Kind) -> Ints:
        """For each event the nearest earlier one of a kind in its case, -1 where there is none."""
        found = self.happened(kind).event
        return self._near(these, found, np.searchsorted(found, these.event) - 1)

    def after(self, these: Happened, kind: Kind) -> Ints:
        """For each event the nearest later one of a kind in its case, -1 where there is none."""
        found = self.happened(kind).event
        return self._near(these, found, np.searchsorted(found, these.event, side="right"))

    def at(self, event: Ints) -> Ints:
        """Moments of events (ms); `NO_TIME` for -1."""
        if not self.log.event_count:
            return np.full(len(event), NO_TIME, np.int64)
        return np.where(event >= 0, self.log.events.at[event], NO_TIME)

    def kind_of(self, event: Ints) -> npt.NDArray[np.int8]:
        """Kinds of events."""
        return self.log.names.kinds[self.log.events.activity[event]]

    def lacks(self, event: Ints, bits: int) -> npt.NDArray[np.bool_]:
        """Say of events whether any of these attachments is missing."""
        answer: npt.NDArray[np.bool_] = (self.log.events.flags[event] & bits) != bits
        return answer

    def minutes(self, moments: Ints) -> Ints:
        """Moments (ms) as local minutes."""
        return self.tables.local_minutes(moments)

    def days(self, moments: Ints) -> Ints:
        """Moments (ms) as local day numbers."""
        return self.tables.local_minutes(moments) // MINUTES_A_DAY

    @cached_property
    def is_late(self) -> npt.NDArray[np.bool_]:
        """Say of each case whether it is past due, closed or open."""
        answer: npt.NDArray[np.bool_] = np.isin(self.clock.time_class, LATE_CLASSES)
        return answer

    def stops(self, case: Codes | Ints, answered_at: Ints) -> Ints:
        """When a wait that was answered at a moment (`NO_TIME`: not at all) ended for its case: at the answer, at the
        end of the case or at the as-of moment, whichever came first."""
        ended_at = self.clock.ended_at[case]
        known = [np.where(m == NO_TIME, self.as_of, m) for m in (answered_at, ended_at)]
        return np.minimum(np.minimum(known[0], known[1]), self.as_of)

    @cached_property
    def _is_all_past(self) -> bool:
        return not self.log.event_count or int(self.log.events.at.max()) <= self.as_of

    def _near(self, these: Happened, found: Ints, place: Ints) -> Ints:
        """The events at some places of a list, where those places exist and lie in the same case."""
        event = np.append(found, ABSENT)[np.where(place < len(found), place, len(found))]
        event = np.where(place >= 0, event, ABSENT)
        inside = (event >= self.log.offsets[these.case]) & (event < self.log.offsets[these.case + 1])
        return np.where(inside, event, ABSENT)
