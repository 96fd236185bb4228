"""Which body lacks a process that most others of its kind have."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from baro.rules.prescribed.folding import fold

FEWEST = 3
"""Among fewer bodies of a kind nothing is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A work that most bodies of a kind have a process for: how it is called, how many have one, of how many; and those that
    have none."""

    name: str
    have: int
    of: int
    bodies: tuple[str, ...]


def lacking(kinds: Mapping[str, Hashable], held: Iterable[tuple[str, str]]) -> tuple[Lacking, ...]:
    """Find what bodies lack. `kinds`: of which kind each body in force is; `held`: body and name of each process in force. A
    work is the same where its name reads the same without diacritics; more than half of a kind must have it."""
    by_work: dict[str, dict[str, str]] = {}
    for body, name in held:
        by_work.setdefault(fold(name), {}).setdefault(body, name)
    groups: dict[Hashable, list[str]] = {}
    for body, kind in kinds.items():
        groups.setdefault(kind, []).append(body)
    found = [
        Lacking(name=next(iter(mine.values())), have=len(having), of=len(group), bodies=tuple(missing))
        for group in groups.values()
        if len(group) >= FEWEST
        for mine in by_work.values()
        if (having := [body for body in group if body in mine]) and (missing := [b for b in group if b not in mine])
        and 2 * len(having) > len(group)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-len(one.bodies), one.name)))
