"""Conformance as columns: once per distinct (process, trace) pair, then scattered to cases."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Codes, Ints


@dataclass(frozen=True, slots=True)
class ConformanceColumns:
    """Per case: `cost`, `fitness` (1 - cost / (trace length + shortest run); 1 where both are 0), and `pair`, the number
    of its distinct (process, trace) pair; cost and pair are -1 and fitness NaN where no process is in force.
    """

    cost: Codes
    fitness: npt.NDArray[np.float64]
    pair: Ints


@dataclass(frozen=True, slots=True)
class DeviationColumns:
    """One row per deviation that an alignment tells, in the order of cases and events.

    `case` and `event` are indexes into the log, `event` -1 for a skipped step; `activity` is a code of the log's
    activities.
    """

    case: Ints
    event: Ints
    kind: npt.NDArray[np.int8]
    activity: Codes
    cost: Codes
