"""What the clock is set to: the moment looked from, the calendars, and the limits known by procedure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, CalendarTables


@dataclass(frozen=True, slots=True)
class Setting:
    """`as_of` is an instant in ms: what happened later is not looked at. Time limits and work are counted on the
    `processing` calendar; `receiving` has the hours in which dossiers are received (a desk may open on Saturdays).

    `procedure_limits` are total limits by procedure name. Raises `Refused` where `as_of` lies outside a calendar's
    days, or where the calendars are of two zones.
    """

    as_of: int
    processing: CalendarTables
    receiving: CalendarTables
    granularity: Granularity = Granularity.DATE
    procedure_limits: Mapping[str, Duration] = field(default_factory=dict)
    _by_folded: Mapping[str, Duration] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.processing.calendar.zone != self.receiving.calendar.zone:
            zones = (self.processing.calendar.zone, self.receiving.calendar.zone)
            raise Refused("clock.two_zones", processing=zones[0], receiving=zones[1])
        for tables in (self.processing, self.receiving):
            if not tables.first <= self.as_of_minute // MINUTES_A_DAY <= tables.last:
                raise Refused("clock.as_of_outside_calendar", calendar=tables.calendar.name)
        object.__setattr__(self, "_by_folded", {fold(name): limit for name, limit in self.procedure_limits.items()})

    @property
    def as_of_minute(self) -> int:
        """The local minute of `as_of`, floored."""
        return int(self.processing.local_minutes(np.array([self.as_of], np.int64))[0])

    def limit_of_procedure(self, procedure: str) -> Duration | None:
        """Find the limit of a procedure by its name, without case, marks and stray blanks."""
        return self._by_folded.get(fold(procedure)) if procedure else None
