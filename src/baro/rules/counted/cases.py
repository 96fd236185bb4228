"""The judged dossiers of a log as columns, and the sets that forms count (biểu II.06a; domain 2.6, 10.1)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.observed.log import NO_TIME, Codes, Ints

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class CountedCases:
    """Per case; `unit` is the unit that answers for it (the case's own, else that of its first event), `ended_day` the
    local day it ended (-1 while open). `cost` is against
    complete runs, `told_cost` is 0 for what an open case has merely not come to yet.
    `first_day`..`last_day` is the period, both days included."""

    unit: Codes
    procedure: Codes
    process: Codes
    cost: Codes
    told_cost: Codes
    fitness: npt.NDArray[np.float64]
    clock: ClockColumns
    ended_day: Codes
    recorded_due: Ints
    recorded_ended: Ints
    apologised: Mask
    result_digitised: Mask
    first_day: int
    last_day: int

    @property
    def conforms(self) -> Mask:
        """Followed its process in all that it has done so far."""
        conforms: Mask = (self.cost >= 0) & (self.told_cost == 0)
        return conforms

    @cached_property
    def received(self) -> Mask:
        """Received at or before the end of the period, and not closed before it began: column (3) of the form."""
        known: Mask = self.clock.time_class != TimeClass.NOT_COUNTED
        received: Mask = (
            known & (self.clock.key_day <= self.last_day) & (~self.ended | (self.ended_day >= self.first_day))
        )
        return received

    @property
    def received_in_period(self) -> Mask:
        """Received within the period."""
        return self.received & (self.clock.key_day >= self.first_day)

    @property
    def carried_over(self) -> Mask:
        """Từ kỳ trước chuyển sang: received before the period, still to be handled in it."""
        return self.received & (self.clock.key_day < self.first_day)

    @cached_property
    def ended(self) -> Mask:
        """Closed at or before the as-of moment."""
        ended: Mask = self.clock.ended_at != NO_TIME
        return ended

    @cached_property
    def resolved(self) -> Mask:
        """Đã giải quyết: closed within the period."""
        return self.received & self.ended & (self.ended_day <= self.last_day)

    @cached_property
    def pending(self) -> Mask:
        """Đang giải quyết at the end of the period."""
        return self.received & ~self.resolved

    def of_class(self, *classes: TimeClass) -> Mask:
        """In one of these classes and in the set that the class is counted over."""
        of_class = np.isin(np.arange(len(TimeClass)), [int(c) for c in classes])
        return self.received & of_class[self.clock.time_class]
