"""Which inclusive (OR) join belongs to which split, found in the drawing: one entry, one exit, branches apart.

Source: BPMN 2.0.2, 13.4.3. An inclusive join waits for every branch that was taken; where split and join enclose their
branches, that is exactly the set chosen at the split, and the net says so without looking at the rest of the state.
"""

from dataclasses import dataclass

from baro.channels.intake.processes.drawing import Node, NodeKind, Scope

_SPLITTING = (NodeKind.PARALLEL, NodeKind.INCLUSIVE, NodeKind.TASK, NodeKind.SCOPE)


@dataclass(frozen=True, slots=True)
class Block:
    """A matched split and join: `arrivals[b]` are the flows by which branch b (in the order of the split) arrives."""

    split: str
    join: str
    arrivals: tuple[tuple[int, ...], ...]


def match_joins(scope: Scope) -> dict[str, Block]:
    """Find the block of every inclusive join that has exactly one; by join id. Those without are absent."""
    gateways = scope.of_kind(NodeKind.INCLUSIVE)
    splits = [node for node in gateways if len(node.outgoing) > 1]
    matched: dict[str, Block] = {}
    for join in gateways:
        if len(join.incoming) < 2:
            continue
        found = [block for split in splits if split is not join and (block := _block(scope, split, join))]
        if len(found) == 1:
            matched[join.id] = found[0]
    return matched


def _block(scope: Scope, split: Node, join: Node) -> Block | None:
    """Give the block that a split and a join enclose, None if they enclose none."""
    inside: set[str] = set()
    arrivals: list[tuple[int, ...]] = []
    for flow in split.outgoing:
        region = _region(scope, flow, join.id)
        entered = {f for node in region for f in scope.nodes[node].incoming}
        if inside & region or split.id in region or not _is_closed(scope, region, flow, entered):
            return None
        into = tuple(f for f in join.incoming if f == flow or scope.flows[f][0] in region)
        if not into or (len(into) > 1 and any(_splits(scope.nodes[node]) for node in region)):
            return None
        inside |= region
        arrivals.append(into)
    if sorted(f for branch in arrivals for f in branch) != sorted(join.incoming):
        return None
    return Block(split.id, join.id, tuple(arrivals))


def _region(scope: Scope, flow: int, join: str) -> set[str]:
    """Every node that a branch may reach before the join."""
    first = scope.flows[flow][1]
    region, queue = set[str](), [first]
    while queue:
        node = queue.pop()
        if node == join or node in region:
            continue
        region.add(node)
        queue.extend(scope.flows[f][1] for f in scope.nodes[node].outgoing)
    return region


def _is_closed(scope: Scope, region: set[str], flow: int, entered: set[int]) -> bool:
    """Nothing enters but by the branch's own flow, and nothing ends inside."""
    only_here = all(f == flow or scope.flows[f][0] in region for f in entered)
    return only_here and all(scope.nodes[node].outgoing for node in region)


def _splits(node: Node) -> bool:
    return node.kind in _SPLITTING and len(node.outgoing) > 1
