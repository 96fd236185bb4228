"""Rows of dossiers written down here: books, receipts, steps, and what was taken back."""

from collections.abc import Iterator
from datetime import date, datetime

from baro.records.ledger.bodies import read_moment
from baro.records.models.recorded import DossierBook, ReceiptRow, StepRow, TakenBackRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, row
from baro.rules.judged.recorded_moments import step_counts_at
from baro.rules.observed.entries import Entry
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.calendar_names import calendar_named

_PERSONAL = ("applicant", "contact", "address", "papers")


@gives_rows("dossier_book.opened")
def opened(entry: Entry) -> Iterator[RowChange]:
    """A body began to keep a book here."""
    told = {name: entry.data[name] for name in ("source", "body", "prefix")}
    yield row(DossierBook, **told, opened_at=entry.recorded_at)


@gives_rows("dossier.received")
def received(entry: Entry) -> Iterator[RowChange]:
    """A dossier was received."""
    data, told = entry.data, {name: entry.personal.get(name) or "" for name in _PERSONAL}
    own = {name: data[name] for name in ("source", "body", "code", "procedure", "channel")}
    run, _, sequence = str(data["code"]).rpartition("-")
    yield row(
        ReceiptRow, id=data["dossier"], run=run, sequence=int(sequence), **own, **told, received_at=_counts_at(entry, Kind.RECEIVED),
        received_by=entry.actor, requester=data["requester"],
    )  # fmt: skip
    yield _step(entry)


@gives_rows("dossier.assigned", "dossier.worked", "dossier.served")
def stepped(entry: Entry) -> Iterator[RowChange]:
    """A step was told."""
    yield _step(entry)


@gives_rows("dossier.step_voided", "dossier.slip_taken_back")
def taken_back(entry: Entry) -> Iterator[RowChange]:
    """A step was told by mistake."""
    told = {name: entry.data[name] for name in ("source", "body", "dossier", "place")}
    yield row(
        TakenBackRow, id=entry.data["step"], **told, recorded_at=entry.recorded_at, actor=entry.actor, second=entry.second,
        reason=entry.personal.get("reason") or "",
    )  # fmt: skip


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was told of an applicant, or why, was erased."""
    kind, _ = erased_stream(entry)
    if kind == "recorded":
        stream = str(entry.data["stream"])
        steps = StepRow.objects.whole().filter(stream=stream)
        dossiers = list(steps.values_list("dossier", flat=True))
        back = TakenBackRow.objects.whole().filter(dossier__in=dossiers)
        project_again(entry, ReceiptRow.objects.whole().filter(pk__in=dossiers), steps, back)


def _step(entry: Entry) -> RowChange:
    data, kind = entry.data, Kind[entry.data["kind"]]
    return row(
        StepRow, id=entry.id, stream=entry.stream, source=data["source"], body=data["body"], dossier=data["dossier"],
        number=data["number"], place=data["place"], activity=data["activity"], kind=int(kind), occurred_at=_occurred_at(entry),
        counts_at=_counts_at(entry, kind), recorded_at=entry.recorded_at, actor=entry.actor,
        unit=data.get("unit", ""), handler=data.get("handler", ""), document=data.get("document", ""),
        due_on=date.fromisoformat(data["due_on"]) if data.get("due_on") else None, departs=data.get("departs", False), reason=entry.personal.get("reason") or "",
    )  # fmt: skip


def _counts_at(entry: Entry, kind: Kind) -> datetime:
    return step_counts_at(kind, _occurred_at(entry), entry.recorded_at, calendar_named("vn"))


def _occurred_at(entry: Entry) -> datetime:
    return read_moment(entry.data["happened_at"])
