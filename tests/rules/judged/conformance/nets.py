"""Nets for tests: block-structured ones of every shape, and wild ones, sound or not."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from baro.rules.prescribed.processes import Net, Transition

LABELS = "abcd"


@dataclass
class Drawing:
    """A net under construction: places are numbers."""

    places: int = 0
    transitions: list[Transition] = field(default_factory=list)

    def place(self) -> int:
        self.places += 1
        return self.places - 1

    def transition(self, label: str | None, take: list[int], give: list[int]) -> None:
        name = f"t{len(self.transitions)}"
        self.transitions.append(Transition(name, label, tuple((p, 1) for p in take), tuple((p, 1) for p in give)))


def build(block) -> Net:
    """Build the net of a block: a label, or (kind, part, …) with kind seq, xor, and, loop, skip."""
    net = Drawing()
    start, end = net.place(), net.place()
    _draw(net, block, start, end)
    initial = tuple(int(p == start) for p in range(net.places))
    final = tuple(int(p == end) for p in range(net.places))
    return Net(tuple(f"p{k}" for k in range(net.places)), tuple(net.transitions), initial, (final,))


def _draw(net: Drawing, block, start: int, end: int) -> None:
    if isinstance(block, str):
        net.transition(block, [start], [end])
        return
    kind, *parts = block
    if kind == "seq":
        points = [start, *(net.place() for _ in parts[1:]), end]
        for part, a, b in zip(parts, points, points[1:], strict=False):
            _draw(net, part, a, b)
    elif kind == "xor":
        for part in parts:
            _draw(net, part, start, end)
    elif kind == "skip":
        net.transition(None, [start], [end])
        _draw(net, parts[0], start, end)
    elif kind == "loop":
        into, out = net.place(), net.place()
        net.transition(None, [start], [into])
        _draw(net, parts[0], into, out)
        net.transition(None, [out], [into])
        net.transition(None, [out], [end])
    else:
        ends = [(net.place(), net.place()) for _ in parts]
        net.transition(None, [start], [a for a, _ in ends])
        for part, (a, b) in zip(parts, ends, strict=True):
            _draw(net, part, a, b)
        net.transition(None, [b for _, b in ends], [end])


def reachable(net: Net) -> tuple[tuple[int, ...], ...]:
    """Every marking that can be reached."""
    found = {net.initial: None}
    open_ = [net.initial]
    while open_:
        marking = open_.pop()
        for t in net.transitions:
            if all(marking[p] >= w for p, w in t.consumes):
                after = list(marking)
                for p, w in t.consumes:
                    after[p] -= w
                for p, w in t.produces:
                    after[p] += w
                if tuple(after) not in found:
                    found[tuple(after)] = None
                    open_.append(tuple(after))
    return tuple(found)


blocks = st.recursive(
    st.sampled_from(LABELS),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["seq", "xor", "and"]), inner, inner),
        st.tuples(st.sampled_from(["seq", "and"]), inner, inner, inner),
        st.tuples(st.sampled_from(["loop", "skip"]), inner),
    ),
    max_leaves=6,
)


@st.composite
def wild_nets(draw) -> Net:
    """Any small net at all; it may be unsound."""
    places = draw(st.integers(1, 4))
    side = st.lists(st.integers(0, places - 1), max_size=2, unique=True)
    transition = st.tuples(st.sampled_from([*LABELS, None]), side, side)
    drawn = draw(st.lists(transition, min_size=1, max_size=6))
    made = [
        Transition(f"t{k}", label, tuple((p, 1) for p in take), tuple((p, 1) for p in give))
        for k, (label, take, give) in enumerate(drawn)
        if take  # a source of tokens is unbounded
    ]
    marking = st.tuples(*(st.integers(0, 1) for _ in range(places)))
    return Net(tuple("p" * places), tuple(made), draw(marking), (draw(marking),))


traces = st.lists(st.sampled_from(LABELS + "z"), max_size=7).map(tuple)
