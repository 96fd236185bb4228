"""The process map as SVG: steps from left to right, what was observed between them, late time on the step.

Thickness of a line says how often; dashed and coloured: a succession that the approved process does not foresee.
"""

from dataclasses import dataclass

from baro.channels.exports import formatting
from baro.channels.exports.html import svg, theme
from baro.channels.exports.html.fonts import width_of
from baro.channels.exports.html.map_choice import choose
from baro.channels.exports.html.map_frame import Frame, label_width
from baro.channels.exports.html.map_layout import (
    END,
    LABEL_SIZE,
    LINE,
    NODE_WIDTH,
    START,
    TEXT_WIDTH,
    Box,
    boxes,
    role_lines,
)
from baro.channels.exports.html.map_lines import path_of
from baro.channels.exports.html.map_routes import Route, routes
from baro.rules.counted.reports.maps import approved_map
from baro.rules.counted.told import MapEdge, MapNode, ProcessMap
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused

WIDEST = 1190  # pixels; the page shrinks a little wider map by at most a twentieth


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture and what was left out of it."""

    svg: str
    steps: int
    edges: int
    hidden_steps: int
    hidden_edges: int
    hidden_times: int
    lies: bool  # wider than high, so that it prints best across the sheet


def picture(told: ProcessMap) -> str:
    """Draw one process for a page: SVG that is safe to show, "" if nothing was observed on it."""
    return draw(told).svg


def approved(process: ApprovedProcess) -> str:
    """Draw the approved steps of a process, "" where its orders are too many to be drawn."""
    try:
        told = approved_map(process, compile_net(process.net, process.code))
    except Refused:
        return ""
    return _picture(told, *_framed(told, list(told.edges))) if told.nodes else ""


def draw(told: ProcessMap) -> Drawn:
    """Draw one process; what is too rare to be read among the rest is counted, not drawn."""
    if not told.nodes:
        return Drawn("", 0, 0, 0, 0, 0, False)
    choice = choose(told)
    frame, found = _framed(choice.told, list(choice.told.edges))
    lies = frame.width > 1.2 * frame.height
    return Drawn(
        _picture(choice.told, frame, found), len(choice.told.nodes), len(found), choice.hidden_steps,
        choice.hidden_edges, choice.hidden_times, lies,
    )  # fmt: skip


def _framed(told: ProcessMap, edges: list[MapEdge]) -> tuple[Frame, list[Route]]:
    """As many columns beside each other as the page is wide."""
    for per_band in (6, 5, 4, 3):
        placed = boxes(told, edges, per_band)
        found, usage = routes(edges, placed)
        frame = Frame(placed, found, usage)
        if frame.width <= WIDEST:
            break
    return frame, found


def _picture(told: ProcessMap, frame: Frame, found: list[Route]) -> str:
    placed = frame.boxes
    most = max((1, *(r.edge.count for r in found)))
    lines, labels = [], []
    for route in sorted(found, key=lambda r: (not r.edge.foreseen, r.edge.count), reverse=True):
        line, label = _edge(route, frame, most)
        lines.append(line)
        labels.append(label)
    latest = max((n.late_minutes for n in told.nodes), default=0)
    steps = [_step(told.nodes[b.node], b, frame, latest) for b in placed.values() if b.node >= 0]
    inner = "".join([*lines, *labels, *steps, _mark(placed[START], frame), _mark(placed[END], frame)])
    width, height = round(frame.width), round(frame.height)
    return svg.element(
        "svg", inner, class_="map", width=width, height=height, viewBox=f"0 0 {width} {height}", role="img",
        aria_label=f"Bản đồ quy trình {formatting.printable(told.process)}",
    )  # fmt: skip


def _edge(route: Route, frame: Frame, most: int) -> tuple[str, str]:
    colour = theme.FLOW if route.edge.foreseen else theme.UNFORESEEN
    width = 1.2 + 3.3 * (route.edge.count / most) ** 0.5
    d, (x, y), (tip_x, tip_y), down = path_of(route, frame)
    dashes = {} if route.edge.foreseen else {"stroke_dasharray": "6 4"}
    line = svg.element("path", d=d, fill="none", stroke=colour, stroke_width=width, stroke_linejoin="round", **dashes)
    head = 4.5 + width / 2
    tip = (
        f"{tip_x:.1f},{tip_y:.1f} {tip_x - head:.1f},{tip_y - 8:.1f} {tip_x + head:.1f},{tip_y - 8:.1f}"
        if down
        else f"{tip_x:.1f},{tip_y:.1f} {tip_x - 9:.1f},{tip_y - head:.1f} {tip_x - 9:.1f},{tip_y + head:.1f}"
    )
    return line + svg.element("polygon", points=tip, fill=colour), _edge_label(route.edge, x, y)


def _edge_label(edge: MapEdge, x: float, y: float) -> str:
    """How often; nothing on a way that nobody is told to have gone."""
    if not edge.count:
        return ""
    words = formatting.count(edge.count)
    width = label_width(edge.count) + 6
    back = svg.element("rect", x=x - width / 2, y=y - 8.5, width=width, height=17, rx=3, fill=theme.PAPER)
    ink = theme.SECOND_INK if edge.foreseen else theme.UNFORESEEN
    return back + svg.text(words, x, y + 4.5, text_anchor="middle", font_size=LABEL_SIZE, fill=ink)


def _step(node: MapNode, box: Box, frame: Frame, latest: int) -> str:
    x, y = frame.left(box), frame.top(box)
    edge, dashes = ("#C5CCD4", {}) if node.step_no else (theme.UNFORESEEN, {"stroke_dasharray": "6 4"})
    parts = [
        svg.element("title", svg.escape(formatting.printable(node.activity))),
        svg.element("rect", x=x, y=y, width=NODE_WIDTH, height=box.height, rx=6, fill=theme.PAPER, stroke=edge,
                    stroke_width=1.2, **dashes),
        _step_head(node, x, y + 21),
    ]  # fmt: skip
    at = y + 40.0
    for words, look in [(line, {"fill": theme.INK, "font_weight": 500}) for line in box.lines] + _notes(node):
        parts.append(svg.text(words, x + 11, at, font_size=LABEL_SIZE, **look))
        at += LINE
    if node.late_minutes:
        parts.append(_late(node.late_minutes, latest, x, y + box.height))
    return svg.element("g", "".join(parts))


def _step_head(node: MapNode, x: float, y: float) -> str:
    """The number of the step on the left, how often it was done on the right, if at all."""
    times = f"{formatting.count(node.count)} lần" if node.count else ""
    number = f"Bước {node.step_no}" if node.step_no else "Bước thêm"
    fitting = svg.wrap(number, TEXT_WIDTH - width_of(times, LABEL_SIZE) - 6, LABEL_SIZE, 1)
    ink = theme.SECOND_INK if node.step_no else theme.UNFORESEEN
    return svg.text("".join(fitting), x + 11, y, font_size=LABEL_SIZE, fill=ink) + svg.text(
        times, x + NODE_WIDTH - 11, y, font_size=LABEL_SIZE, fill=theme.SECOND_INK, text_anchor="end"
    )


def _notes(node: MapNode) -> list[tuple[str, dict[str, object]]]:
    notes: list[tuple[str, dict[str, object]]] = [(line, {"fill": theme.SECOND_INK}) for line in role_lines(node.role)]
    if node.deviations:
        notes.append((f"{formatting.count(node.deviations)} lần lệch", {"fill": theme.UNFORESEEN}))
    return notes


def _late(minutes: int, latest: int, x: float, bottom: float) -> str:
    """Late time carried by the step: a number and a bar along its foot, as long as its share of the heaviest."""
    full = TEXT_WIDTH
    words = f"Trễ {formatting.held(minutes).replace(' làm việc', '')}"
    return (
        svg.text(words, x + 11, bottom - 16, font_size=LABEL_SIZE, font_weight=600, fill=theme.LATE)
        + svg.element("rect", x=x + 11, y=bottom - 10, width=full, height=4, rx=2, fill="#F5DEDC")
        + svg.element(
            "rect", x=x + 11, y=bottom - 10, width=max(2.0, full * minutes / latest), height=4, rx=2, fill=theme.LATE
        )
    )


def _mark(box: Box, frame: Frame) -> str:
    """The start: a ring; the end: a filled ring (as BPMN draws them)."""
    x, y = frame.left(box) + 13, frame.middle(box)
    words = "Bắt đầu" if box.node == START else "Kết thúc"
    thick = 2.0 if box.node == START else 4.0
    ring = svg.element("circle", cx=x, cy=y, r=10, fill=theme.PAPER, stroke=theme.INK, stroke_width=thick)
    return svg.element("g", svg.element("title", words) + ring)
