"""Day numbers of civil dates and milliseconds of a day's clock, many at once, with what cannot be told apart as bad."""

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Ints

Mask = npt.NDArray[np.bool_]

FIRST_YEAR, LAST_YEAR = 1900, 2199
_MONTHS = np.arange(f"{FIRST_YEAR}-01", f"{LAST_YEAR + 1}-02", dtype="datetime64[M]").astype("datetime64[D]")
_FIRST_DAY = _MONTHS.astype(np.int64)[:-1]
FIRST_DAY, LAST_DAY = int(_MONTHS[0].astype(np.int64)), int(_MONTHS[-1].astype(np.int64)) - 1
_LENGTH = np.diff(_MONTHS.astype(np.int64))


def days_of(year: Ints, month: Ints, day: Ints, good: Mask) -> tuple[Ints, Mask]:
    """Give the day numbers since 1970-01-01 of those dates that exist (years 1900-2199), and which ones do."""
    good = good & (year >= FIRST_YEAR) & (year <= LAST_YEAR) & (month >= 1) & (month <= 12)
    index = np.where(good, (year - FIRST_YEAR) * 12 + month - 1, 0)
    good &= (day >= 1) & (day <= _LENGTH[index])
    return _FIRST_DAY[index] + day - 1, good


def seconds_of(hour: Ints, minute: Ints, second: Ints) -> tuple[Ints, Mask]:
    """Give milliseconds since midnight, and which ones are a time of day."""
    good = (hour <= 23) & (minute <= 59) & (second <= 59)
    return ((hour * 60 + minute) * 60 + second) * 1000, good
