"""Questions about red flags, within a scope."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from baro.records.ledger.heads import hold
from baro.records.models.signals import SignalQuestionRow
from baro.records.queries.days import due_within
from baro.records.round_trips import ask
from baro.records.row_security.session import reading
from baro.rules.observed.signal_questions import SignalQuestion, Stage, Verdict
from baro.rules.prescribed.policy.scopes import Scope


@dataclass(frozen=True, slots=True)
class Place:
    """After which question a page begins: the day of its answer (or, among those judged, when it was judged), and its id."""

    at: date | datetime
    id: str


_OF_STAGE = {
    Stage.ASKED: Q(verdict="", answered_at=None),
    Stage.ANSWERED: Q(verdict="", answered_at__isnull=False),
    Stage.JUDGED: ~Q(verdict=""),
}


def signal_questions(scope: Scope, dossier: str, held: Collection[str] = ()) -> list[SignalQuestion]:
    """The questions about one dossier, the oldest first. On the streams that are `held` nobody else records anything from
    before they are read until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    with reading():
        rows = SignalQuestionRow.objects.within(scope).filter(dossier=dossier).order_by("asked_at", "id")
        return list(map(_question, rows))


def signal_question(scope: Scope, question_id: str) -> SignalQuestion | None:
    """One question; None if there is none in reach."""
    with reading():
        row = SignalQuestionRow.objects.one(question_id, scope)
    return _question(row) if row else None


def questions_at(scope: Scope, stage: Stage, most: int, after: Place | None = None) -> list[SignalQuestion]:
    """The questions that are so far: those that wait by the day of their answer, those that are judged the newest first;
    `after`: behind which one to begin."""
    order = ("-judged_at", "id") if stage is Stage.JUDGED else ("reply_by", "id")
    with reading():
        rows = SignalQuestionRow.objects.within(scope).filter(_OF_STAGE[stage], _behind(stage, after))
        return list(map(_question, rows.order_by(*order)[:most]))


def count_questions(scope: Scope, today: date) -> tuple[dict[Stage, int], int]:
    """How many questions are how far, and how many wait for an answer whose day is over."""
    counts = {stage.value: Count("id", filter=condition) for stage, condition in _OF_STAGE.items()}
    overdue = Count("id", filter=_OF_STAGE[Stage.ASKED] & Q(reply_by__lt=today))
    with reading():
        told = SignalQuestionRow.objects.within(scope).aggregate(**counts, overdue=overdue)
    return {stage: told[stage.value] for stage in Stage}, told["overdue"]


def count_to_answer(scope: Scope, first: date | None, end: date | None, since: datetime | None = None) -> int:
    """How many questions wait for an answer whose day lies within a span, as `due_within` says it; `since`: asked then or
    later."""
    asked = Q() if since is None else Q(asked_at__gte=since)
    with reading():
        rows = SignalQuestionRow.objects.within(scope).filter(_OF_STAGE[Stage.ASKED], asked)
        return rows.filter(due_within("reply_by", first, end)).count()


def count_answered_to(scope: Scope, person: str, since: datetime | None = None) -> int:
    """How many questions of a person were answered, and wait for a verdict; `since`: answered then or later."""
    answered = Q() if since is None else Q(answered_at__gte=since)
    with reading():
        return _answered_to(scope, person).filter(answered).count()


def answered_to(scope: Scope, person: str, most: int) -> list[SignalQuestion]:
    """These questions, the newest answer first."""
    with reading():
        return list(map(_question, _answered_to(scope, person).order_by("-answered_at", "id")[:most]))


def _answered_to(scope: Scope, person: str) -> "QuerySet[SignalQuestionRow]":
    rows: QuerySet[SignalQuestionRow] = SignalQuestionRow.objects.within(scope)
    return rows.filter(_OF_STAGE[Stage.ANSWERED], asked_by=person)


def stages_of(scope: Scope, dossiers: Iterable[str]) -> dict[tuple[str, int], Stage]:
    """How far the newest question about each red flag of dossiers is."""
    with reading():
        rows = SignalQuestionRow.objects.within(scope).filter(dossier__in=list(dossiers)).order_by("asked_at", "id")
        return {(found.dossier, found.signal): found.stage for found in map(_question, rows)}


def _behind(stage: Stage, after: Place | None) -> Q:
    if after is None:
        return Q()
    later = Q(judged_at__lt=after.at) if stage is Stage.JUDGED else Q(reply_by__gt=after.at)
    same = Q(judged_at=after.at) if stage is Stage.JUDGED else Q(reply_by=after.at)
    return later | same & Q(id__gt=after.id)


def _question(row: SignalQuestionRow) -> SignalQuestion:
    return SignalQuestion(
        id=row.id, dossier=row.dossier, body=row.body, signal=row.signal, asked_by=row.asked_by, asked_at=row.asked_at,
        reply_by=row.reply_by, words=row.words, answered_by=row.answered_by, answered_at=row.answered_at,
        answer=row.answer, verdict=Verdict(row.verdict) if row.verdict else None, judged_by=row.judged_by,
        judged_at=row.judged_at, reason=row.reason,
    )  # fmt: skip
