"""Figures of bodies of one day, told by the bodies of another: what can be given whole to a successor goes there, marked; what
was divided, shared or left without an heir stays apart, for no rule may guess how it would be shared out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from baro.rules.prescribed.bodies import Bodies, Mapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolled:
    """The figure of a body of the later day: `own` of itself, `mapped` of the bodies (`sources`) that stand behind it."""

    body: str
    own: int
    mapped: int
    sources: tuple[str, ...]

    @property
    def total(self) -> int:
        """Both together."""
        return self.own + self.mapped

    @property
    def is_mapped(self) -> bool:
        """Say whether the figure carries the mark of a conversion."""
        return bool(self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledForward:
    """All figures: `rows` of bodies of the later day; `apart` what cannot be given to one, with its possible heirs."""

    rows: tuple[Rolled, ...]
    apart: tuple[tuple[Mapped, int], ...]

    @property
    def total(self) -> int:
        """The sum, which is that of the figures given."""
        return sum(row.total for row in self.rows) + sum(count for _, count in self.apart)


def rolled_forward(bodies: Bodies, counts: Mapping[str, int], on: date) -> RolledForward:
    """Tell counts by body as of the structure of another day. The sum never changes."""
    own: dict[str, int] = {}
    sources: dict[str, dict[str, int]] = {}
    apart: list[tuple[Mapped, int]] = []
    for body, count in counts.items():
        found = bodies.mapped(body, on)
        if not found.is_mapped:
            own[body] = own.get(body, 0) + count
        elif found.is_unique:
            sources.setdefault(found.heirs[0], {})[body] = count
        else:
            apart.append((found, count))
    rows = (
        Rolled(
            body=body,
            own=own.get(body, 0),
            mapped=sum(sources.get(body, {}).values()),
            sources=tuple(sources.get(body, {})),
        )
        for body in dict.fromkeys((*own, *sources))
    )
    return RolledForward(rows=tuple(rows), apart=tuple(apart))
