"""What the engine must know of the tree of bodies on a day; `baro.desk.standing` gives it from the records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


class Tree(Protocol):
    """The bodies as they stand on the day for which the tree was made; ids are those of bodies, never codes."""

    @property
    def known(self) -> frozenset[str]:
        """Every body ever known, in force or not."""

    def lineage(self, unit: str) -> tuple[str, ...]:
        """Give a body in force and those above it, nearest first; empty for one not in force."""

    def inheritors(self, unit: str) -> frozenset[str]:
        """Give the bodies in force that inherited from one that is no more."""

    def deliverers(self, unit: str) -> frozenset[str]:
        """Give the bodies among whose dossiers lie some of this one, which stands below them."""


@dataclass(frozen=True)
class PlainTree:
    """A tree told outright: `parents` of the bodies in force ("" at a top), `heirs` of those that are no more, and who
    delivers for whom."""

    parents: Mapping[str, str]
    heirs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    delivered: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def known(self) -> frozenset[str]:
        """Every body told."""
        return frozenset(self.parents) | frozenset(self.heirs)

    def lineage(self, unit: str) -> tuple[str, ...]:
        """Give a body in force and those above it, nearest first; a loop ends it."""
        above: list[str] = []
        while unit in self.parents and unit not in above:
            above.append(unit)
            unit = self.parents[unit]
        return tuple(above)

    def inheritors(self, unit: str) -> frozenset[str]:
        """Give the bodies in force that inherited from one that is no more."""
        return self.heirs.get(unit, frozenset())

    def deliverers(self, unit: str) -> frozenset[str]:
        """Give the bodies among whose dossiers lie some of this one."""
        return self.delivered.get(unit, frozenset())


class TreeOn(Protocol):
    """Something that can tell the tree of any day."""

    def __call__(self, on: date) -> Tree:
        """Give the tree of a day."""
