"""By which body a unit that a source writes is told: the one that its name means on a day, or whoever inherited from that one
by a later day; and which units are those of a body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.name_matches import NameKind, NameMatches, Outcome, SourceName, ever_below


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """What is asked for of a body: with all that ever stood below it, or (`below` false) of itself alone; names and bodies
    as on a day (None: as said last), carried forward to a later day (None: not). `within`: of these bodies alone (None: of any)."""

    body: str
    below: bool = True
    on: date | None = None
    later: date | None = None
    within: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units as sources write them, "" for dossiers that name none: all of some deliverers, and some of others."""

    entire: frozenset[str] = frozenset()
    some: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def hold(self, deliverer: str, unit: str) -> bool:
        """Say whether a unit of a deliverer is among them."""
        return deliverer in self.entire or unit in self.some.get(deliverer, frozenset())


@dataclass(frozen=True)
class Structure:
    """Bodies, what was said of names, and whose source each is (`deliverers`: body by source)."""

    bodies: Bodies
    matches: NameMatches
    deliverers: Mapping[str, str]

    def place_of(self, deliverer: str, unit: str, on: date | None = None, later: date | None = None) -> str:
        """Give the body by which a unit is told; "" where its name means none, or sources of the body differ over it. A body
        whose figures cannot be given whole to one heir stays."""
        if not unit:
            return self._carried(deliverer, later)
        said = (self.matches.of(name, on) for name in self._written.get((deliverer, unit), ()))
        found = {one.target for one in said if one is not None and one.outcome is Outcome.OURS}
        return self._carried(found.pop(), later) if len(found) == 1 else ""

    def units_of(self, asked: Under) -> Units:
        """Give the units that are asked for."""
        near = ever_below(self.bodies, asked.body) if asked.below else frozenset({asked.body})
        near = near if asked.within is None else near & asked.within
        own = frozenset(b for b in self.bodies.by_id if self._carried(b, asked.later) in near)
        some: dict[str, set[str]] = {} if asked.below else {body: {""} for body in own}
        for deliverer, unit in self._written:
            if self.place_of(deliverer, unit, asked.on, asked.later) in near:
                some.setdefault(deliverer, set()).add(unit)
        whole = own if asked.below else frozenset()
        return Units(entire=whole, some={d: frozenset(units) for d, units in some.items() if d not in whole})

    @cached_property
    def _written(self) -> dict[tuple[str, str], list[SourceName]]:
        """The names of units of which something was said, by deliverer and name."""
        found: dict[tuple[str, str], list[SourceName]] = {}
        for name in dict.fromkeys(one.written for one in self.matches.held()):
            if name.kind is NameKind.UNIT:
                found.setdefault((self.deliverers.get(name.source, ""), name.name), []).append(name)
        return found

    def _carried(self, body: str, later: date | None) -> str:
        if later is None:
            return body
        found = self.bodies.mapped(body, later)
        return found.heirs[0] if found.is_unique else body
