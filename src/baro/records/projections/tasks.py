"""Directives and assigned tasks, from the acts that tell of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from baro.records.models.tasks import AcknowledgementRow, DirectiveRow, TaskEventRow, TaskRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.judged.late_entry import LABEL, is_believed
from baro.rules.observed.entries import Entry
from baro.rules.observed.tasks import TaskKind

_DIRECTIVE = ("body", "source", "number", "issuer", "implements", "addressees")
_TASK = ("task", "assigner", "lead", "coordinating", "source", "directive", "parent")
_EVENT = ("task", "event", "kind", "teller", "document", "holder", "quality", "voids")
_CLOSES = (TaskKind.APPROVED, TaskKind.CANCELLED)


@gives_rows("directive.recorded")
def directive_recorded(entry: Entry) -> Iterator[RowChange]:
    """A directive was entered into the register."""
    data = entry.data
    yield row(
        DirectiveRow, id=data["directive"], **{name: data[name] for name in _DIRECTIVE}, signed_on=_day(data["signed_on"]),
        subject=entry.personal.get("subject") or "", acknowledge_by=_day(data["acknowledge_by"]),
        recorded_at=entry.recorded_at, recorded_by=entry.actor,
    )  # fmt: skip


@gives_rows("directive.acknowledged")
def acknowledged(entry: Entry) -> Iterator[RowChange]:
    """A unit took note of a directive."""
    data = entry.data
    yield row(
        AcknowledgementRow, id=f"{data['directive']}:{data['unit']}", directive=data["directive"], unit=data["unit"],
        acknowledged_on=_day(data["on"]), recorded_at=entry.recorded_at, recorded_by=entry.actor,
    )  # fmt: skip


@gives_rows("directive.withdrawn")
def withdrawn(entry: Entry) -> Iterator[RowChange]:
    """A directive was entered by mistake."""
    told = {"withdrawn_at": entry.recorded_at, "withdrawn_for": entry.personal.get("reason") or ""}
    yield change(DirectiveRow, entry.data["directive"], **told)


@gives_rows("task.given")
def given(entry: Entry) -> Iterator[RowChange]:
    """A task was given: a copy for each party."""
    data, personal = entry.data, entry.personal
    for place, party in enumerate(data["parties"]):
        yield row(
            TaskRow, id=_copy(data["task"], place), body=party, **{name: data[name] for name in _TASK},
            content=personal.get("content") or "", product=personal.get("product") or "", leader=personal.get("leader") or "",
            assigned_on=_day(data["assigned_on"]), due_on=_day(data["due_on"]), arose_on=_day(data["arose_on"]),
            recorded_at=entry.recorded_at, recorded_by=entry.actor,
        )  # fmt: skip


@gives_rows(*(f"task.{kind}" for kind in TaskKind))
def told(entry: Entry) -> Iterator[RowChange]:
    """Something was told of a task."""
    data = entry.data
    believed = is_believed(actor=entry.actor, second=entry.second, entered=data.get(LABEL, ""))
    for place, party in enumerate(data["parties"]):
        yield row(
            TaskEventRow, id=_copy(f"{data['task']}.{data['event']}", place), body=party,
            **{name: data[name] for name in _EVENT}, happened_on=_day(data["on"]), recorded_at=entry.recorded_at,
            recorded_by=entry.actor, due_on=_day(data["due_on"]), words=entry.personal.get("words") or "",
            is_believed=believed,
        )  # fmt: skip
        if data["kind"] in _CLOSES:
            yield change(TaskRow, _copy(data["task"], place), closed_at=entry.recorded_at)
        elif data["reopens"]:
            yield change(TaskRow, _copy(data["task"], place), closed_at=None)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said was erased."""
    kind, key = erased_stream(entry)
    if kind == "task":
        of = {"task": key}
        project_again(entry, TaskRow.objects.whole().filter(**of), TaskEventRow.objects.whole().filter(**of))
    elif kind == "directive":
        rows = DirectiveRow.objects.filter(id=key), AcknowledgementRow.objects.filter(directive=key)
        project_again(entry, *rows)


def _copy(key: str, place: int) -> str:
    """The id of the copy of the `place`-th party."""
    return f"{key}.{place}"


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if written else None
