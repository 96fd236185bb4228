"""Turn a BPMN drawing into a net: one place per sequence flow, a labelled transition per task, silent ones for the rest.

Source: Dijkman, Dumas & Ouyang (2008), "Semantics and analysis of business process models in BPMN". End events consume
their token, so a process is complete when no token is left: the one final marking is empty.
"""

from dataclasses import dataclass, field
from itertools import product

from baro.channels.intake.processes.drawing import Node, NodeKind, Scope
from baro.channels.intake.processes.inclusive import Block, match_joins
from baro.rules.prescribed.processes import Net, Transition
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.soundness import FlawKind, check_soundness

MOST_BRANCHES = 10  # of an inclusive split: 1,023 choices
_UNCLEAR = (FlawKind.NO_PROPER_END, FlawKind.UNBOUNDED, FlawKind.TOO_LARGE)
_SEARCHED = 5_000


@dataclass
class Fragment:
    """Places and transitions of a scope; `entry` places get a token when it starts, `exits` hold one when a path ends."""

    places: list[str] = field(default_factory=list)
    transitions: list[Transition] = field(default_factory=list)
    entry: tuple[int, ...] = ()
    exits: list[int] = field(default_factory=list)

    def place(self, name: str) -> int:
        """Add a place and give its number."""
        self.places.append(name)
        return len(self.places) - 1

    def move(self, name: str, label: str | None, consumes: tuple[int, ...], produces: tuple[int, ...]) -> None:
        """Add a transition with arcs of weight one."""
        ones = tuple((p, 1) for p in consumes), tuple((p, 1) for p in produces)
        self.transitions.append(Transition(name, label, *ones))

    def embed(self, inner: "Fragment") -> int:
        """Copy another fragment in; give by how much its places move."""
        offset = len(self.places)
        self.places += inner.places
        for t in inner.transitions:
            arcs = (tuple((p + offset, w) for p, w in side) for side in (t.consumes, t.produces))
            self.transitions.append(Transition(t.name, t.label, *arcs))
        return offset

    def net(self, finals: tuple[tuple[int, ...], ...]) -> Net:
        """Close the fragment: tokens on the entry places."""
        initial = tuple(int(p in self.entry) for p in range(len(self.places)))
        return Net(tuple(self.places), tuple(self.transitions), initial, finals)


def net_of(file: str, scope: Scope) -> Net:
    """Give the net of a whole process."""
    fragment = _Translation(file, scope).fragment
    for place in fragment.exits:
        fragment.move("end", None, (place,), ())
    return fragment.net(((0,) * len(fragment.places),))


class _Translation:
    """The translation of one scope; place k is sequence flow k."""

    def __init__(self, file: str, scope: Scope, *, is_inner: bool = False) -> None:
        self._file, self._scope = file, scope
        self.fragment = Fragment(list(scope.flow_ids))
        self._blocks = match_joins(scope)
        self._by_split = {block.split: block for block in self._blocks.values()}
        self._arrivals = {join: self._arrival_places(block) for join, block in self._blocks.items()}
        self._start(is_inner=is_inner)
        for node in scope.nodes.values():
            self._check_connected(node)
            self._node(node)

    def _start(self, *, is_inner: bool) -> None:
        starts = self._scope.of_kind(NodeKind.START)
        if not starts:
            raise Refused("process.no_start", file=self._file, name=self._scope.name)
        if len(starts) == 1:
            self.fragment.entry = tuple(starts[0].outgoing)
            return
        if is_inner:
            raise self._refused("process.many_starts", starts[1], name=self._scope.name)
        chosen = self.fragment.place("start")  # several start events: the process begins at one of them
        self.fragment.entry = (chosen,)
        for start in starts:
            self.fragment.move(start.id, None, (chosen,), tuple(start.outgoing))

    def _check_connected(self, node: Node) -> None:
        lacks_in = not node.incoming and node.kind is not NodeKind.START
        is_open = node.kind in (NodeKind.TASK, NodeKind.SCOPE, NodeKind.END)
        if lacks_in or not (node.outgoing or is_open):
            raise self._refused("process.unconnected", node)

    def _node(self, node: Node) -> None:
        match node.kind:
            case NodeKind.TASK:
                self.fragment.move(node.id, node.name, (self._merged(node),), self._outs(node))
            case NodeKind.END:
                self.fragment.exits += node.incoming
            case NodeKind.CHOICE:
                self._choice(node)
            case NodeKind.PARALLEL:
                self.fragment.move(node.id, None, tuple(node.incoming), tuple(node.outgoing))
            case NodeKind.INCLUSIVE:
                self._inclusive(node)
            case NodeKind.SCOPE:
                self._subprocess(node)
            case NodeKind.START:
                pass  # its token is the initial marking

    def _merged(self, node: Node) -> int:
        """One place for all that comes in: several incoming flows are alternatives (BPMN 13.3.1)."""
        if len(node.incoming) == 1:
            return node.incoming[0]
        merged = self.fragment.place(f"{node.id} in")
        for flow in node.incoming:
            self.fragment.move(node.id, None, (flow,), (merged,))
        return merged

    def _outs(self, node: Node) -> tuple[int, ...]:
        """All that goes out at once; a place that ends the path where nothing does."""
        if node.outgoing:
            return tuple(node.outgoing)
        self.fragment.exits.append(self.fragment.place(f"{node.id} out"))
        return (self.fragment.exits[-1],)

    def _choice(self, node: Node) -> None:
        sources = node.incoming if len(node.outgoing) == 1 else [self._merged(node)]
        for source, target in product(sources, node.outgoing):
            self.fragment.move(node.id, None, (source,), (target,))

    def _inclusive(self, node: Node) -> None:
        if len(node.incoming) == 1:
            ready = node.incoming[0]
        else:
            if node.id not in self._blocks:
                raise self._refused("process.inclusive_unmatched", node)
            ready = self.fragment.place(f"{node.id} in")
            self.fragment.move(node.id, None, self._arrivals[node.id], (ready,))
        if len(node.outgoing) > MOST_BRANCHES:
            raise self._refused("process.inclusive_too_wide", node, limit=MOST_BRANCHES)
        block = self._by_split.get(node.id)
        skips = self._arrivals[block.join] if block else ()
        for chosen in product((True, False), repeat=len(node.outgoing)):
            if any(chosen):
                taken = tuple(f for f, is_in in zip(node.outgoing, chosen, strict=True) if is_in)
                skipped = tuple(a for a, is_in in zip(skips, chosen, strict=True) if not is_in) if skips else ()
                self.fragment.move(node.id, None, (ready,), taken + skipped)

    def _arrival_places(self, block: Block) -> tuple[int, ...]:
        """One place per branch at the join; a branch that was not chosen gets its token there at the split."""
        places = []
        for flows in block.arrivals:
            place = flows[0] if len(flows) == 1 else self.fragment.place(f"{block.join} in")
            places.append(place)
            for flow in flows:
                if flow != place:
                    self.fragment.move(block.join, None, (flow,), (place,))
        return tuple(places)

    def _subprocess(self, node: Node) -> None:
        if node.scope is None or not node.scope.nodes:
            raise self._refused("process.no_start", node)
        inner = _Translation(self._file, node.scope, is_inner=True).fragment
        joins = next((j for j in (False, True) if _ends_properly(inner, joins=j)), None)
        if joins is None:
            raise self._refused("process.subprocess_ends", node)
        entered, left = self._merged(node), self._outs(node)
        offset = self.fragment.embed(inner)
        self.fragment.move(node.id, None, (entered,), tuple(p + offset for p in inner.entry))
        exits = tuple(p + offset for p in inner.exits)
        for together in (exits,) if joins else ((p,) for p in exits):
            self.fragment.move(node.id, None, together, left)

    def _refused(self, code: str, node: Node, **facts: str | int) -> Refused:
        told = {"file": self._file, "element": node.kind.value, "name": node.name or node.id, "line": node.line}
        return Refused(code, **{**told, **facts})


def _ends_properly(inner: Fragment, *, joins: bool) -> bool:
    """Say whether the inside of a subProcess is over exactly when one of its ends (or all of them) is reached."""
    trial = Fragment(list(inner.places), list(inner.transitions), inner.entry)
    done = trial.place("done")
    for together in (tuple(inner.exits),) if joins else ((p,) for p in inner.exits):
        trial.move("end", None, together, (done,))
    flaws = check_soundness(trial.net((tuple(int(p == done) for p in range(done + 1)),)), _SEARCHED)
    return not any(flaw.kind in _UNCLEAR for flaw in flaws) and (not joins or not flaws)
