"""Write approved processes as Petri nets in PNML (ISO/IEC 15909-2:2011, place/transition nets)."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from baro.channels.intake.processes.attributes import process_element, step_element, steps_by_transition
from baro.channels.intake.processes.xml import Element
from baro.channels.intake.tables import tidy
from baro.rules.prescribed.processes import ApprovedProcess, Net, Step, Transition

NAMESPACE = "http://www.pnml.org/version-2009/grammar/pnml"
PTNET = "http://www.pnml.org/version-2009/grammar/ptnet"
_INVISIBLE = {"tool": "ProM", "version": "6.4", "activity": "$invisible$"}


def write_pnml(process: ApprovedProcess, path: str | Path) -> None:
    """Write any process: the net as it is, silent transitions as ProM does, the rest in our own tool part."""
    net = process.net
    root = etree.Element(f"{{{NAMESPACE}}}pnml", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None: the default namespace
    held = _add(root, "net", id="net", type=PTNET)
    _name(held, process.name)
    _add(held, "toolspecific", tool="baro", version="1").append(process_element(process))
    page = _add(held, "page", id="page")
    for number, name in enumerate(net.places):
        place = _add(page, "place", id=f"p{number}")
        _name(place, name)
        if net.initial[number]:
            _text(_add(place, "initialMarking"), str(net.initial[number]))
    steps = steps_by_transition(process)
    for number, transition in enumerate(net.transitions):
        _write_transition(page, number, transition, steps.get(number))
    for number, (source, target, weight) in enumerate(_arcs(net)):
        arc = _add(page, "arc", id=f"a{number}", source=source, target=target)
        if weight != 1:
            _text(_add(arc, "inscription"), str(weight))
    _write_finals(_add(held, "finalmarkings"), net)
    root.getroottree().write(str(path), encoding="utf-8", xml_declaration=True, pretty_print=True)


def _write_transition(page: Element, number: int, transition: Transition, kept: tuple[int, Step] | None) -> None:
    made = _add(page, "transition", id=f"t{number}")
    _name(made, transition.name if transition.label is None else transition.label)
    if transition.label is None:
        _add(made, "toolspecific", **_INVISIBLE)
    if kept is not None:
        order, step = kept
        _add(made, "toolspecific", tool="baro", version="1").append(step_element(step, order))


def _arcs(net: Net) -> Iterator[tuple[str, str, int]]:
    for number, transition in enumerate(net.transitions):
        yield from ((f"p{place}", f"t{number}", weight) for place, weight in transition.consumes)
        yield from ((f"t{number}", f"p{place}", weight) for place, weight in transition.produces)


def _write_finals(finals: Element, net: Net) -> None:
    for final in net.finals:
        marking = _add(finals, "marking")
        for place, count in enumerate(final):
            if count:
                _text(_add(marking, "place", idref=f"p{place}"), str(count))


def _add(parent: Element, tag: str, /, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


def _name(parent: Element, text: str) -> None:
    _text(_add(parent, "name"), tidy(text))


def _text(parent: Element, text: str) -> None:
    _add(parent, "text").text = text
