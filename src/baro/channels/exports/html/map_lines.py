"""The line of one edge as an SVG path, where its count is written, and where its arrow points."""

from baro.channels.exports.html.map_frame import Frame
from baro.channels.exports.html.map_layout import END
from baro.channels.exports.html.map_routes import Route

Point = tuple[float, float]
Line = tuple[str, Point, Point, bool]  # path, place of the label, tip of the arrow, whether it points down
CORNER = 6.0
HEAD = 8.0


def path_of(route: Route, frame: Frame) -> Line:
    """Give the path of an edge."""
    if route.kind == "self":
        return _loop(route, frame)
    source, target = frame.boxes[route.source], frame.boxes[route.target]
    start = (frame.left(source) + source.width, frame.out_port[id(route)])
    tip = (frame.left(target) - 1, frame.in_port[id(route)])
    if source.node < 0:
        start = (start[0] - 3, frame.middle(source))
    if target.node == END:
        tip = (tip[0] + 1, frame.middle(target))
    if route.kind == "direct":
        return _curve(start, tip, frame.label_x(target.column), frame.label_y[id(route)])
    return _routed(route, frame, start, tip)


def _loop(route: Route, frame: Frame) -> Line:
    """A step that follows itself: an arc on its upper right corner."""
    box = frame.boxes[route.source]
    x, y = frame.left(box) + box.width, frame.top(box)
    d = f"M{x - 58:.1f} {y:.1f}C{x - 58:.1f} {y - 30:.1f} {x - 16:.1f} {y - 30:.1f} {x - 16:.1f} {y - HEAD:.1f}"
    return d, (x - 37, y - 22), (x - 16, y - 1), True


def _curve(start: Point, tip: Point, label_x: float, label_y: float) -> Line:
    """Two gentle curves that meet in the count."""
    (x1, y1), (x2, y2) = start, (tip[0] - HEAD, tip[1])
    a, b = (x1 + label_x) / 2, (label_x + x2) / 2
    d = (
        f"M{x1:.1f} {y1:.1f}C{a:.1f} {y1:.1f} {a:.1f} {label_y:.1f} {label_x:.1f} {label_y:.1f}"
        f"C{b:.1f} {label_y:.1f} {b:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    )
    return d, (label_x, label_y), tip, False


def _routed(route: Route, frame: Frame, start: Point, tip: Point) -> Line:
    source, target = frame.boxes[route.source], frame.boxes[route.target]
    out_x = frame.out_x(source.column + 1, route.out_track)
    in_x = frame.in_x(target.column, route.in_track)
    levels = [frame.lane_y(channel, slot) for channel, slot in route.lanes]
    points: list[Point] = [start, (out_x, start[1]), (out_x, levels[0])]
    label_to = in_x
    if route.margin >= 0:
        trunk = frame.margin_x(route.margin)
        points += [(trunk, levels[0]), (trunk, levels[1])]
        label_to = trunk
    points += [(in_x, levels[-1]), (in_x, tip[1]), (tip[0] - HEAD, tip[1])]
    return _rounded(points), ((out_x + label_to) / 2, levels[0]), tip, False


def _rounded(points: list[Point]) -> str:
    """A polyline with rounded corners."""
    d = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _toward(at, before), _toward(at, after)
        d.append(f"L{into[0]:.1f} {into[1]:.1f}Q{at[0]:.1f} {at[1]:.1f} {out[0]:.1f} {out[1]:.1f}")
    return "".join(d) + f"L{points[-1][0]:.1f} {points[-1][1]:.1f}"


def _toward(at: Point, other: Point) -> Point:
    """A point at most a corner's radius away from `at`, on the way to `other` and not beyond its half."""
    dx, dy = other[0] - at[0], other[1] - at[1]
    length = abs(dx) + abs(dy)
    step = min(CORNER, length / 2)
    return (at[0] + dx / length * step, at[1] + dy / length * step) if length else at
