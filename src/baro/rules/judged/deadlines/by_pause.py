"""In time only because the clock stood still: the companion without which an on-time rate says too much."""

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.classes import IN_TIME
from baro.rules.judged.deadlines.columns import ClockColumns


def in_time_by_pause(clock: ClockColumns, ended_day: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """Say of each case whether it ended in time, and later than its due day had there been no pause and no restart.
    `ended_day` is the local day of the end, -1 while open."""
    in_time = np.isin(clock.time_class, [int(kind) for kind in IN_TIME])
    by_pause: npt.NDArray[np.bool_] = in_time & (clock.plain_due_day >= 0) & (ended_day > clock.plain_due_day)
    return by_pause
