"""The tree of bodies on one day: who stands above and below whom, and who inherited from those that are no more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from baro.rules.prescribed.successions import Succession, heirs_of


@dataclass(frozen=True)
class BodyTree:
    """`parents` of the bodies in force, by id ("" at a top); `known` is every body ever told; `told` are the successions
    up to the day, `delivered` who delivers dossiers of a body that stands below."""

    parents: Mapping[str, str]
    known: frozenset[str]
    told: tuple[Succession, ...] = ()
    delivered: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for body, parent in self.parents.items():
            found.setdefault(parent if parent in self.parents else "", []).append(body)
        return found

    @cached_property
    def _inheritors(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _lineages(self) -> dict[str, tuple[str, ...]]:
        return {}

    def is_in_force(self, body: str) -> bool:
        """Say whether a body is in force."""
        return body in self.parents

    def lineage(self, unit: str) -> tuple[str, ...]:
        """Give a body in force and those above it, nearest first; empty for one not in force. A loop ends it."""
        if unit in self.parents and unit not in self._lineages:
            self._lineages[unit] = tuple(self._above(unit))
        return self._lineages.get(unit, ())

    def _above(self, unit: str) -> Iterator[str]:
        seen: set[str] = set()
        while unit in self.parents and unit not in seen:
            seen.add(unit)
            yield unit
            unit = self.parents[unit]

    def children(self, unit: str) -> tuple[str, ...]:
        """Give the bodies directly below one, or the tops for ""; one whose superior is not in force is a top."""
        return tuple(self._children.get(unit, ()))

    def below(self, unit: str) -> Iterator[str]:
        """Give a body and all below it, each before those below it; every body once, even in a loop."""
        seen, waiting = {unit}, [unit] if unit in self.parents else []
        while waiting:
            body = waiting.pop()
            yield body
            fresh = [child for child in self.children(body) if child not in seen]
            seen.update(fresh)
            waiting += reversed(fresh)

    def inheritors(self, unit: str) -> frozenset[str]:
        """Give the bodies in force that inherited from one that is no more; empty for one in force."""
        if unit not in self._inheritors:
            found = () if unit in self.parents else heirs_of(unit, self.told, in_force=self.is_in_force).heirs
            self._inheritors[unit] = frozenset(found)
        return self._inheritors[unit]

    def deliverers(self, unit: str) -> frozenset[str]:
        """Give the bodies among whose dossiers lie some of this one."""
        return self.delivered.get(unit, frozenset())
