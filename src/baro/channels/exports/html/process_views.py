"""One approved process as strings for the template: its figures, its map, and the ways taken between its steps."""

from dataclasses import dataclass

from django.utils.safestring import SafeString  # type: ignore[import-untyped]

from baro.channels.exports import formatting
from baro.channels.exports.html import process_map
from baro.channels.exports.html.views import MOST_ROWS, prose, safe
from baro.rules.counted.told import MapEdge, ProcessMap


@dataclass(frozen=True, slots=True)
class WayView:
    source: str
    target: str
    count: str
    foreseen: bool


@dataclass(frozen=True, slots=True)
class ProcessView:
    anchor: str
    name: str
    code: str
    version: str
    decision: SafeString
    cases: str
    fitting: str
    fitting_share: str
    deviations: str
    late: str
    svg: SafeString
    lies: bool
    note: str
    ways: tuple[WayView, ...]
    ways_told: str


def process(told: ProcessMap, place: int) -> ProcessView:
    """Everything of a process that the page shows; `place` makes its address."""
    clean = formatting.printable
    drawn = process_map.draw(told)
    edges = sorted(told.edges, key=lambda e: (e.foreseen, -e.count, e.source, e.target))
    names = [clean(n.activity) for n in told.nodes]
    return ProcessView(
        f"quy-trinh-{place}", clean(told.process), clean(told.code), clean(told.version), prose(told.decision),
        formatting.count(told.cases), formatting.count(told.fitting),
        formatting.share(told.fitting / told.cases) if told.cases else formatting.NOTHING,
        formatting.count(sum(n.deviations for n in told.nodes)),
        formatting.working_days(sum(n.late_minutes for n in told.nodes) / 480).replace(" làm việc", ""),
        safe(drawn.svg), drawn.lies, _left_out(drawn), tuple(_way(e, names) for e in edges[:MOST_ROWS]),
        f"{formatting.count(len(edges))} dòng" + (f", nêu {MOST_ROWS}" if len(edges) > MOST_ROWS else ""),
    )  # fmt: skip


def _way(edge: MapEdge, names: list[str]) -> WayView:
    source = names[edge.source] if edge.source >= 0 else "(bắt đầu)"
    target = names[edge.target] if edge.target >= 0 else "(kết thúc)"
    return WayView(source, target, formatting.count(edge.count), edge.foreseen)


def _left_out(drawn: process_map.Drawn) -> str:
    """Say what the map leaves out and where it stands."""
    told = []
    if drawn.hidden_steps:
        told.append(
            f"Bản đồ vẽ {drawn.steps} bước nhiều việc hoặc trễ nhất; còn {formatting.count(drawn.hidden_steps)} bước khác "
            "có trong bảng “Theo bước của quy trình”."
        )
    if drawn.hidden_edges:
        told.append(
            f"Còn {formatting.count(drawn.hidden_edges)} lối đi hiếm hơn ({formatting.count(drawn.hidden_times)} lần) có "
            "trong bảng các lối đi."
        )
    return formatting.tight(" ".join(told))
