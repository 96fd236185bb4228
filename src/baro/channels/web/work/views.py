"""What waits for somebody in their reach, the most pressing first; each part opens the list it is the head of."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.briefing.meeting_told import shown_conclusions
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
from baro.desk.work_waiting import MOST, READ, dossiers_waiting, questions_waiting
from baro.records.queries.briefings import conclusions_to_do
from baro.records.queries.dossier_lists import Line
from baro.rules.judged.deadlines.remaining import working_days_left
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind


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
    """Dossiers of a kind of work that wait. Nothing where there are none."""
    found = dossiers_waiting(scope, work)
    if found is None:
        return {}
    told: dict[str, Any] = {"as_of": found.as_of} | ({} if found.own is None else {"own": found.own})
    return told | {
        name: {"count": part.count, "lines": _lines(who, part.lines, found.as_of.date())}
        for name, part in found.parts.items()
    }


def _lines(who: Asker, lines: Sequence[Line], today: date) -> Sequence[tuple[ShownLine, str]]:
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
    asked, answered = questions_waiting(who)
    return {
        "to_answer": shown_questions(who, asked),
        "to_judge": [q for q in shown_questions(who, answered) if q.may_judge],
        "conclusions": shown_conclusions(who, conclusions_to_do(permission.scope(who, "briefing.report"), MOST)),
    }
