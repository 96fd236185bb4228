"""Read an approved process drawn in BPMN 2.0."""

from collections.abc import Iterator
from pathlib import Path

from baro.channels.intake.processes.attributes import Drawn, find_own, process_of, steps_of
from baro.channels.intake.processes.bpmn_elements import read_drawing
from baro.channels.intake.processes.bpmn_net import net_of
from baro.channels.intake.processes.drawing import NodeKind, Scope
from baro.channels.intake.processes.xml import Element, parse_xml
from baro.rules.prescribed.processes import ApprovedProcess


def read_bpmn(path: str | Path) -> ApprovedProcess:
    """Read a BPMN file; the role of a step is its lane, unless our own attributes say another.

    Raises `Refused("process.…")` naming element and line for whatever cannot be translated exactly, `Refused("xml.…")`.
    """
    path = Path(path)
    return bpmn_process(path, parse_xml(path))


def bpmn_process(path: Path, root: Element) -> ApprovedProcess:
    """Read the tree of a BPMN file."""
    scope, element = read_drawing(path.name, root)
    steps = steps_of(path.name, list(_drawn(scope)))
    return process_of(path, net_of(path.name, scope), steps, find_own(element, "process"), scope.name)


def _drawn(scope: Scope) -> Iterator[Drawn]:
    for node in scope.nodes.values():
        if node.kind is NodeKind.TASK:
            yield Drawn(node.name, node.lane, node.own)
        elif node.scope is not None:
            yield from _drawn(node.scope)
