"""Where a signal rose, as columns."""

from dataclasses import dataclass

import numpy as np

from baro.rules.observed.log import Codes, Ints

WHOLE_CASE = -1  # in place of an event: the signal concerns the case as a whole


@dataclass(frozen=True, slots=True)
class Raised:
    """Where a signal rose: case index, event index (-1 if it concerns the case as a whole), an amount in the signal's
    own unit (days, minutes, count; 0 if none). Sorted by case, then event."""

    case: Ints
    event: Ints
    amount: Ints


def raised(case: Ints | Codes, event: Ints | int = WHOLE_CASE, amount: Ints | Codes | int = 0) -> Raised:
    """Put columns of one length (or single values for all) together, in order."""
    n = len(case)
    parts = [np.broadcast_to(np.asarray(part, np.int64), n) for part in (case, event, amount)]
    where, at, much = parts
    disorder = (where[1:] < where[:-1]) | ((where[1:] == where[:-1]) & (at[1:] < at[:-1]))
    if disorder.any():
        order = np.lexsort((at, where))
        where, at, much = where[order], at[order], much[order]
    return Raised(where, at, much)
