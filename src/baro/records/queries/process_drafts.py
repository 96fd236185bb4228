"""Drafts of processes. Inside the authority they are no secret, so they are read without a scope."""

from collections.abc import Collection

from django.db.models import QuerySet

from baro.records.ledger.heads import hold
from baro.records.models.process_drafts import DraftEventRow, ProcessDraftRow
from baro.records.queries.by_key import by_key
from baro.records.round_trips import ask
from baro.rules.observed.process_drafts import DraftEvent, DraftKind, Opinion, ProcessDraft
from baro.rules.prescribed.work_processes import RegisterKind


def process_drafts() -> tuple[ProcessDraft, ...]:
    """All drafts, the last begun first."""
    return _read(ProcessDraftRow.objects.order_by("-begun_at", "id"))


def drafts_asked_about() -> tuple[ProcessDraft, ...]:
    """The drafts that are neither approved nor dropped and on which anybody was asked."""
    told = DraftEventRow.objects.order_by()
    over = told.filter(kind__in=[DraftKind.APPROVED, DraftKind.DROPPED]).values("draft")
    asked = told.filter(kind=DraftKind.ASKED).exclude(draft__in=over).values("draft")
    return _read(ProcessDraftRow.objects.filter(pk__in=asked).order_by("-begun_at", "id"))


def process_draft(draft_id: str, held: Collection[str] = ()) -> ProcessDraft | None:
    """One draft. On the streams that are `held` nobody else records anything until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    return next(iter(_read(by_key(ProcessDraftRow.objects, draft_id))), None)


def _read(rows: QuerySet[ProcessDraftRow]) -> tuple[ProcessDraft, ...]:
    found = list(rows)
    events: dict[str, list[DraftEvent]] = {}
    for row in DraftEventRow.objects.filter(draft__in=[one.id for one in found]).order_by("number"):
        events.setdefault(row.draft, []).append(_event(row))
    return tuple(
        ProcessDraft(
            id=row.id, unit=row.unit, kind=RegisterKind(row.kind), code=row.code, name=row.name, reason=row.reason,
            replaces=row.replaces, begun_at=row.begun_at, begun_by=row.begun_by, events=tuple(events.get(row.id, ())),
        )
        for row in found
    )  # fmt: skip


def _event(row: DraftEventRow) -> DraftEvent:
    return DraftEvent(
        number=row.number, kind=DraftKind(row.kind), at=row.told_at, by=row.told_by, table=row.table,
        bodies=tuple(row.bodies), by_day=row.by_day, opinion=Opinion(row.opinion) if row.opinion else None,
        document=row.document, process=row.process, words=row.words,
    )  # fmt: skip
