"""Who carries the late time of millions of dossiers: the columnar twin of `late_charge`.

Stretches of all cases lie one after the other; `starts` are the places at which cases begin (none is empty).
"""

import numpy as np

from baro.rules.observed.log import Ints


def apportion_all(amount: Ints, weight: Ints, starts: Ints) -> Ints:
    """Split the amount of each case in proportion to the weights of its stretches; 0 where all weights are 0."""
    case = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(weight)))
    total = np.add.reduceat(weight, starts)
    product = amount[case] * weight
    parts, remainder = np.divmod(product, np.maximum(total, 1)[case])
    left = np.where(total > 0, amount - np.add.reduceat(parts, starts), 0)
    candidates = np.flatnonzero((remainder > 0) & (left[case] > 0))
    ordered = candidates[np.lexsort((-remainder[candidates], case[candidates]))]
    of_case = case[ordered]
    rank = np.arange(len(ordered)) - np.searchsorted(of_case, of_case)
    parts[ordered[rank < left[of_case]]] += 1
    return parts


def charge_all(late: Ints, overrun: Ints, after_due: Ints, last: Ints, starts: Ints) -> Ints:
    """Charge the late minutes of each case to its stretches; `last` is the place of the last one that was not the
    applicant's. See `late_charge.charge`."""
    first = np.minimum(late, np.add.reduceat(overrun, starts))
    parts = apportion_all(first, overrun, starts)
    rest = late - first
    weights = np.maximum(after_due - parts, 0)
    held = np.add.reduceat(weights, starts) > 0
    parts += apportion_all(np.where(held, rest, 0), weights, starts)
    parts[last[~held]] += rest[~held]
    return parts
