"""What reading a column of moments gives, and how a date with its year last is to be read."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Ints

Mask = npt.NDArray[np.bool_]

NAIVE = np.int16(9999)  # no offset in the value: the zone of the log decides
MS_A_DAY = 86_400_000


class DateOrder(StrEnum):
    """How a date with its year last is to be read."""

    DAY_FIRST = "dd/mm/yyyy"
    MONTH_FIRST = "mm/dd/yyyy"


@dataclass(slots=True)
class Parsed:
    """What was read: local milliseconds since 1970, the offset in minutes (`NAIVE` if none), whether the value is a day
    without a time, whether there was any value, whether it could be read; and whether some date has its year last."""

    local: Ints
    offset: npt.NDArray[np.int16]
    is_day: Mask
    is_empty: Mask
    is_bad: Mask
    has_year_last: bool = False

    def take(self, at: npt.NDArray[np.int32]) -> "Parsed":
        """Repeat the parts at these positions: the values of a dictionary laid out over its rows."""
        return Parsed(
            self.local[at], self.offset[at], self.is_day[at], self.is_empty[at], self.is_bad[at], self.has_year_last
        )
