"""Rows of recorded dossiers, read as the rules know them."""

from baro.records.models.recorded import ReceiptRow, StepRow, TakenBackRow
from baro.rules.observed.kinds import Kind
from baro.rules.observed.recorded_steps import Receipt, RecordedStep, TakenBack


def receipt_of(row: ReceiptRow) -> Receipt:
    """Read a row."""
    return Receipt(
        dossier=row.id, source=row.source, body=row.body, code=row.code, procedure=row.procedure, channel=row.channel,
        received_at=row.received_at, received_by=row.received_by, requester=row.requester, applicant=row.applicant, contact=row.contact,
        address=row.address, papers=row.papers,
    )  # fmt: skip


def step_of(row: StepRow, back: TakenBackRow | None = None) -> RecordedStep:
    """Read a row, with the one that takes it back."""
    return RecordedStep(
        id=row.id, number=row.number, place=row.place, activity=row.activity, kind=Kind(row.kind), occurred_at=row.occurred_at,
        counts_at=row.counts_at, recorded_at=row.recorded_at, actor=row.actor, unit=row.unit, handler=row.handler,
        document=row.document, due_on=row.due_on, departs=row.departs, reason=row.reason, taken_back=None if back is None else _taken_back_of(back),
    )  # fmt: skip


def _taken_back_of(row: TakenBackRow) -> TakenBack:
    return TakenBack(by=row.actor, second=row.second, at=row.recorded_at, reason=row.reason)
