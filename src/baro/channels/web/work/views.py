"""What waits for somebody in their reach, the most pressing first; each part opens the list it is the head of."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.briefing.meeting_told import shown_conclusions
from baro.channels.web.dossiers.list_views import READ
from baro.channels.web.dossiers.questions_told import shown_questions
from baro.channels.web.dossiers.told import ShownLine, shown
from baro.channels.web.frame.asking import asks
from baro.channels.web.joint.waiting import waiting_legs
from baro.channels.web.tasks.told import shown_tasks
from baro.desk import permission
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import Asker
from baro.desk.seeing import seen_of
from baro.desk.tasks_waiting import tasks_waiting
from baro.records.queries.briefings import conclusions_to_do
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.queries.dossier_lists import Asked, count, dossiers
from baro.records.queries.signal_questions import questions_at
from baro.records.row_security.session import reading
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.deadlines.remaining import working_days_left
from baro.rules.observed.signal_questions import Stage
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

MOST = 20
_LATE, _OPEN, _UNDATED = (TimeClass.PENDING_LATE,), (TimeClass.PENDING_ON_TIME,), (TimeClass.NOT_COMPUTABLE,)
_WEEK = timedelta(days=7)


@require_safe
@asks
def my_work(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show what waits."""
    scope = permission.scope(who, READ)
    of = {kind: _dossiers(who, scope, kind) for kind in WorkKind}
    told = {
        "legs": waiting_legs(who, MOST),
        "tasks": shown_tasks(who, tasks_waiting(who)[:MOST]),
        **_said(who),
        "internal": of[WorkKind.INTERNAL],
    }
    return render(request, "work/work.html", told | of[WorkKind.PROCEDURE])


def _dossiers(who: Asker, scope: Scope, work: WorkKind) -> dict[str, Any]:
    """Dossiers of a kind of work past their day, due today, due within the week behind it; of who sees none but their
    own, the other open ones too, and how many there are in all. Nothing where there are none."""
    with reading():
        judged = judged_as_of(scope, work)
    if judged is None:
        return {}
    as_of = local_time(judged, VIETNAM)
    end = datetime.combine(as_of.date() + timedelta(days=1), time(), as_of.tzinfo)
    told: dict[str, Any] = {}
    instant = timedelta(microseconds=1)  # the last day is over at the first moment of the next
    parts = {
        "late": Asked(work=work, classes=_LATE),
        "today": Asked(work=work, classes=_OPEN, due=(as_of, end + instant)),
        "week": Asked(work=work, classes=_OPEN, due=(end + instant, end + _WEEK + instant)),
    }
    if scope.is_narrow:
        parts["later"] = Asked(work=work, classes=_OPEN, due=(end + _WEEK + instant, None))
        parts["undated"] = Asked(work=work, classes=_UNDATED, open_at=as_of + instant)
        told["own"] = count(scope, Asked(work=work))
    return (
        told
        | {"as_of": as_of}
        | {
            name: {"count": count(scope, asked), "lines": _lines(who, scope, asked, as_of.date())}
            for name, asked in parts.items()
        }
    )


def _lines(who: Asker, scope: Scope, asked: Asked, today: date) -> Sequence[tuple[ShownLine, str]]:
    lines = dossiers(scope, asked, None, MOST)
    seen = seen_of(who, lines)
    return [(shown(line, seen[line.id]), _left(today, line.due_on)) for line in lines]


def _left(today: date, due: date | None) -> str:
    """The working days that are left, in words."""
    left = working_days_left(today, due, CALENDAR) if due else None
    if left is None or left < 0:
        return ""
    return f"còn {left} ngày làm việc" if left else "hết hôm nay"


def _said(who: Asker) -> dict[str, Any]:
    """Questions to answer, answers to judge, conclusions to carry out."""
    answers, judges = permission.scope(who, "signal.answer"), permission.scope(who, "signal.judge")
    return {
        "to_answer": shown_questions(who, questions_at(answers, Stage.ASKED, MOST)),
        "to_judge": [q for q in shown_questions(who, questions_at(judges, Stage.ANSWERED, MOST)) if q.may_judge],
        "conclusions": shown_conclusions(who, conclusions_to_do(permission.scope(who, "briefing.report"), MOST)),
    }
