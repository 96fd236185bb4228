"""Where the events of each kind lie in a log: found once, and shared by the clock, the holder split and the signals."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Codes, EventLog, Ints

Mask = npt.NDArray[np.bool_]


class KindIndex:
    """Event indices by kind, ascending, and the case of an event. Every case of the log has at least one event.

    Whether the log *can* show a kind is a question to its dictionary (`knows`), the same for every run of its cases.
    """

    def __init__(self, log: EventLog) -> None:
        self.log = log
        self._known = frozenset(np.unique(log.names.kinds).tolist())
        self._kinds: npt.NDArray[np.int8] | None = None
        self._case: Codes | None = None
        self._found: dict[frozenset[Kind], Ints] = {}
        self._firsts: dict[Kind, Ints] = {}

    @property
    def kinds(self) -> npt.NDArray[np.int8]:
        """The kind of each event."""
        if self._kinds is None:
            self._kinds = np.take(self.log.names.kinds, self.log.events.activity)
        return self._kinds

    @property
    def case(self) -> Codes:
        """The case index of each event."""
        if self._case is None:
            self._case = np.repeat(np.arange(self.log.case_count, dtype=np.int32), np.diff(self.log.offsets))
        return self._case

    def knows(self, *kinds: Kind) -> bool:
        """Say whether any activity of the log's dictionary is of one of these kinds."""
        return not self._known.isdisjoint(kinds)

    def of(self, *kinds: Kind) -> Ints:
        """Give the indices of the events of these kinds."""
        wanted = frozenset(kinds)
        if wanted not in self._found:
            self._found[wanted] = self._find(wanted) if self.knows(*wanted) else np.empty(0, np.int64)
        return self._found[wanted]

    def case_of(self, events: Ints) -> Codes:
        """Give the case of each of these events."""
        cases: Codes = self.case[events]
        return cases

    def first_of(self, kind: Kind) -> Ints:
        """Per case its first event of a kind, -1 if it has none."""
        if kind not in self._firsts:
            self._firsts[kind] = self.first(self.of(kind))
        return self._firsts[kind]

    def first(self, events: Ints) -> Ints:
        """Per case the first of these (ascending) events, -1 if it has none."""
        cases = self.case_of(events)
        return self._per_case(cases, events, np.diff(cases, prepend=np.int32(-1)) != 0)

    def last(self, events: Ints) -> Ints:
        """Per case the last of these (ascending) events, -1 if it has none."""
        cases = self.case_of(events)
        return self._per_case(cases, events, np.diff(cases, append=np.int32(-1)) != 0)

    def count(self, events: Ints) -> Codes:
        """Per case how many of these events it has."""
        return np.bincount(self.case_of(events), minlength=self.log.case_count).astype(np.int32)

    def _per_case(self, cases: Codes, events: Ints, chosen: Mask) -> Ints:
        found = np.full(self.log.case_count, -1, np.int64)
        found[cases[chosen]] = events[chosen]
        return found

    def _find(self, kinds: Iterable[Kind]) -> Ints:
        parts = [np.flatnonzero(self.kinds == np.int8(kind)) for kind in kinds if self.knows(kind)]
        return parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts), kind="stable")
