"""The process map: the approved steps and what was observed on them."""

from collections.abc import Sequence

import numpy as np

from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.told import MapEdge, MapNode, ProcessMap
from baro.rules.judged.conformance.automaton import DEAD, Automaton
from baro.rules.prescribed.processes import ApprovedProcess


def process_maps(counted: Counted, automatons: Sequence[Automaton | None], most: int = 8) -> tuple[ProcessMap, ...]:
    """One map per process that judged at least one dossier, the busiest first."""
    judged = np.bincount(counted.cases.process[counted.cases.process >= 0], minlength=len(counted.processes))
    busiest = sorted(np.flatnonzero(judged).tolist(), key=lambda p: (-int(judged[p]), p))[:most]
    return tuple(_map(counted, p, automatons[p]) for p in busiest)


def approved_map(process: ApprovedProcess, automaton: Automaton) -> ProcessMap:
    """The approved steps alone, with the successions that the process allows; nothing was observed on it."""
    layers, labels = _layers(automaton, automaton.activities), list(automaton.activities)
    nodes = tuple(_approved_node(process, k, label, layers[label]) for k, label in enumerate(labels, start=1))
    place = {label: k for k, label in enumerate(labels)} | {"": -1}
    pairs = sorted(_foreseen(automaton) or ())
    edges = tuple(MapEdge(place[a], place[b], 0, True) for a, b in pairs if a or b)
    return ProcessMap(process.name, process.code, process.version, decision_words(process), 0, 0, nodes, edges)


def _approved_node(process: ApprovedProcess, number: int, label: str, layer: int) -> MapNode:
    """A step that has no number of its own bears its place."""
    step = process.step_of(label)
    return MapNode(label, step.no if step and step.no else str(number), step.role if step else "", 0, 0, 0, layer)


def decision_words(process: ApprovedProcess) -> str:
    """Say the approving decision, or that none is recorded."""
    approval = process.approval
    if not approval.decision_no:
        return "chưa ghi quyết định phê duyệt"
    words = f"QĐ {approval.decision_no}"
    words += f" ngày {approval.signed_on:%d/%m/%Y}" if approval.signed_on else ""
    return words + (f", người ký {approval.signer}" if approval.signer else "")


def _map(counted: Counted, p: int, automaton: Automaton | None) -> ProcessMap:
    process, t = counted.processes[p], counted.tallies
    mine = counted.cases.process == p
    shown = np.flatnonzero((t.step_count[p, :-1] > 0) | (t.step_deviations[p, :-1].sum(axis=1) > 0)).tolist()
    layers = _layers(automaton, counted.names.activities)
    nodes = tuple(_node(counted, process, p, a, layers.get(counted.names.activities[a], 0)) for a in shown)
    foreseen = _foreseen(automaton)
    edges = _edges(t.follows[p], shown, [counted.names.activities[a] for a in shown], foreseen)
    fitting = int(np.count_nonzero(mine & counted.cases.conforms))
    decision = decision_words(process)
    return ProcessMap(
        process.name, process.code, process.version, decision, int(mine.sum()), fitting, nodes, edges
    )  # fmt: skip


def _node(counted: Counted, process: ApprovedProcess, p: int, a: int, layer: int) -> MapNode:
    t, label = counted.tallies, counted.names.activities[a]
    step = process.step_of(label)
    deviations = int(t.step_deviations[p, a, :6].sum())
    return MapNode(
        label, step.no if step else "", step.role if step else "", int(t.step_count[p, a]), deviations,
        int(t.step_late[p, a]), layer,
    )  # fmt: skip


def _edges(
    follows: np.ndarray, shown: list[int], labels: list[str], foreseen: set[tuple[str, str]] | None
) -> tuple[MapEdge, ...]:
    place = {a: k for k, a in enumerate(shown)}
    place[follows.shape[0] - 1] = -1
    made = []
    for a, b in np.argwhere(follows > 0).tolist():
        i, j = place[a], place[b]
        pair = (labels[i] if i >= 0 else "", labels[j] if j >= 0 else "")
        made.append(MapEdge(i, j, int(follows[a, b]), foreseen is None or pair in foreseen))
    return tuple(made)


def _foreseen(automaton: Automaton | None) -> set[tuple[str, str]] | None:
    """Pairs of steps that may follow each other; "" stands for start and end."""
    if automaton is None:
        return None
    pairs: set[tuple[str, str]] = set()
    into: dict[int, set[str]] = {0: {""}}
    for s, a in np.argwhere(automaton.next != DEAD).tolist():
        into.setdefault(int(automaton.next[s, a]), set()).add(automaton.activities[a])
    for s, a in np.argwhere(automaton.next != DEAD).tolist():
        pairs |= {(before, automaton.activities[a]) for before in into.get(s, ())}
    for s in np.flatnonzero(automaton.accepting).tolist():
        pairs |= {(before, "") for before in into.get(s, ())}
    return pairs


def _layers(automaton: Automaton | None, activities: Sequence[str]) -> dict[str, int]:
    """Distance of each step from the start of the process (breadth first)."""
    if automaton is None:
        return {}
    found: dict[str, int] = {}
    depth, frontier, seen = 0, [0], {0}
    while frontier:
        following = []
        for s in frontier:
            for a in np.flatnonzero(automaton.next[s] != DEAD).tolist():
                found.setdefault(automaton.activities[a], depth)
                after = int(automaton.next[s, a])
                if after not in seen:
                    seen.add(after)
                    following.append(after)
        frontier, depth = following, depth + 1
    return {label: found.get(label, depth) for label in activities}
