"""Read the elements of a BPMN 2.0 file into a drawing; whatever could change the order of steps and is not known is refused.

Source: OMG BPMN 2.0.2 (formal/2013-12-09), ch. 10 and 13.
"""

from collections.abc import Iterable

from baro.channels.intake.processes.attributes import find_own
from baro.channels.intake.processes.drawing import Node, NodeKind, Scope
from baro.channels.intake.processes.xml import Element, line_of, name_of
from baro.channels.intake.tables import tidy
from baro.rules.prescribed.refusals import Refused

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
MOST_ELEMENTS = 6_000
MOST_INCLUSIVE = 40  # every split is tried with every join
_TASKS = (
    "task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask",
)  # fmt: skip
_NODES = {kind.value: kind for kind in NodeKind} | dict.fromkeys(_TASKS, NodeKind.TASK)
_ANYWHERE = frozenset(
    {
        "documentation",
        "extensionElements",
        "auditing",
        "monitoring",
        "property",
        "ioSpecification",
        "incoming",
        "outgoing",
    }
)
_ON_NODES = _ANYWHERE | {
    "dataInputAssociation", "dataOutputAssociation", "dataInput", "dataOutput", "inputSet", "outputSet", "resourceRole",
    "performer", "humanPerformer", "potentialOwner", "rendering", "script",
}  # fmt: skip
_IN_SCOPES = _ANYWHERE | {
    "dataObject", "dataObjectReference", "dataStoreReference", "textAnnotation", "association", "group", "resourceRole",
    "performer", "humanPerformer", "potentialOwner", "supports", "supportedInterfaceRef", "ioBinding",
    "dataInputAssociation", "dataOutputAssociation",
}  # fmt: skip
_AT_TOP = _ANYWHERE | {
    "import", "extension", "relationship", "itemDefinition", "message", "signal", "error", "escalation", "dataStore",
    "category", "interface", "resource", "process", "collaboration",
}  # fmt: skip
_IN_COLLABORATION = _ANYWHERE | {"participant", "textAnnotation", "association", "group"}
_ON_FLOWS = frozenset({"documentation", "extensionElements", "auditing", "monitoring", "conditionExpression"})


def read_drawing(file: str, root: Element) -> tuple[Scope, Element]:
    """Give the drawing of the one process of a file, and the process element itself."""
    if name_of(root) != (BPMN, "definitions"):
        raise Refused("process.not_bpmn", file=file)
    for element in root:
        space, name = name_of(element)
        if space == BPMN and name not in _AT_TOP:
            raise _unknown(file, element)
        if (space, name) == (BPMN, "collaboration"):
            _check_children(file, element, _IN_COLLABORATION)
    drawn = [e for e in root if name_of(e) == (BPMN, "process") and any(name_of(c)[1] in _NODES for c in e)]
    if not drawn:
        raise Refused("process.no_process", file=file)
    if len(drawn) > 1:
        raise Refused("process.many_processes", file=file, count=len(drawn))
    _check_count(file, drawn[0], (*_NODES, "sequenceFlow"), MOST_ELEMENTS)
    _check_count(file, drawn[0], (NodeKind.INCLUSIVE.value,), MOST_INCLUSIVE)
    return _scope(file, drawn[0], ""), drawn[0]


def _check_count(file: str, element: Element, names: Iterable[str], most: int) -> None:
    if sum(1 for _ in element.iter(*(f"{{{BPMN}}}{name}" for name in names))) > most:
        raise Refused("process.too_many_elements", file=file, limit=most)


def _scope(file: str, element: Element, lane: str) -> Scope:
    scope = Scope(tidy(element.get("name", "")))
    lanes: dict[str, str] = {}
    flows: list[Element] = []
    for child in element:
        space, name = name_of(child)
        if space == BPMN and name in _NODES:
            _add_node(file, scope, child)
        elif space == BPMN and name == "sequenceFlow":
            flows.append(child)
        elif space == BPMN and name == "laneSet":
            lanes |= _lanes(child)
        elif name and (space != BPMN or name not in _IN_SCOPES):
            raise _unknown(file, child, scope.name)
    for node, held in zip(scope.nodes.values(), _node_elements(element), strict=True):
        node.lane = lanes.get(node.id, lane)
        if node.kind is NodeKind.SCOPE:
            node.scope = _scope(file, held, node.lane)
    for number, flow in enumerate(flows):
        _add_flow(file, scope, flow, number)
    return scope


def _node_elements(element: Element) -> Iterable[Element]:
    return (child for child in element if name_of(child)[0] == BPMN and name_of(child)[1] in _NODES)


def _add_node(file: str, scope: Scope, element: Element) -> None:
    tag = name_of(element)[1]
    kind, held = _NODES[tag], element.get("id", "")
    name, line = tidy(element.get("name", "")), line_of(element)
    if not held or held in scope.nodes:
        raise Refused("process.id_twice", file=file, line=line, name=held)
    if element.get("isForCompensation") == "true" or element.get("triggeredByEvent") == "true":
        raise _unknown(file, element)
    if kind is NodeKind.TASK and not name:
        raise Refused("process.unnamed_step", file=file, line=line, element=tag)
    if kind is not NodeKind.SCOPE:
        _check_children(file, element, _ON_NODES)
    own = find_own(element, "step") if kind is NodeKind.TASK else None
    scope.nodes[held] = Node(held, kind, name, line, own=own)


def _add_flow(file: str, scope: Scope, element: Element, number: int) -> None:
    source, target = element.get("sourceRef", ""), element.get("targetRef", "")
    known = source in scope.nodes and target in scope.nodes
    if not known or scope.nodes[source].kind is NodeKind.END or scope.nodes[target].kind is NodeKind.START:
        raise Refused("process.bad_flow", file=file, line=line_of(element), name=element.get("id", ""))
    _check_children(file, element, _ON_FLOWS)
    conditions = [child for child in element if name_of(child)[1] == "conditionExpression"]
    if conditions and scope.nodes[source].kind in (NodeKind.TASK, NodeKind.SCOPE, NodeKind.START):
        raise _unknown(file, conditions[0], scope.nodes[source].name)  # a choice drawn without a gateway
    scope.flows.append((source, target))
    scope.flow_ids.append(element.get("id", "") or f"flow{number + 1}")
    scope.nodes[source].outgoing.append(number)
    scope.nodes[target].incoming.append(number)


def _lanes(element: Element) -> dict[str, str]:
    """Map node ids to the name of the innermost lane that holds them."""
    found: dict[str, str] = {}
    for lane in element:
        if name_of(lane) != (BPMN, "lane"):
            continue
        name = tidy(lane.get("name", ""))
        inner = [child for child in lane if name_of(child) == (BPMN, "childLaneSet")]
        found |= {tidy(child.text or ""): name for child in lane if name_of(child) == (BPMN, "flowNodeRef")}
        for child in inner:
            found |= _lanes(child)
    return found


def _check_children(file: str, element: Element, allowed: frozenset[str]) -> None:
    for child in element:
        space, name = name_of(child)
        if name and (space != BPMN or name not in allowed):
            raise _unknown(file, child, tidy(element.get("name", "")))


def _unknown(file: str, element: Element, name: str = "") -> Refused:
    tag = name_of(element)[1]
    shown = tidy(element.get("name", "")) or name
    return Refused("process.unknown_element", file=file, element=tag, name=shown, line=line_of(element))
