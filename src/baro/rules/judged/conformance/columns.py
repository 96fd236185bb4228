"""Conformance as columns: once per distinct (process, trace) pair, then scattered to cases."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.judged.conformance.deviations import TraceDeviation
from baro.rules.observed.log import Codes


@dataclass(frozen=True, slots=True)
class ConformanceColumns:
    """Per case: `cost`, `fitness` (1 - cost / (trace length + shortest run); 1 where both are 0), and `pair`, the index
    of its distinct (process, trace) pair; cost and pair are -1 and fitness NaN where no process is in force.

    Per pair: `deviations[p]` in the order of the trace; empty where it fits.
    """

    cost: Codes
    fitness: npt.NDArray[np.float64]
    pair: Codes
    deviations: tuple[tuple[TraceDeviation, ...], ...]
