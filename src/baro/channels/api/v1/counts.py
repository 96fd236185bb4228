"""Counts of a period, as on the pages: joint dossiers in three ways, tasks by who leads them."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from baro.channels.api.v1 import count_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.words import require_understood, words_of
from baro.desk.joint_counts import joint_counts as counted_joints
from baro.desk.permission import Asker
from baro.desk.task_counts import carried_now, counted_now, loads_now
from baro.rules.counted.periods import MONTH, YEAR, Period, period_of, read_period
from baro.rules.counted.tasks import Load, TaskCounts, by_lead, counted

joint_router, task_router = Router(tags=["Hồ sơ liên thông"]), Router(tags=["Nhiệm vụ được giao"])


@joint_router.get(
    "",
    response={200: given.JointCounts, **PROBLEMS},
    summary="Số liệu liên thông của một kỳ",
    description="Như trang Số liệu liên thông: ba cách đếm cạnh nhau, không số nào là tổng của số khác; trễ thuộc cơ quan nào.",
)
def joint_counts(request: HttpRequest, asked: Query[given.JointCountsQuery]) -> dict[str, Any]:
    """Count the joint dossiers of a period."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    period = _period(request, who)
    board = counted_joints(who, period)
    counted = board.counted
    return {
        "period": period.written,
        "submissions": counted.submissions,
        "dossiers": counted.dossiers_in_all,
        "results": counted.results_in_all,
        "agencies": [
            {
                "agency": one, "dossiers": counted.dossiers.get(one, 0), "results": counted.results.get(one, 0),
                "held": board.held[one], "late": board.late[one],
            }
            for one in sorted(board.agencies)
        ],
    }  # fmt: skip


@task_router.get(
    "",
    response={200: given.TaskFigures, **PROBLEMS},
    summary="Số liệu nhiệm vụ của một kỳ",
    description="Như trang Số liệu nhiệm vụ: nhiệm vụ giao trong kỳ hoặc chưa xong khi kỳ bắt đầu, theo đơn vị chủ trì.",
)
def task_counts(request: HttpRequest, asked: Query[given.TaskCountsQuery]) -> dict[str, Any]:
    """Count the tasks of a period, and tell the weeks and the loads of today."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    period = _period(request, who, YEAR)
    found = counted_now(who, period)
    return {
        "period": period.written,
        "on": who.on,
        "counts": _counts(counted(found)),
        "leads": [{"lead": one, "counts": _counts(told)} for one, told in sorted(by_lead(found).items())],
        "weeks": [asdict(one) for one in carried_now(who)],
        "loads": [_load(one, is_seen=is_seen) for one, is_seen in loads_now(who)],
    }


def _counts(told: TaskCounts) -> dict[str, Any]:
    return asdict(told) | {"on_time_of": told.on_time_share[1]}


def _load(one: Load, *, is_seen: bool) -> dict[str, Any]:
    return asdict(one) | ({} if is_seen else {"holder": None, "hidden": ["holder"]})


def _period(request: HttpRequest, who: Asker, usual: int = MONTH) -> Period:
    """The period that the address asks for; the one of today, so many months long, without one."""
    told = words_of(request)
    period = read_period(told.get("ky", ""))
    require_understood(told, {"ky"} if period else set())
    return period or period_of(who.on, usual)
