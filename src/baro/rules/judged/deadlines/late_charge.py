"""Who carries the late time of a dossier: the published rule (docs/rules/late-charge.md), for one case.

1. The late working minutes are charged first to the stretches that overran the limit of their own step, in proportion
   to the overrun and never beyond it.
2. What remains is charged to those who held the dossier after it was due, in proportion to the working minutes held
   beyond what they were charged already.
3. The applicant is never charged: where nobody else held it longer, the rest falls to who held it last before.

Parts are whole minutes by largest remainder (of equal ones the earlier), so they sum exactly to the whole.
"""

from collections.abc import Sequence


def apportion(amount: int, weights: Sequence[int]) -> list[int]:
    """Split an amount in proportion to weights (not all 0) into whole parts that sum to it."""
    total = sum(weights)
    parts = [amount * w // total for w in weights]
    by_remainder = sorted(range(len(weights)), key=lambda k: -(amount * weights[k] % total))
    for k in by_remainder[: amount - sum(parts)]:
        parts[k] += 1
    return parts


def charge(late: int, overrun: Sequence[int], after_due: Sequence[int], last: int) -> list[int]:
    """Charge late minutes to stretches in order of time: their overrun of a step limit and the minutes held after
    due, 0 for the applicant's; `last` is the last stretch that was not the applicant's."""
    first = min(late, sum(overrun))
    parts = apportion(first, overrun) if first else [0] * len(overrun)
    rest, weights = late - first, [max(0, held - part) for held, part in zip(after_due, parts, strict=True)]
    if rest and not any(weights):
        parts[last] += rest
    elif rest:
        parts = [a + b for a, b in zip(parts, apportion(rest, weights), strict=True)]
    return parts
