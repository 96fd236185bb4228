"""Drafts of processes, from the acts that tell of them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.process_drafts import DraftEventRow, ProcessDraftRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, row
from baro.rules.observed.entries import Entry
from baro.rules.observed.process_drafts import DraftKind

_DRAFT = ("unit", "kind", "code", "name", "replaces")
_EVENT = ("draft", "number", "kind", "table", "bodies", "opinion", "document", "process")


@gives_rows("process_draft.begun")
def begun(entry: Entry) -> Iterator[RowChange]:
    """A draft was begun."""
    data = entry.data
    yield row(
        ProcessDraftRow, id=data["draft"], **{name: data[name] for name in _DRAFT}, reason=entry.personal.get("reason") or "",
        begun_at=entry.recorded_at, begun_by=entry.actor,
    )  # fmt: skip


@gives_rows(*(f"process_draft.{kind}" for kind in DraftKind))
def told(entry: Entry) -> Iterator[RowChange]:
    """Something was told of a draft."""
    data = entry.data
    yield row(
        DraftEventRow, id=f"{data['draft']}:{data['number']}", **{name: data[name] for name in _EVENT},
        told_at=entry.recorded_at, told_by=entry.actor, words=entry.personal.get("words") or "",
        by_day=date.fromisoformat(data["by_day"]) if data["by_day"] else None,
    )  # fmt: skip


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said was erased."""
    kind, key = erased_stream(entry)
    if kind == "process_draft":
        project_again(entry, ProcessDraftRow.objects.filter(pk=key), DraftEventRow.objects.filter(draft=key))
