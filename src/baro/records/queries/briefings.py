"""What was said at weekly briefings, within a scope."""

import json
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from baro.records.ledger.heads import hold
from baro.records.models.briefings import BriefingConclusionRow, BriefingRow, LatenessExplanationRow
from baro.records.queries.days import due_within
from baro.records.round_trips import ask
from baro.records.row_security.session import reading
from baro.rules.counted.weeks import Week
from baro.rules.observed.briefings import Briefing, Cause, Conclusion, LatenessExplanation
from baro.rules.prescribed.policy.scopes import Scope


def explanations(
    scope: Scope, dossiers: Collection[str], held: Collection[str] = ()
) -> dict[str, list[LatenessExplanation]]:
    """What was said of dossiers, the newest last. `held` as in `briefing`."""
    _hold(held)
    with reading():
        rows = LatenessExplanationRow.objects.within(scope).filter(dossier__in=dossiers).order_by("said_at", "id")
        found = list(map(_explanation, rows))
    return {dossier: [one for one in found if one.dossier == dossier] for dossier in {one.dossier for one in found}}


def promised_in(scope: Scope, week: Week) -> list[LatenessExplanation]:
    """The promises whose day lies in a week, by that day; of several for one dossier each."""
    with reading():
        rows = LatenessExplanationRow.objects.within(scope).filter(promised_on__range=(week.monday, week.sunday))
        return list(map(_explanation, rows.order_by("promised_on", "said_at", "id")))


def briefing(scope: Scope, briefing_id: str, held: Collection[str] = ()) -> Briefing | None:
    """A briefing that was frozen; None if there is none in reach. On the streams that are `held` nobody else records
    anything from before it is read until this transaction ends."""
    rows, _ = BriefingRow.objects.each((briefing_id,), scope, first=hold(held))
    return _briefing(rows[briefing_id]) if briefing_id in rows else None


def briefings_of(scope: Scope, week: Week) -> dict[str, Briefing]:
    """The briefings of a week that were frozen, by body."""
    with reading():
        found = map(_briefing, BriefingRow.objects.within(scope).filter(monday=week.monday).order_by("body"))
        return {one.body: one for one in found}


def conclusions_of(scope: Scope, briefing_id: str) -> list[Conclusion]:
    """What was concluded at a briefing, in its order."""
    with reading():
        rows = BriefingConclusionRow.objects.within(scope).filter(briefing=briefing_id)
        return list(map(_conclusion, rows.order_by("made_at", "id")))


def conclusions_before(scope: Scope, week: Week) -> list[Conclusion]:
    """What earlier briefings concluded and was not done when a week began, by its day."""
    with reading():
        rows = BriefingConclusionRow.objects.within(scope).filter(monday__lt=week.monday)
        open_then = rows.filter(Q(done_on=None) | Q(done_on__gte=week.monday))
        return list(map(_conclusion, open_then.order_by("due_on", "id")))


def conclusion(scope: Scope, conclusion_id: str, held: Collection[str] = ()) -> Conclusion | None:
    """One conclusion; None if there is none in reach. `held` as in `briefing`."""
    rows, _ = BriefingConclusionRow.objects.each((conclusion_id,), scope, first=hold(held))
    return _conclusion(rows[conclusion_id]) if conclusion_id in rows else None


def conclusions_to_do(scope: Scope, most: int, after: tuple[date, str] | None = None) -> list[Conclusion]:
    """The conclusions that are not done, by their day; `after`: behind the one of which day and id to begin."""
    with reading():
        rows = BriefingConclusionRow.objects.within(scope).filter(done_on=None)
        if after is not None:
            rows = rows.filter(Q(due_on__gt=after[0]) | Q(due_on=after[0], id__gt=after[1]))
        return list(map(_conclusion, rows.order_by("due_on", "id")[:most]))


def open_conclusions(scope: Scope, today: date) -> tuple[int, int]:
    """How many conclusions are not done, and how many of these are past their day."""
    with reading():
        rows = BriefingConclusionRow.objects.within(scope).filter(done_on=None)
        return rows.count(), rows.filter(due_on__lt=today).count()


def count_to_do(scope: Scope, first: date | None, end: date | None) -> int:
    """How many conclusions are not done whose day lies within a span, as `due_within` says it."""
    with reading():
        rows = BriefingConclusionRow.objects.within(scope).filter(done_on=None)
        return rows.filter(due_within("due_on", first, end)).count()


def _hold(streams: Collection[str]) -> None:
    if locks := hold(streams):
        ask(*locks)


def _explanation(row: LatenessExplanationRow) -> LatenessExplanation:
    return LatenessExplanation(
        id=row.id, dossier=row.dossier, body=row.body, cause=Cause(row.cause), promised_on=row.promised_on,
        words=row.words, said_by=row.said_by, said_at=row.said_at,
    )  # fmt: skip


def _briefing(row: BriefingRow) -> Briefing:
    figures, internal = ([(unit, tuple(c)) for unit, c in json.loads(told)] for told in (row.figures, row.internal))
    return Briefing(
        id=row.id, body=row.body, monday=row.monday, as_of=row.as_of, figures=figures, internal=internal, frozen_by=row.frozen_by,
        frozen_at=row.frozen_at,
    )  # fmt: skip


def _conclusion(row: BriefingConclusionRow) -> Conclusion:
    return Conclusion(
        id=row.id, briefing=row.briefing, body=row.body, monday=row.monday, words=row.words, lead=row.lead,
        due_on=row.due_on, made_by=row.made_by, made_at=row.made_at, done_on=row.done_on, done_by=row.done_by,
        result=row.result,
    )  # fmt: skip
