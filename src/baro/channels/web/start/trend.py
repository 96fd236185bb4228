"""A share over months as a line small enough for a sentence; the numbers stand in the table below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from baro.rules.counted.indicators.indicator import HIDDEN_BELOW

WIDTH, HEIGHT = 220, 36
_EDGE = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A line in a box `WIDTH` × `HEIGHT`: its unbroken stretches, as points; where it ends."""

    stretches: tuple[str, ...]
    end: tuple[str, str]


def trend_of(counts: Sequence[tuple[int, int]]) -> Trend | None:
    """Draw parts of wholes, the oldest first; a month with fewer than five breaks the line. None for less than two points."""
    shares = [part / whole if whole >= HIDDEN_BELOW else None for part, whole in counts]
    known = [share for share in shares if share is not None]
    if len(known) < 2:
        return None
    low, high = min(known), max(known)
    step, height = (WIDTH - 2 * _EDGE) / max(1, len(shares) - 1), HEIGHT - 2 * _EDGE
    points = [
        None if share is None else (_EDGE + k * step, _EDGE + height * (high - share) / ((high - low) or 1))
        for k, share in enumerate(shares)
    ]
    last = next(point for point in reversed(points) if point is not None)
    return Trend(stretches=tuple(_stretches(points)), end=(f"{last[0]:.1f}", f"{last[1]:.1f}"))


def _stretches(points: Sequence[tuple[float, float] | None]) -> list[str]:
    found: list[list[str]] = [[]]
    for point in points:
        if point is None:
            found.append([])
        else:
            found[-1].append(f"{point[0]:.1f},{point[1]:.1f}")
    return [" ".join(stretch) for stretch in found if stretch]
