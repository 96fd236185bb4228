"""The deterministic automaton of an approved process, over its activities (silent moves removed)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

DEAD = -1


@dataclass(frozen=True, slots=True)
class Automaton:
    """State 0 is the start. `next[s, a]` is the state after activity `activities[a]`, `DEAD` where not allowed.

    `accepting[s]`: the process may end here. `to_end[s]`: fewest steps from s to an accepting state.
    `to_end[0]` is the length of the shortest complete run.
    """

    activities: tuple[str, ...]
    next: npt.NDArray[np.int32]
    accepting: npt.NDArray[np.bool_]
    to_end: npt.NDArray[np.int32]
