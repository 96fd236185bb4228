"""Write an approved process as BPMN 2.0: tasks, exclusive and parallel gateways, our own attributes on each task."""

from pathlib import Path

from lxml import etree

from baro.channels.intake.processes.attributes import process_element, step_element, steps_by_transition
from baro.channels.intake.processes.bpmn_elements import BPMN
from baro.channels.intake.processes.rows import END, Row
from baro.channels.intake.processes.shape import START, shape_of
from baro.channels.intake.processes.xml import Element
from baro.channels.intake.tables import tidy
from baro.rules.prescribed.processes import ApprovedProcess


def write_bpmn(process: ApprovedProcess, path: str | Path) -> None:
    """Write a process as a drawing without layout.

    Raises `Refused("process.not_writable")` for nets that gateways cannot say exactly; `write_pnml` writes any net.
    """
    shape = shape_of(process)
    root = etree.Element(f"{{{BPMN}}}definitions", nsmap={None: BPMN}, targetNamespace="urn:baro:process")  # type: ignore[dict-item]  # None: the default namespace
    body = _add(root, "process", id="process", name=tidy(process.name), isExecutable="false")
    _add(body, "extensionElements").append(process_element(process))
    steps = steps_by_transition(process)
    for number, row in enumerate(shape.rows):
        made = _node(body, number, row)
        shows = shape.transition[number]
        if shows is not None and shows in steps:
            order, step = steps[shows]
            _add(made, "extensionElements").append(step_element(step, order))
    links = [(k, t) for k, row in enumerate(shape.rows) for group in row.following for t in group]
    if any(target == END for _, target in links):
        _add(body, "endEvent", id="end")
    for number, (source, target) in enumerate(links):
        _add(body, "sequenceFlow", id=f"flow{number}", sourceRef=_id(source), targetRef=_id(target))
    root.getroottree().write(str(path), encoding="utf-8", xml_declaration=True, pretty_print=True)


def _node(body: Element, number: int, row: Row) -> Element:
    if number == START:
        return _add(body, "startEvent", id=_id(number))
    if row.label is not None:
        return _add(body, "task", id=_id(number), name=row.label)
    joins_or_splits = any(len(group) > 1 for group in (*row.waits, *row.following))
    return _add(body, "parallelGateway" if joins_or_splits else "exclusiveGateway", id=_id(number))


def _id(number: int) -> str:
    return "end" if number == END else "start" if number == START else f"node{number}"


def _add(parent: Element, tag: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{BPMN}}}{tag}", attributes)
