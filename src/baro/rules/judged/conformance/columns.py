"""Conformance as columns: once per distinct (process, trace) pair, then scattered to cases."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Codes, Ints


@dataclass(frozen=True, slots=True)
class ConformanceColumns:
    """Per case: `cost`, `fitness` (1 - cost / (trace length + shortest run); 1 where both are 0), and `pair`, the index
    of its distinct (process, trace) pair; cost and pair are -1 and fitness NaN where no process is in force.

    Per pair: its process, its trace and its cost.
    """

    cost: Codes
    fitness: npt.NDArray[np.float64]
    pair: Codes
    pair_process: Ints
    pair_trace: Ints
    pair_cost: Codes
