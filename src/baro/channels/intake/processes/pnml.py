"""Read approved processes as Petri nets in PNML.

Source: ISO/IEC 15909-2:2011, place/transition nets. A transition is silent when it says so as ProM does
(`<toolspecific tool="ProM" activity="$invisible$">`), or has no name, or the name "tau". Final markings are those of
`<finalmarkings>`; without them, one token in each place that nothing leaves.
"""

from dataclasses import dataclass, field
from pathlib import Path

from baro.channels.intake.processes.attributes import Drawn, find_own, process_of, steps_of
from baro.channels.intake.processes.xml import Element, line_of, name_of, parse_xml
from baro.channels.intake.tables import tidy
from baro.rules.prescribed.processes import ApprovedProcess, Net, Transition
from baro.rules.prescribed.refusals import Refused

_TYPES = ("ptnet", "pnmlcoremodel", "PTNet", "epnml")
_INVISIBLE = "$invisible$"
_SILENT = frozenset({"", "tau", "τ"})
_MOST = 60_000
_LARGEST_COUNT = 1_000


@dataclass
class _Parts:
    """What was found in the net and its pages, in the order of the file."""

    places: dict[str, Element] = field(default_factory=dict)
    transitions: dict[str, Element] = field(default_factory=dict)
    arcs: list[Element] = field(default_factory=list)
    finals: list[Element] = field(default_factory=list)
    own: Element | None = None


def read_pnml(path: str | Path) -> ApprovedProcess:
    """Read a PNML file with one place/transition net.

    Raises `Refused("process.…")` naming element and line, `Refused("xml.…")` for broken or hostile XML.
    """
    path = Path(path)
    return pnml_process(path, parse_xml(path))


def pnml_process(path: Path, root: Element) -> ApprovedProcess:
    """Read the tree of a PNML file."""
    nets = [element for element in root if name_of(element)[1] == "net"] if name_of(root)[1] == "pnml" else []
    if not nets or not nets[0].get("type", "ptnet").rstrip("/").endswith(_TYPES):
        raise Refused("process.not_pnml", file=path.name)
    if len(nets) > 1:
        raise Refused("process.many_processes", file=path.name, count=len(nets))
    parts = _Parts()
    _collect(path.name, nets[0], parts)
    net = _net(path.name, parts)
    drawn = [
        Drawn(label, own=find_own(element, "step"))
        for element in parts.transitions.values()
        if (label := _label(element)) is not None
    ]
    return process_of(path, net, steps_of(path.name, drawn), parts.own)


def _collect(file: str, element: Element, parts: _Parts) -> None:
    for child in element:
        match name_of(child)[1]:
            case "page":
                _collect(file, child, parts)
            case "place":
                _keep(file, child, parts, parts.places)
            case "transition":
                _keep(file, child, parts, parts.transitions)
            case "arc":
                parts.arcs.append(child)
            case "finalmarkings":
                parts.finals += [m for m in child if name_of(m)[1] == "marking"]
            case "toolspecific" if child.get("tool") == "baro":
                parts.own = find_own(child, "process")
            case "name" | "toolspecific" | "graphics" | "":
                pass
            case _:
                raise _bad(file, child)
    if len(parts.places) + len(parts.transitions) + len(parts.arcs) > _MOST:
        raise Refused("process.too_many_elements", file=file, limit=_MOST)


def _keep(file: str, element: Element, parts: _Parts, where: dict[str, Element]) -> None:
    held = element.get("id", "")
    if not held or held in parts.places or held in parts.transitions:
        raise Refused("process.id_twice", file=file, line=line_of(element), name=held)
    where[held] = element


def _net(file: str, parts: _Parts) -> Net:
    place = {held: k for k, held in enumerate(parts.places)}
    consumes: dict[str, dict[int, int]] = {held: {} for held in parts.transitions}
    produces: dict[str, dict[int, int]] = {held: {} for held in parts.transitions}
    for arc in parts.arcs:
        source, target = arc.get("source", ""), arc.get("target", "")
        into = source in place and target in consumes
        if not into and not (source in produces and target in place):
            raise _bad(file, arc)
        side, p = (consumes[target], place[source]) if into else (produces[source], place[target])
        side[p] = side.get(p, 0) + _count(file, arc, "inscription", 1)
    transitions = tuple(
        Transition(held, _label(element), tuple(consumes[held].items()), tuple(produces[held].items()))
        for held, element in parts.transitions.items()
    )
    initial = tuple(_count(file, element, "initialMarking", 0) for element in parts.places.values())
    if not any(initial):
        raise Refused("process.no_start", file=file, name=Path(file).stem)
    names = tuple(tidy(e.findtext("{*}name/{*}text") or held) for held, e in parts.places.items())
    return Net(names, transitions, initial, _finals(file, parts, place, transitions))


def _finals(
    file: str, parts: _Parts, place: dict[str, int], transitions: tuple[Transition, ...]
) -> tuple[tuple[int, ...], ...]:
    if not parts.finals:
        left = {p for t in transitions for p, _ in t.consumes}
        sinks = [p for p in range(len(place)) if p not in left]
        made = [tuple(int(p == sink) for p in range(len(place))) for sink in sinks]
        return tuple(made) or ((0,) * len(place),)
    found = []
    for marking in parts.finals:
        counts = [0] * len(place)
        for held in marking:
            if name_of(held)[1] != "place" or held.get("idref", "") not in place:
                raise _bad(file, held)
            counts[place[held.get("idref", "")]] += _number(file, held, held.findtext("{*}text") or held.text or "1")
        found.append(tuple(counts))
    return tuple(dict.fromkeys(found))


def _label(element: Element) -> str | None:
    if any(child.get("activity") == _INVISIBLE for child in element if name_of(child)[1] == "toolspecific"):
        return None
    name = tidy(element.findtext("{*}name/{*}text") or "")
    return None if name.casefold() in _SILENT else name


def _count(file: str, element: Element, name: str, default: int) -> int:
    held = element.find("{*}" + name)
    if held is None:
        return default
    return _number(file, held, held.findtext("{*}text") or held.findtext("{*}value") or "")


def _number(file: str, element: Element, text: str) -> int:
    text = text.strip().removeprefix("Default,")  # as older tools write it
    if not (text.isascii() and text.isdigit()) or len(text) > 6 or int(text) > _LARGEST_COUNT:
        raise _bad(file, element)
    return int(text)


def _bad(file: str, element: Element) -> Refused:
    name = element.get("id", "") or tidy(element.findtext("{*}text") or "")
    return Refused("process.bad_net", file=file, line=line_of(element), element=name_of(element)[1], name=name)
