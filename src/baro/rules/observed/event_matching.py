"""Which events of a delivered dossier are those that we hold already, which are new, which contradict ours.

An import only ever appends. So an event that the source tells differently from before does not replace ours: the two
stand side by side as a conflict, for a person to settle. This is the readable rule for one dossier; the columnar twin is
`event_matching_bulk`.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """An event as somebody tells it: the step, and a digest of all that is said of it (equal only if all is equal)."""

    activity: int
    digest: Hashable


@dataclass(frozen=True, slots=True)
class Matched:
    """Places in ours and theirs. `same` and `altered` are pairs (ours, theirs); `gone` are ours that they no longer
    tell, `appended` theirs that are new. Each event of either side is in exactly one of the four."""

    same: tuple[tuple[int, int], ...]
    altered: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    appended: tuple[int, ...]


def match_events(ours: Sequence[Told], theirs: Sequence[Told]) -> Matched:
    """Match the events of one dossier, both sides in order of moment.

    Equal events pair first, each once, the earlier with the earlier. What is left pairs by step: the same step told with
    another moment, person or paper is an alteration. What then is left was not told by the other side at all.
    """
    same = _pairs([o.digest for o in ours], [t.digest for t in theirs])
    our_rest = _rest(len(ours), {o for o, _ in same})
    their_rest = _rest(len(theirs), {t for _, t in same})
    by_step = _pairs([ours[o].activity for o in our_rest], [theirs[t].activity for t in their_rest])
    altered = [(our_rest[o], their_rest[t]) for o, t in by_step]
    gone = _rest(len(ours), {o for o, _ in (*same, *altered)})
    appended = _rest(len(theirs), {t for _, t in (*same, *altered)})
    return Matched(tuple(same), tuple(altered), tuple(gone), tuple(appended))


def _pairs(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pair equal keys: the k-th of ours with the k-th of theirs."""
    waiting: dict[Hashable, list[int]] = {}
    for t in reversed(range(len(theirs))):
        waiting.setdefault(theirs[t], []).append(t)
    return [(o, waiting[key].pop()) for o, key in enumerate(ours) if waiting.get(key)]


def _rest(count: int, used: set[int]) -> list[int]:
    return [k for k in range(count) if k not in used]
