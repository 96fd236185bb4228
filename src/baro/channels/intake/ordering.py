"""Put events in the order of the store - case, moment, order of the source - and find the exact repetitions."""

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Codes, Ints

Mask = npt.NDArray[np.bool_]


def order_of(case: Codes, at: Ints) -> Ints | None:
    """Give the stable order by case, then moment; None when the events lie so already."""
    if len(case) < 2:
        return None
    same = case[1:] == case[:-1]
    if bool(((case[1:] > case[:-1]) | (same & (at[1:] >= at[:-1]))).all()):
        return None
    low, span = int(at.min()), int(at.max()) - int(at.min()) + 1
    if (int(case.max()) + 1) * span < 2**63:
        return np.argsort(case * np.int64(span) + (at - low), kind="stable")
    return np.lexsort((at, case))


def repeated(columns: list[npt.NDArray[np.generic]]) -> Ints:
    """Give positions, in order, of the rows that equal another row in every column.

    The first two columns are the sorted case and moment, so that equal rows lie within one run of equal pairs.
    """
    case, at = columns[0], columns[1]
    tied = (case[1:] == case[:-1]) & (at[1:] == at[:-1])
    rows = np.flatnonzero(np.append(tied, False) | np.append(False, tied))
    if not len(rows):
        return rows
    kept = [column[rows] for column in columns]
    order = np.lexsort(kept[::-1])
    equal = np.ones(len(rows) - 1, np.bool_)
    for column in kept:
        column = column[order]
        equal &= column[1:] == column[:-1]
    member = np.append(equal, False) | np.append(False, equal)
    return np.sort(rows[order[member]])


def later_of_equal(keys: list[npt.NDArray[np.generic]], rows: Ints) -> Ints:
    """Of these rows (in order), those that equal an earlier one in every key."""
    order = np.lexsort([*keys[::-1]])
    equal = np.ones(max(len(rows) - 1, 0), np.bool_)
    for key in keys:
        key = key[order]
        equal &= key[1:] == key[:-1]
    return np.sort(rows[order[1:][equal]])
