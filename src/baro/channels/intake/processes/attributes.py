"""What a process and its steps say beyond the net, as plain attributes: written into BPMN and PNML, and read back.

Namespace `urn:baro:process:1`. Dates are yyyy-mm-dd, limits "5 working_day", lists repeated child elements. `order` keeps
the steps in the order in which the table prints them.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from baro.channels.intake.processes.xml import Element, line_of, name_of
from baro.channels.intake.tables import tidy
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import Approval, ApprovedProcess, Net, Step
from baro.rules.prescribed.refusals import Refused

NAMESPACE = "urn:baro:process:1"
_STEP_TEXTS = ("no", "role", "coordinating_unit", "approver_role", "kind")
_STEP_LISTS = {"outputs": "output", "forms": "form"}
_APPROVAL_TEXTS = ("decision_no", "signer")
_APPROVAL_DATES = ("signed_on", "published_on")
_PROCESS_TEXTS = ("code", "name", "version")
_PROCESS_DATES = ("valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A step as a file draws it: its label, the lane it lies in, and our own element if there is one."""

    activity: str
    lane: str = ""
    own: Element | None = None


def tag(name: str) -> str:
    """Give a name in our namespace."""
    return f"{{{NAMESPACE}}}{name}"


def kind_named(text: str) -> str | None:
    """Give the lower-case name of a dossier event ("received"), "" for none, None for an unknown one."""
    name = text.strip().upper()
    return "" if not name else name.lower() if name in Kind.__members__ else None


def find_own(element: Element, name: str) -> Element | None:
    """Find our own element inside an element or its extension elements."""
    return next((e for e in element.iter(tag(name))), None)


def step_element(step: Step, order: int) -> Element:
    """Make the element that keeps a step."""
    made = etree.Element(tag("step"), nsmap={"baro": NAMESPACE})
    texts = {name: getattr(step, name) for name in _STEP_TEXTS} | {
        "limit": _limit_text(step.limit),
        "order": str(order),
    }
    _set(made, texts)
    for held, child in _STEP_LISTS.items():
        _add_children(made, child, getattr(step, held))
    return made


def process_element(process: ApprovedProcess) -> Element:
    """Make the element that keeps what a process says beyond its net."""
    made = etree.Element(tag("process"), nsmap={"baro": NAMESPACE})
    texts = {name: getattr(process, name) for name in _PROCESS_TEXTS}
    texts |= {name: getattr(process.approval, name) for name in _APPROVAL_TEXTS}
    days = {name: getattr(process, name) for name in _PROCESS_DATES}
    days |= {name: getattr(process.approval, name) for name in _APPROVAL_DATES}
    _set(made, texts | {k: day.isoformat() if day else "" for k, day in days.items()})
    _set(made, {"total_limit": _limit_text(process.total_limit)})
    _add_children(made, "procedure", process.procedures)
    return made


def process_of(path: Path, net: Net, steps: tuple[Step, ...], own: Element | None, name: str = "") -> ApprovedProcess:
    """Put a process together; where nothing else gives them, the code is the file's stem, and the name the code."""
    stem = tidy(path.stem)
    if own is None:
        return ApprovedProcess(stem, name or stem, net, steps, source=path.name)
    day = {k: _day(path.name, own, k) for k in (*_PROCESS_DATES, *_APPROVAL_DATES)}
    return ApprovedProcess(
        code=own.get("code", "") or stem,
        name=own.get("name", "") or name or own.get("code", "") or stem,
        net=net,
        steps=steps,
        procedures=_children(own, "procedure"),
        version=own.get("version", "1"),
        valid_from=day["valid_from"],
        valid_to=day["valid_to"],
        approval=Approval(own.get("decision_no", ""), day["signed_on"], own.get("signer", ""), day["published_on"]),
        total_limit=_limit(path.name, own, "total_limit"),
        source=path.name,
    )


def steps_of(file: str, drawn: list[Drawn]) -> tuple[Step, ...]:
    """Give the steps of a drawing: those with our own element in their order, then the others, each label and role once."""
    kept = [(_order(file, d.own), d, d.own) for d in drawn if d.own is not None]
    kept.sort(key=lambda found: found[0])
    steps = [_step(file, d.activity, own, d.lane) for _, d, own in kept]
    known = {step.activity for step in steps}
    plain = dict.fromkeys((d.activity, d.lane) for d in drawn if d.own is None and d.activity not in known)
    taken = {step.no for step in steps}
    numbers = (str(n) for n in range(1, len(drawn) + len(taken) + 1) if str(n) not in taken)
    return (*steps, *(Step(next(numbers), activity, lane) for activity, lane in plain))


def _step(file: str, activity: str, own: Element, lane: str) -> Step:
    if kind_named(own.get("kind", "")) is None:
        raise _bad(file, own, "kind")
    return Step(
        no=own.get("no", ""),
        activity=activity,
        role=own.get("role", "") or lane,
        limit=_limit(file, own, "limit"),
        outputs=_children(own, "output"),
        forms=_children(own, "form"),
        coordinating_unit=own.get("coordinating_unit", ""),
        approver_role=own.get("approver_role", ""),
        kind=kind_named(own.get("kind", "")) or "",
    )


def _set(element: Element, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        if text:
            element.set(name, text)


def _add_children(element: Element, name: str, texts: tuple[str, ...]) -> None:
    for text in texts:
        etree.SubElement(element, tag(name)).text = text


def _children(own: Element, name: str) -> tuple[str, ...]:
    return tuple(tidy(e.text or "") for e in own if name_of(e) == (NAMESPACE, name))


def _limit_text(limit: Duration | None) -> str:
    return f"{limit.value} {limit.unit}" if limit else ""


def _limit(file: str, own: Element, name: str) -> Duration | None:
    text = own.get(name, "")
    if not text:
        return None
    value, _, unit = text.partition(" ")
    if not (value.isascii() and value.isdigit() and len(value) < 7 and unit in set(Unit)):
        raise _bad(file, own, name)
    return Duration(int(value), Unit(unit))


def _day(file: str, own: Element, name: str) -> date | None:
    text = own.get(name, "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _bad(file, own, name) from None


def _order(file: str, own: Element) -> int:
    text = own.get("order", "0")
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise _bad(file, own, "order")
    return int(text)


def _bad(file: str, own: Element, name: str) -> Refused:
    return Refused("process.bad_attribute", file=file, line=line_of(own), attribute=name, value=own.get(name, ""))


def steps_by_transition(process: ApprovedProcess) -> dict[int, tuple[int, Step]]:
    """Pair transitions with steps, (place in the table, step): the n-th with a label goes with the n-th step of it."""
    left: dict[str, list[tuple[int, Step]]] = {}
    for order, step in enumerate(process.steps, start=1):
        left.setdefault(step.activity, []).append((order, step))
    labels = ((number, t.label) for number, t in enumerate(process.net.transitions))
    return {number: left[label].pop(0) for number, label in labels if label is not None and left.get(label)}
