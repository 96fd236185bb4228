"""Give a net back as rows, for writing it as a drawing or a table: steps, choices, parallel splits and joins.

It works for nets in which a choice never depends on what else is going on (extended free choice), which all drawings and
tables give. Junctions with one way in and one way out vanish.
"""

from dataclasses import dataclass, field

from baro.channels.intake.processes.rows import END, Row
from baro.rules.prescribed.processes import ApprovedProcess, Net
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.soundness import FlawKind, check_soundness

_IMPROPER = (FlawKind.NO_PROPER_END, FlawKind.UNBOUNDED, FlawKind.TOO_LARGE)
START = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """Rows, row 0 being the start; `transition[k]` is the transition that row k shows, None for a junction."""

    rows: tuple[Row, ...]
    transition: tuple[int | None, ...]


@dataclass
class _Graph:
    """Nodes ("start", "and", "xor" or "task") and links; a link to END ends a path."""

    kinds: list[str] = field(default_factory=lambda: ["start"])
    shows: list[int | None] = field(default_factory=lambda: [None])
    links: list[tuple[int, int]] = field(default_factory=list)

    def node(self, kind: str, shows: int | None = None) -> int:
        self.kinds.append(kind)
        self.shows.append(shows)
        return len(self.kinds) - 1


def shape_of(process: ApprovedProcess) -> Shape:
    """Give the shape of a process's net.

    Raises `Refused("process.not_writable", name, step)` where the net is not of a shape that rows can say exactly.
    """
    net = process.net
    _check_arcs(process)
    _check_finals(process)
    graph = _Graph()
    entries, exits = _add_transitions(graph, net)
    target = _add_places(graph, process, entries)
    for t, transition in enumerate(net.transitions):
        graph.links += [(exits[t], target[p]) for p, _ in transition.produces] or [(exits[t], END)]
    graph.links += [(START, target[p]) for p, count in enumerate(net.initial) if count]
    _shorten(graph)
    return _rows(graph, net)


def _refused(process: ApprovedProcess, step: str) -> Refused:
    return Refused("process.not_writable", name=process.name, step=step)


def _check_arcs(process: ApprovedProcess) -> None:
    """Arcs take and give one token; every transition hangs on the start, and one token at most lies in a place there."""
    net = process.net
    led_to = _led_to(net)
    for number, t in enumerate(net.transitions):
        if number not in led_to or any(weight != 1 for _, weight in (*t.consumes, *t.produces)):
            raise _refused(process, t.label or t.name)
    if max(net.initial, default=0) != 1:
        raise _refused(process, "")


def _led_to(net: Net) -> set[int]:
    """The transitions that links lead to from the start, leaving aside whether all their tokens ever meet."""
    marked = {p for p, count in enumerate(net.initial) if count}
    found: set[int] = set()
    while fresh := {
        number
        for number, t in enumerate(net.transitions)
        if number not in found and t.consumes and all(p in marked for p, _ in t.consumes)
    }:
        found |= fresh
        marked |= {p for number in fresh for p, _ in net.transitions[number].produces}
    return found


def _check_finals(process: ApprovedProcess) -> None:
    """The end is the empty marking, or one token in a place that nothing leaves, with nothing left over."""
    net = process.net
    consumed = {p for t in net.transitions for p, _ in t.consumes}
    sinks = {p for p in range(len(net.places)) if p not in consumed}
    ends = {p for final in net.finals for p, count in enumerate(final) if count}
    if ends != sinks or any(sum(final) > 1 for final in net.finals) or (ends and not all(map(any, net.finals))):
        raise _refused(process, next((net.places[p] for p in sorted(ends ^ sinks)), ""))
    if ends and any(flaw.kind in _IMPROPER for flaw in check_soundness(net)):
        raise _refused(process, net.places[min(ends)])


def _add_transitions(graph: _Graph, net: Net) -> tuple[list[int], list[int]]:
    """Add a node per transition, with junctions around steps that need several tokens or give several."""
    entries, exits = [], []
    for number, t in enumerate(net.transitions):
        if t.label is None:
            node = before = after = graph.node("and")
        else:
            node = graph.node("task", number)
            before = graph.node("and")
            after = graph.node("and")
            graph.links += [(before, node), (node, after)]
        entries.append(before)
        exits.append(after)
    return entries, exits


def _add_places(graph: _Graph, process: ApprovedProcess, entries: list[int]) -> list[int]:
    """Give, per place, the node to which its tokens go, through junctions for alternatives."""
    net = process.net
    takers: list[list[int]] = [[] for _ in net.places]
    for number, t in enumerate(net.transitions):
        for p, _ in t.consumes:
            takers[p].append(number)
    shared: dict[frozenset[int], int] = {}
    target = []
    for taken in takers:
        if len(taken) < 2:
            target.append(_gathered(graph, entries[taken[0]]) if taken else END)
            continue
        needs = {frozenset(p for p, _ in net.transitions[t].consumes) for t in taken}
        if len(needs) > 1:
            raise _refused(process, next((net.transitions[t].label or "" for t in taken), ""))
        key = needs.pop()
        if key not in shared:
            shared[key], choice = graph.node("and"), graph.node("xor")
            graph.links += [(shared[key], choice), *((choice, entries[t]) for t in taken)]
        target.append(_gathered(graph, shared[key]))
    return target


def _gathered(graph: _Graph, node: int) -> int:
    """A junction before a node: several may bring a token to one place."""
    junction = graph.node("xor")
    graph.links.append((junction, node))
    return junction


def _shorten(graph: _Graph) -> None:
    """Take away junctions that join nothing and split nothing, until none is left."""
    before, after = _neighbours(graph)
    queue = list(range(1, len(graph.kinds)))
    while queue:
        node = queue.pop()
        ins, outs = before[node], after[node]
        if graph.kinds[node] == "xor" and node in outs and len(outs) > 1:
            outs.remove(node)  # a silent loop changes nothing
            ins.remove(node)
        if graph.kinds[node] == "task" or len(ins) != 1 or len(outs) != 1 or node in outs:
            continue
        source, target = ins[0], outs[0]
        twice = target in after[source]
        if twice and not _may_merge(graph, source, target):
            continue
        after[source].remove(node)
        ins.clear()
        outs.clear()
        if target != END:
            before[target].remove(node)
        if not twice:
            after[source].append(target)
            if target != END:
                before[target].append(source)
        queue += [k for k in (source, target) if k > START]
    graph.links = [(node, target) for node, targets in enumerate(after) for target in targets]


def _neighbours(graph: _Graph) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _ in graph.kinds]
    after: list[list[int]] = [[] for _ in graph.kinds]
    for source, target in dict.fromkeys(graph.links):
        after[source].append(target)
        if target != END:
            before[target].append(source)
    return before, after


def _may_merge(graph: _Graph, source: int, target: int) -> bool:
    """Two links between the same nodes are one if both carry a token or both are the same choice."""
    if target == END:
        return True
    splits = graph.kinds[source] in ("and", "start")
    return splits == (graph.kinds[target] == "and")


def _rows(graph: _Graph, net: Net) -> Shape:
    before, after = _neighbours(graph)
    kept = [k for k in range(len(graph.kinds)) if k == START or after[k]]
    at = {k: number for number, k in enumerate(kept)} | {END: END}
    rows = []
    for k in kept:
        ins, outs = tuple(at[s] for s in before[k]), tuple(at[t] for t in after[k])
        waits = (ins,) if graph.kinds[k] == "and" and ins else tuple((s,) for s in ins)
        following = tuple((t,) for t in outs) if graph.kinds[k] == "xor" else (outs,)
        shows = graph.shows[k]
        rows.append(Row(None if shows is None else net.transitions[shows].label, following, waits))
    return Shape(tuple(rows), tuple(graph.shows[k] for k in kept))
