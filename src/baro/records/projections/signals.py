"""Questions about red flags, from the acts that ask, answer and judge them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.signals import SignalQuestionRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry

_AS_TOLD = ("dossier", "body", "signal")


@gives_rows("signal.asked")
def asked(entry: Entry) -> Iterator[RowChange]:
    """A supervisor asked."""
    told = {name: entry.data[name] for name in _AS_TOLD}
    yield row(
        SignalQuestionRow, id=entry.data["question"], **told, asked_by=entry.actor, asked_at=entry.recorded_at,
        reply_by=date.fromisoformat(entry.data["reply_by"]), words=entry.personal.get("words") or "",
    )  # fmt: skip


@gives_rows("signal.answered")
def answered(entry: Entry) -> Iterator[RowChange]:
    """The unit explained."""
    yield change(
        SignalQuestionRow, entry.data["question"], answered_by=entry.actor, answered_at=entry.recorded_at,
        answer=entry.personal.get("answer") or "",
    )  # fmt: skip


@gives_rows("signal.judged")
def judged(entry: Entry) -> Iterator[RowChange]:
    """A supervisor said what remains."""
    yield change(
        SignalQuestionRow, entry.data["question"], verdict=entry.data["verdict"], judged_by=entry.actor,
        judged_at=entry.recorded_at, reason=entry.personal.get("reason") or "",
    )  # fmt: skip


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said was erased."""
    kind, key = erased_stream(entry)
    if kind == "signal":
        project_again(entry, SignalQuestionRow.objects.whole().filter(pk__startswith=f"{key}."))
