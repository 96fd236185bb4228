"""Targets: those of a year, one with its reports; given, reported of, changed and withdrawn by the same acts as on the pages."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import target_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.desk.targets import report_target, revise_target, set_target, targets_of_year, withdraw_target, year_of
from baro.records.queries.targets import target as target_of
from baro.rules.judged.targets import TargetNow, TargetResult, target_on
from baro.rules.observed.targets import Direction, Target
from baro.rules.prescribed.amounts import plain
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Chỉ tiêu"])
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã chỉ tiêu.")
_KEPT = ("id", "body", "assigner", "directive", "code", "name", "unit", "first", "last", "direction", "source")


@router.get(
    "",
    response={200: given.TargetList, **PROBLEMS},
    summary="Chỉ tiêu của một năm",
    description="Kế hoạch, số thực hiện mới nhất, kết quả đến hôm nay; không kể chỉ tiêu đã rút.",
)
def targets(request: HttpRequest, asked: Query[given.TargetQuery]) -> dict[str, Any]:
    """Give the targets of a year."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    year, body, result = told.get("nam", ""), told.get("don-vi", ""), told.get("ket-qua", "")
    known = {"don-vi"}
    known |= {"nam"} if year_of(year) else set()
    known |= {"ket-qua"} if result in set(TargetResult) else set()
    require_understood(told, known)
    found = targets_of_year(year_of(year) or who.on.year, who.on)
    meant = [one for one in found if body in ("", one.target.body) and result in ("", one.result.value)]
    return {"count": len(meant), "items": [_told(one) for one in meant]}


@router.get(
    "/{target_id}",
    response={200: given.TargetFull, **PROBLEMS},
    summary="Một chỉ tiêu",
    description="Chỉ tiêu đến hôm nay, mọi số đã báo cáo, mọi lần điều chỉnh.",
)
def target(request: HttpRequest, target_id: str = _ID) -> dict[str, Any]:
    """Give one target with all that was told of it."""
    return _full(request, target_id)


@router.post(
    "",
    response={201: given.TargetFull, **_WRITES},
    summary="Giao chỉ tiêu",
    description="Như nút Giao chỉ tiêu. Khóa phải của người đứng đầu đơn vị giao.",
)
def give_target(request: HttpRequest, asked: given.SetTarget, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Give a target."""

    def act(by: By) -> str:
        told = asked.model_dump() | {"direction": Direction(asked.direction)}
        return set_target(Target(id="", recorded_at=now(), **told), by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.assigner, act)))


@router.post(
    "/{target_id}/reports",
    response={201: given.TargetFull, **_WRITES},
    summary="Báo cáo thực hiện",
    description="Số lũy kế từ đầu kỳ. Báo cáo lại cùng ngày thì số sau được tính, số trước vẫn giữ.",
)
def report_actual(
    request: HttpRequest, asked: given.Report, target_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Report what was reached."""
    found = _found(target_id)

    def act(by: By) -> None:
        report_target(found.id, asked.upto, asked.value, asked.source, by, now())

    return Status(201, _full(request, written_of(request, idempotency_key, asked, found.body, found.id, act)))


@router.post(
    "/{target_id}/revisions",
    response={201: given.TargetFull, **_WRITES},
    summary="Điều chỉnh kế hoạch",
    description="Theo một văn bản. Kế hoạch giao lần đầu vẫn giữ.",
)
def revise_plan(
    request: HttpRequest, asked: given.Revise, target_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Change the plan."""
    found = _found(target_id)

    def act(by: By) -> None:
        revise_target(found.id, asked.plan, asked.document, by, now())

    return Status(201, _full(request, written_of(request, idempotency_key, asked, found.assigner, found.id, act)))


@router.post(
    "/{target_id}/withdraw",
    response={200: given.TargetFull, **_WRITES},
    summary="Rút chỉ tiêu giao nhầm",
    description="Chỉ khi chưa có báo cáo nào; chỉ tiêu đã rút vẫn giữ trong sổ.",
)
def withdraw_given(
    request: HttpRequest, asked: given.WithdrawTarget, target_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Withdraw a target that was given by mistake."""
    found = _found(target_id)

    def act(by: By) -> None:
        withdraw_target(found.id, asked.reason, by, now())

    return _full(request, written_of(request, idempotency_key, asked, found.assigner, found.id, act))


def _found(target_id: str) -> Target:
    found = target_of(target_id)
    if found is None:
        raise Refused("access.not_found")
    return found


def _full(request: HttpRequest, target_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    found = _found(target_id)
    return {
        "target": _told(target_on(found, who.on)),
        "actuals": [asdict(one) | {"value": plain(one.value)} for one in found.actuals],
        "revisions": [asdict(one) | {"plan": plain(one.plan)} for one in found.revisions],
    }


def _told(one: TargetNow) -> dict[str, Any]:
    told, actual = one.target, one.actual
    return {name: getattr(told, name) for name in _KEPT} | {
        "baseline": _amount(told.baseline), "first_plan": plain(told.plan), "plan": plain(told.plan_now),
        "value": plain(actual.value) if actual else "", "upto": actual.upto if actual else None,
        "share": _amount(one.share), "result": one.result, "result_by_first_plan": one.by_first_plan,
        "is_met_by_revision": one.is_met_by_revision, "is_withdrawn": told.withdrawn_at is not None,
    }  # fmt: skip


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else plain(amount)
