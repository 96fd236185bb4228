"""What the report counts from: judged dossiers, sums over segments, and the names behind the codes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.rules.counted.cases import CountedCases
from baro.rules.counted.tallies import Tallies
from baro.rules.observed.log import Names
from baro.rules.prescribed.offices import Offices
from baro.rules.prescribed.processes import ApprovedProcess

MINUTES_A_WORKING_DAY = 480  # eight hours (Labour Code art. 105); for showing sums only, never for counting a limit
UNKNOWN = "(không rõ)"
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Counted:
    """The input of every part of the report."""

    names: Names
    cases: CountedCases
    tallies: Tallies
    processes: tuple[ApprovedProcess, ...]
    offices: Offices | None
    as_of: datetime

    def unit(self, code: int) -> str:
        """Name a unit."""
        return self.names.units[code] if code >= 0 else UNKNOWN

    def activity(self, code: int) -> str:
        """Name a step; -1 is the stretch after the last one."""
        return self.names.activities[code] if code >= 0 else "(sau bước cuối cùng ghi nhận)"


def working_days(minutes: int) -> float:
    """Say working minutes as working days of eight hours."""
    return round(minutes / MINUTES_A_WORKING_DAY, 2)


def day_of(number: int) -> date:
    """Turn a day number into a date."""
    return _EPOCH + timedelta(days=number)
