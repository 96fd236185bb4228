"""Whether a work is clear by the criteria of a slogan. What a kind of work is asked for is told by its finders."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from baro.rules.prescribed.clarity import CriteriaSet, Criterion, Need

Work = TypeVar("Work")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What looking for a need found: the words that show what is missing (none: it is told), or that it could not be looked for
    (`checked` False) and why."""

    missing: tuple[str, ...] = ()
    checked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Clear:
    """How clear a work is by a criterion: what is missing in it; with `checked` False and nothing missing, nobody can say yet."""

    criterion: Criterion
    missing: tuple[str, ...]
    checked: bool

    @property
    def is_clear(self) -> bool:
        """Say whether everything was looked for, and nothing was missing."""
        return self.checked and not self.missing


def clarity(work: Work, asked: CriteriaSet, finders: Mapping[Need, Callable[[Work], Looked]]) -> tuple[Clear, ...]:
    """Hold a work against each criterion, in its order. A need for which the kind of work has no finder is not asked; a
    criterion of which none is left is not told at all."""
    told = ((one, [finders[need](work) for need in one.needs if need in finders]) for one in asked.criteria)
    return tuple(_clear(criterion, looked) for criterion, looked in told if looked)


def _clear(criterion: Criterion, looked: Iterable[Looked]) -> Clear:
    found = tuple(looked)
    missing = dict.fromkeys(words for one in found for words in one.missing)
    return Clear(criterion=criterion, missing=tuple(missing), checked=all(one.checked for one in found))
