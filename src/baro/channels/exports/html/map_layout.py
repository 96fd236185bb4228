"""Where the steps of a process map stand: columns from left to right, wrapped into bands like lines of writing."""

from dataclasses import dataclass

from baro.channels.exports.html.svg import wrap
from baro.rules.counted.told import MapEdge, ProcessMap

NODE_WIDTH = 166
TEXT_WIDTH = NODE_WIDTH - 22
LABEL_SIZE = 13
LINE = 17
STACK_GAP = 40
MOST_IN_COLUMN = 5
DOT = 26  # width of the start and end marks
START, END = -1, -2  # indices of the two marks among the boxes


@dataclass(frozen=True, slots=True)
class Box:
    """A step (or the start or end mark) at its place; `y` is measured from the top of its band."""

    node: int
    band: int
    column: int
    y: float
    height: float
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        return NODE_WIDTH if self.node >= 0 else DOT


def boxes(told: ProcessMap, edges: list[MapEdge], per_band: int) -> dict[int, Box]:
    """Place every step; `per_band` columns a band."""
    columns = _columns(told, edges)
    last = max(len(columns) - 1, 0)
    heights = [_height(told, n, _lines(told, n)) for n in range(len(told.nodes))]
    placed: dict[int, Box] = {}
    for band in range(last // per_band + 1):
        mine = columns[band * per_band : (band + 1) * per_band]
        tallest = max((_stack(column, heights) for column in mine), default=0.0)
        for place, column in enumerate(mine):
            y = (tallest - _stack(column, heights)) / 2
            for n in column:
                placed[n] = Box(n, band, place, y, heights[n], _lines(told, n))
                y += heights[n] + STACK_GAP
    return placed | _marks(placed, columns, per_band, last)


def _marks(placed: dict[int, Box], columns: list[list[int]], per_band: int, last: int) -> dict[int, Box]:
    """The start before the first column, the end after the last."""
    return {
        START: Box(START, 0, -1, _middle(placed, columns[0]) - DOT / 2, DOT, ()),
        END: Box(END, last // per_band, last % per_band + 1, _middle(placed, columns[-1]) - DOT / 2, DOT, ()),
    }


def _middle(placed: dict[int, Box], column: list[int]) -> float:
    top, bottom = placed[column[0]], placed[column[-1]]
    return (top.y + bottom.y + bottom.height) / 2


def _columns(told: ProcessMap, edges: list[MapEdge]) -> list[list[int]]:
    """Steps by layer; a layer that is too tall to read becomes several columns."""
    layers = _layers(told, edges)
    columns: list[list[int]] = []
    for layer in sorted(set(layers)):
        members = sorted(
            (n for n, at in enumerate(layers) if at == layer), key=lambda n: (told.nodes[n].step_no == "", n)
        )
        columns += [members[k : k + MOST_IN_COLUMN] for k in range(0, len(members), MOST_IN_COLUMN)]
    return columns


def _layers(told: ProcessMap, edges: list[MapEdge]) -> list[int]:
    """The layers told; where all steps share one (no process to lay out), the distance from the start as observed."""
    given = [node.layer for node in told.nodes]
    if len(set(given)) > 1 or len(given) < 3:
        return given
    found: dict[int, int] = {}
    frontier, depth = [-1], 0
    while frontier:
        reached = sorted({e.target for e in edges if e.source in frontier and e.target >= 0 and e.target not in found})
        found |= dict.fromkeys(reached, depth)
        frontier, depth = reached, depth + 1
    return [found.get(n, depth) for n in range(len(given))]


def role_lines(role: str) -> list[str]:
    """The post that does a step, in at most two lines."""
    return wrap(role, TEXT_WIDTH, LABEL_SIZE, 2)


def _lines(told: ProcessMap, n: int) -> tuple[str, ...]:
    return tuple(wrap(told.nodes[n].activity, TEXT_WIDTH, LABEL_SIZE, 4, 500)) or ("(không tên)",)


def _height(told: ProcessMap, n: int, lines: tuple[str, ...]) -> float:
    """Number and count, label, role, deviations, then the late time where there is any."""
    node = told.nodes[n]
    texts = len(lines) + len(role_lines(node.role)) + bool(node.deviations)
    return 42 + LINE * texts + (26 if node.late_minutes else 0)


def _stack(column: list[int], heights: list[float]) -> float:
    return sum(heights[n] for n in column) + STACK_GAP * (len(column) - 1)
