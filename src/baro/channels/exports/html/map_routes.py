"""How the edges of a process map run: straight to the next column, else through lanes that no step stands in.

Every routed edge leaves to the right into its gutter, runs in a lane above or below its band (and down the left margin
if the bands are not neighbours), and enters its target from the left. Each has its own track, so lines and labels do
not lie upon each other (channel routing: Hashimoto & Stevens, 1971).
"""

from dataclasses import dataclass

from baro.channels.exports.html.map_layout import END, START, Box
from baro.rules.counted.told import MapEdge

LANE = 19
TRACK = 8
MIDDLE = 42  # the least part of a gutter kept for the counts of direct edges
PAD = 9


@dataclass(frozen=True, slots=True)
class Route:
    """One edge's way. `lanes`: (channel, slot) once or twice; channel k lies above band k. `margin` is -1 if unused."""

    edge: MapEdge
    source: int
    target: int
    kind: str  # "direct", "self", "routed"
    out_track: int = -1
    in_track: int = -1
    lanes: tuple[tuple[int, int], ...] = ()
    margin: int = -1


Span = tuple[float, float]
Slots = list[list[Span]]


@dataclass
class Usage:
    """How much room the channels need: per gutter the tracks, per channel the lanes, each with the spans taken in it."""

    out_tracks: dict[int, Slots]
    in_tracks: dict[int, Slots]
    lanes: dict[int, Slots]
    margin: int = 0


def take(slots: Slots, a: float, b: float) -> int:
    """Take the first slot that is free from a to b; spans that touch are not free of each other."""
    low, high = min(a, b), max(a, b)
    for k, taken in enumerate(slots):
        if all(high < x or low > y for x, y in taken):
            taken.append((low, high))
            return k
    slots.append([(low, high)])
    return len(slots) - 1


def routes(edges: list[MapEdge], boxes: dict[int, Box]) -> tuple[list[Route], Usage]:
    """Route every edge, the shortest first so that they lie nearest to the steps."""
    usage = Usage({}, {}, {})
    ends = [(e, START if e.source < 0 else e.source, END if e.target < 0 else e.target) for e in edges]
    ends.sort(key=lambda x: (_reach(boxes[x[1]], boxes[x[2]]), x[1], x[2]))
    return [_route(e, boxes[s], boxes[t], usage) for e, s, t in ends], usage


def _route(edge: MapEdge, source: Box, target: Box, usage: Usage) -> Route:
    if source.node == target.node:
        return Route(edge, source.node, target.node, "self")
    if source.band == target.band and target.column == source.column + 1:
        return Route(edge, source.node, target.node, "direct")
    left, right = source.column + 1, target.column
    first, last = _channels(source, target)
    # Downwards, channel k is at 2k and band k at 2k + 1.
    out_track = take(usage.out_tracks.setdefault(left, []), 2 * source.band + 1, 2 * first)
    in_track = take(usage.in_tracks.setdefault(right, []), 2 * last, 2 * target.band + 1)
    if first == last:
        lanes: tuple[tuple[int, int], ...] = ((first, _lane(usage, first, left, right)),)
        return Route(edge, source.node, target.node, "routed", out_track, in_track, lanes)
    lanes = ((first, _lane(usage, first, -1.5, left)), (last, _lane(usage, last, -1.5, right)))
    usage.margin += 1
    return Route(edge, source.node, target.node, "routed", out_track, in_track, lanes, usage.margin - 1)


def _lane(usage: Usage, channel: int, a: float, b: float) -> int:
    return take(usage.lanes.setdefault(channel, []), min(a, b) - 0.4, max(a, b) + 0.4)


def _channels(source: Box, target: Box) -> tuple[int, int]:
    """The channels an edge leaves and arrives through."""
    if source.band == target.band:
        channel = source.band if target.column > source.column else source.band + 1
        return channel, channel
    if target.band > source.band:
        return source.band + 1, target.band
    return source.band, target.band + 1


def _reach(source: Box, target: Box) -> tuple[int, int]:
    return abs(source.band - target.band), abs(source.column + 1 - target.column)
