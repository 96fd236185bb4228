"""A BPMN drawing as read: nodes and flows of one scope, before it becomes a net."""

from dataclasses import dataclass, field
from enum import StrEnum

from baro.channels.intake.processes.xml import Element


class NodeKind(StrEnum):
    """The kinds of flow node that are understood; the values are what a sentence calls them."""

    TASK = "task"
    START = "startEvent"
    END = "endEvent"
    CHOICE = "exclusiveGateway"
    PARALLEL = "parallelGateway"
    INCLUSIVE = "inclusiveGateway"
    SCOPE = "subProcess"


@dataclass(eq=False, slots=True)
class Node:
    """A flow node: `incoming`/`outgoing` are flow numbers in its scope; `scope` is the inside of a subProcess."""

    id: str
    kind: NodeKind
    name: str
    line: int
    lane: str = ""
    own: Element | None = None
    scope: "Scope | None" = None
    incoming: list[int] = field(default_factory=list)
    outgoing: list[int] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Scope:
    """A process or the inside of a subProcess: nodes by id in the order of the file; flows as (source, target) ids."""

    name: str
    nodes: dict[str, Node] = field(default_factory=dict)
    flows: list[tuple[str, str]] = field(default_factory=list)
    flow_ids: list[str] = field(default_factory=list)

    def of_kind(self, kind: NodeKind) -> list[Node]:
        """Give the nodes of a kind."""
        return [node for node in self.nodes.values() if node.kind is kind]
