"""Dossiers written down here: their books, what they were received with, their steps."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from baro.records.ledger.heads import hold
from baro.records.models.imports import ImportSource
from baro.records.models.recorded import DossierBook, ReceiptRow, StepRow, TakenBackRow
from baro.records.recorded_rows import receipt_of, step_of
from baro.records.round_trips import ask
from baro.records.row_security.session import reading
from baro.rules.observed.recorded_steps import Receipt, RecordedStep
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book by the code of its source, as it is called, whose it is, with what the codes of its dossiers begin, and of
    which kind of work they are."""

    source: str
    name: str
    body: str
    prefix: str
    work: WorkKind
    opened_at: datetime


def books() -> list[Book]:
    """Give all books, by name."""
    sources = ImportSource.objects.values_list("code", "name", "work")
    known = {code: (name, WorkKind(work)) for code, name, work in sources}
    found = [
        Book(
            source=row.source, name=known[row.source][0], work=known[row.source][1], body=row.body, prefix=row.prefix,
            opened_at=row.opened_at,
        )
        for row in DossierBook.objects.all()
    ]  # fmt: skip
    return sorted(found, key=lambda book: (book.name, book.source))


def book(source: str) -> Book | None:
    """Give one book."""
    return next((one for one in books() if one.source == source), None)


def is_book(source: str) -> bool:
    """Say whether a source is a book kept here."""
    return DossierBook.objects.filter(pk=source).exists()


def receipt(scope: Scope, dossier: str) -> Receipt | None:
    """Give what a dossier was received with, if it was written down here and lies in a scope."""
    with reading():
        row = ReceiptRow.objects.one(dossier, scope)
    return None if row is None else receipt_of(row)


def receipts(scope: Scope, source: str, most: int, before: str = "") -> list[Receipt]:
    """Give what was received in a book, the newest first; `before`: those of codes that come before this one."""
    with reading():
        rows = ReceiptRow.objects.within(scope).filter(source=source)
        if before:
            rows = rows.filter(id__lt=f"{source}:{before}")
        return [receipt_of(row) for row in rows.order_by("-id")[:most]]


def steps(scope: Scope, dossier: str, held: Collection[str] = ()) -> list[RecordedStep]:
    """Give the steps told of a dossier in their order, also those taken back. On streams that are `held` nobody else records from before they are read
    until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    with reading():
        back = {row.id: row for row in TakenBackRow.objects.within(scope).filter(dossier=dossier)}
        rows = StepRow.objects.within(scope).filter(dossier=dossier).order_by("number")
        return [step_of(row, back.get(row.id)) for row in rows]


def counts_by_book(scope: Scope, sources: Iterable[str]) -> dict[str, int]:
    """Give how many dossiers were received in each book."""
    with reading():
        return {source: ReceiptRow.objects.within(scope).filter(source=source).count() for source in sources}
