"""The measures of a process map once its edges are routed: where bands, columns, gutters, lanes and ports lie."""

from baro.channels.exports import formatting
from baro.channels.exports.html.fonts import width_of
from baro.channels.exports.html.map_layout import DOT, LABEL_SIZE, NODE_WIDTH, Box
from baro.channels.exports.html.map_routes import LANE, MIDDLE, PAD, TRACK, Route, Usage

LABEL_GAP = 18


def label_width(count: int) -> float:
    """The width of a count as it is written on an edge."""
    return width_of(formatting.count(count), LABEL_SIZE)


def _apart(wanted: list[float]) -> list[float]:
    """Move sorted heights so that neighbours are a line apart: down where needed, then all back by half of the excess."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + LABEL_GAP) if placed else y)
    excess = max((a - b for a, b in zip(placed, wanted, strict=True)), default=0.0)
    return [y - excess / 2 for y in placed]


class Frame:
    """Turns places (band, column, track, lane) into pixels."""

    def __init__(self, boxes: dict[int, Box], routes: list[Route], usage: Usage) -> None:
        self.boxes, self.usage = boxes, usage
        self.bands = max(b.band for b in boxes.values()) + 1
        self.columns = max(b.column for b in boxes.values()) + 1
        direct = [r for r in routes if r.kind == "direct"]
        self.middle_width = max([MIDDLE, *(label_width(r.edge.count) + 12 for r in direct)])
        self._lay_columns()
        self._lay_bands()
        self._lay_ports(routes)
        self._lay_labels(direct)

    def _lay_columns(self) -> None:
        """Gutters as wide as their tracks need."""
        margin = PAD + self.usage.margin * TRACK
        self.start_x = float(margin) + (TRACK if self.usage.margin else 0)
        self.gutter_x: list[float] = []
        self.gutter_out: list[int] = []
        self.column_x: list[float] = []
        at: float = self.start_x + DOT
        for column in range(self.columns):
            out, into = len(self.usage.out_tracks.get(column, [])), len(self.usage.in_tracks.get(column, []))
            self.gutter_x.append(at)
            self.gutter_out.append(out)
            at += 2 * PAD + (out + into) * TRACK + self.middle_width
            self.column_x.append(at)
            at += NODE_WIDTH if any(b.column == column and b.node >= 0 for b in self.boxes.values()) else DOT
        self._lay_last_gutter(at)

    def _lay_last_gutter(self, at: float) -> None:
        """Edges that leave the last column and run back need a gutter to its right."""
        out = len(self.usage.out_tracks.get(self.columns, []))
        self.gutter_x.append(at)
        self.gutter_out.append(out)
        self.width = at + PAD + (out * TRACK + PAD if out else 0)

    def _lay_bands(self) -> None:
        self.channel_y: list[float] = []
        self.band_y: list[float] = []
        at = 4.0
        for band in range(self.bands + 1):
            self.channel_y.append(at)
            at += len(self.usage.lanes.get(band, [])) * LANE + (32 if band < self.bands else 6)
            if band < self.bands:
                self.band_y.append(at)
                at += max(b.y + b.height for b in self.boxes.values() if b.band == band) + (
                    8 if band + 1 == self.bands else 14
                )
        self.height = at

    def _lay_ports(self, routes: list[Route]) -> None:
        """Spread the edges of a step over its side: those from above first, those from below last."""
        self.out_port: dict[int, float] = {}
        self.in_port: dict[int, float] = {}
        moving = [r for r in routes if r.kind != "self"]
        for box in self.boxes.values():
            self._spread([r for r in moving if r.source == box.node], box, self.out_port, outgoing=True)
            self._spread([r for r in moving if r.target == box.node], box, self.in_port, outgoing=False)

    def _spread(self, mine: list[Route], box: Box, ports: dict[int, float], *, outgoing: bool) -> None:
        def height_of(route: Route) -> float:
            if route.kind == "direct":
                return self.middle(self.boxes[route.target if outgoing else route.source])
            channel, slot = route.lanes[0 if outgoing else -1]
            return self.lane_y(channel, slot)

        step = box.height / (len(mine) + 1)
        for k, route in enumerate(sorted(mine, key=lambda r: (height_of(r), r.source, r.target))):
            ports[id(route)] = self.top(box) + step * (k + 1)

    def _lay_labels(self, direct: list[Route]) -> None:
        """Counts of direct edges in one gutter stand apart by at least a line."""
        self.label_y: dict[int, float] = {}
        for gutter in sorted({(self.boxes[r.target].band, self.boxes[r.target].column) for r in direct}):
            mine = [r for r in direct if (self.boxes[r.target].band, self.boxes[r.target].column) == gutter]
            wanted = {id(r): (self.out_port[id(r)] + self.in_port[id(r)]) / 2 for r in mine}
            ordered = sorted(mine, key=lambda r: (wanted[id(r)], r.source, r.target))
            self.label_y |= dict(zip(map(id, ordered), _apart([wanted[id(r)] for r in ordered]), strict=True))

    def left(self, box: Box) -> float:
        return self.start_x if box.column < 0 else self.column_x[box.column]

    def top(self, box: Box) -> float:
        return self.band_y[box.band] + box.y

    def middle(self, box: Box) -> float:
        return self.top(box) + box.height / 2

    def lane_y(self, channel: int, slot: int) -> float:
        return self.channel_y[channel] + 12 + slot * LANE

    def out_x(self, gutter: int, track: int) -> float:
        return self.gutter_x[gutter] + PAD + track * TRACK

    def in_x(self, gutter: int, track: int) -> float:
        return self.column_x[gutter] - PAD - 6 - track * TRACK

    def label_x(self, gutter: int) -> float:
        return self.gutter_x[gutter] + PAD + self.gutter_out[gutter] * TRACK + self.middle_width / 2 - 4

    def margin_x(self, track: int) -> float:
        return 6 + track * TRACK
