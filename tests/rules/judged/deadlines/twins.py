"""Judge a log by its columns and each case by the readable rule, and hold the two against each other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

import numpy as np

from baro.rules.judged.deadlines.clock import CaseClock, clock_of
from baro.rules.judged.deadlines.clock_bulk import clock_columns
from baro.rules.judged.deadlines.columns import ClockColumns, SplitColumns
from baro.rules.judged.deadlines.receipts import receipts
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.judged.deadlines.split import CaseSplit, Segment, split_of
from baro.rules.judged.deadlines.split_bulk import split_columns
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.observed.log import EventLog
from baro.rules.prescribed.processes import ApprovedProcess


@dataclass(frozen=True, slots=True)
class Judged:
    """A log, the setting it is judged in, per case the index of its process (-1: none), the units outside."""

    log: EventLog
    setting: Setting
    processes: Sequence[ApprovedProcess]
    chosen: Sequence[int]
    external: Collection[str] = ()

    def columns(self) -> ClockColumns:
        """The clock of all cases."""
        received_at, key_day = receipts(self.log, self.setting.receiving)
        return clock_columns(self.log, self._chosen, self.processes, self.setting, received_at, key_day)

    def split_columns(self, clock: ClockColumns) -> SplitColumns:
        """The holder split of all cases."""
        outside = np.array([u in self.external for u in self.log.names.units], np.bool_)
        return split_columns(self.log, clock, self._chosen, self.processes, self.setting, outside)

    def clock(self, i: int) -> CaseClock:
        """The clock of one case, by the readable rule."""
        kinds = set(self.log.names.kinds.tolist())
        return clock_of(
            self.log.case(i),
            self._process(i),
            self.setting,
            Kind.RECEIVED in kinds,
            not kinds.isdisjoint(CLOSING),
            "recorded_ended" in self.log.present,
        )

    def split(self, i: int) -> CaseSplit:
        """The holder split of one case, by the readable rule."""
        return split_of(self.log.case(i), self.clock(i), self._process(i), self.setting, self.external)

    @property
    def _chosen(self) -> np.ndarray:
        return np.array(self.chosen, np.int32)

    def _process(self, i: int) -> ApprovedProcess | None:
        return None if self.chosen[i] < 0 else self.processes[self.chosen[i]]


def assert_same_clocks(judged: Judged) -> None:
    """Every field of every case."""
    found = judged.columns()
    for i in range(judged.log.case_count):
        one = judged.clock(i)
        told = {f.name: getattr(found, f.name)[i].item() for f in fields(ClockColumns)}
        assert told == {name: getattr(one, name) for name in told}


def assert_same_splits(judged: Judged) -> None:
    """Every stretch of every case."""
    found, log = judged.split_columns(judged.columns()), judged.log
    for i in range(log.case_count):
        one = judged.split(i)
        rows = range(int(log.offsets[i]), int(log.offsets[i + 1]))
        names = ("minutes", "holder", "person", "unit", "late", "over_limit")
        assert [tuple(getattr(found, n)[k].item() for n in names) for k in rows] == [
            (*_told(s, log), s.over_limit) for s in one.segments
        ]
        assert tuple(getattr(found, f"tail_{n}")[i].item() for n in names[:-1]) == _told(one.tail, log)
        assert found.total[i] == one.total


def _told(s: Segment, log: EventLog) -> tuple[int, ...]:
    person = log.names.persons.index(s.person) if s.person else -1
    return s.minutes, int(s.holder), person, log.names.units.index(s.unit) if s.unit else -1, s.late
