"""What waits for whoever holds the key, as on their page."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from baro.channels.api.v1 import work_shapes as given
from baro.channels.api.v1.briefings_told import conclusion_told
from baro.channels.api.v1.dossiers_told import dossier_told
from baro.channels.api.v1.joints_told import leg_told
from baro.channels.api.v1.questions_told import question_told
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.tasks_told import task_told
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.seeing import subjects_of
from baro.desk.signal_questions import READ, may_judge
from baro.desk.tasks_waiting import tasks_waiting
from baro.desk.work_waiting import MOST, Part, dossiers_waiting, legs_waiting, questions_waiting
from baro.desk.work_waiting import READ as DOSSIERS
from baro.records.queries.briefings import conclusions_to_do
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind

router = Router(tags=["Việc của tôi"])


@router.get(
    "",
    response={200: given.MyWork, **PROBLEMS},
    summary="Việc đang chờ chủ khóa",
    description="Như trang Việc của tôi: việc gấp nhất trước; danh sách trọn vẹn đọc ở địa chỉ của từng loại.",
)
def work_of_mine(request: HttpRequest) -> dict[str, Any]:
    """Give what waits."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    scope = permission.scope(who, DOSSIERS)
    asked, answered = questions_waiting(who)
    subjects = subjects_of(who, {one.dossier: one.body for one in answered}, READ)
    return {
        "legs": [
            {"joint": now.dossier.id, "code": now.dossier.code, "leg": leg_told(now, leg)}
            for now, leg in legs_waiting(who)
        ],
        "tasks": [task_told(who, one) for one in tasks_waiting(who)[:MOST]],
        "to_answer": [question_told(who, one) for one in asked],
        "to_judge": [question_told(who, one) for one in answered if may_judge(who, one, subjects[one.dossier])],
        "conclusions": [
            conclusion_told(who, one) for one in conclusions_to_do(permission.scope(who, "briefing.report"), MOST)
        ],
        "procedure": _dossiers(scope, WorkKind.PROCEDURE),
        "internal": _dossiers(scope, WorkKind.INTERNAL),
    }


def _dossiers(scope: Scope, work: WorkKind) -> dict[str, Any] | None:
    found = dossiers_waiting(scope, work)
    if found is None:
        return None
    parts = {name: _part(found.parts.get(name)) for name in ("late", "today", "week", "later", "undated")}
    return parts | {"as_of": found.as_of, "own": found.own}


def _part(part: Part | None) -> dict[str, Any] | None:
    return None if part is None else {"count": part.count, "items": [dossier_told(line) for line in part.lines]}
