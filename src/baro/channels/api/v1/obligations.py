"""One obligation of a coordination rule: each time it is owed; told of, taken back and ended as on the pages."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import coordination_shapes as given
from baro.channels.api.v1.coordination_told import obligation_told, steps_told, time_told
from baro.channels.api.v1.followed_shapes import LATE_TOLD, TakeBackFollowed
from baro.channels.api.v1.followed_told import events_told, require_its_own
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.writing import KEY, written_of
from baro.desk.by import By
from baro.desk.followed import Telling
from baro.desk.obligations import end_obligation, owed_until, take_back_told, tell_obligation
from baro.desk.permission import Asker
from baro.records.queries.followed import obligation as obligation_of
from baro.records.queries.joint_rules import coordination_rule
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Quy chế phối hợp"])
WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã nghĩa vụ.")
_NUMBER = Path(..., description="Số thứ tự của điều đã ghi.")


@router.get(
    "/{obligation_id}",
    response={200: given.ObligationFull, **PROBLEMS},
    summary="Một nghĩa vụ",
    description="Nghĩa vụ, từng lần phải thực hiện, mọi điều đã ghi.",
)
def obligation(request: HttpRequest, obligation_id: str = _ID) -> dict[str, Any]:
    """Give one obligation with each time it is owed and all that was told of it."""
    return obligation_full(request, obligation_id)


@router.post(
    "/{obligation_id}/events",
    response={201: given.ObligationFull, **WRITES},
    summary="Ghi yêu cầu, thực hiện, từ chối một nghĩa vụ",
    description=f"Như các nút trên trang nghĩa vụ: mỗi bên của quy chế ghi phần của mình. {LATE_TOLD}",
)
def tell_of_obligation(
    request: HttpRequest, asked: given.TellObligation, obligation_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record that something was asked for, done or declined."""
    told, _ = _held(obligation_id)
    kind = FollowedKind(asked.kind)
    require_its_own({"about": asked.about}, set() if kind is FollowedKind.ASKED else {"about"})
    telling = Telling(kind=kind, on=asked.on, document=asked.document, about=asked.about)

    def act(by: By) -> None:
        tell_obligation(told.id, telling, by, now())

    return Status(201, obligation_full(request, written_of(request, idempotency_key, asked, asked.body, told.id, act)))


@router.post(
    "/{obligation_id}/events/{number}/take-back",
    response={200: given.ObligationFull, **WRITES},
    summary="Rút điều ghi nhầm về một nghĩa vụ",
    description="Chỉ cơ quan chủ trì quy chế rút được; điều đã ghi vẫn giữ, và không tính nữa.",
)
def take_back_of_obligation(
    request: HttpRequest,
    asked: TakeBackFollowed,
    obligation_id: str = _ID,
    number: int = _NUMBER,
    idempotency_key: str = KEY,
) -> dict[str, Any]:
    """Record that what was told was told by mistake."""
    told, rule = _held(obligation_id)

    def act(by: By) -> None:
        take_back_told(told.id, number, asked.document, by, now())

    return obligation_full(request, written_of(request, idempotency_key, asked, rule.unit, told.id, act))


@router.post(
    "/{obligation_id}/end",
    response={200: given.ObligationFull, **WRITES},
    summary="Ghi nghĩa vụ hết áp dụng",
    description="Chỉ cơ quan chủ trì quy chế ghi được.",
)
def end_of_obligation(
    request: HttpRequest, asked: given.EndObligation, obligation_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record the last day of an obligation."""
    told, rule = _held(obligation_id)

    def act(by: By) -> None:
        end_obligation(told.id, asked.last, by, now())

    return obligation_full(request, written_of(request, idempotency_key, asked, rule.unit, told.id, act))


def obligation_full(request: HttpRequest, obligation_id: str) -> dict[str, Any]:
    """Give an obligation as it stands for who asks. Raises `Refused("access.not_found")`."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told, rule = _held(obligation_id)
    times = [one for one in owed_until(who.on, (rule,)) if one.obligation.id == told.id]
    return {
        "obligation": obligation_told(told, rule, times, who.on),
        "times": [time_told(one) for one in reversed(times)],
        "events": events_told(f"obligation/{told.id}"),
        "may_tell": steps_told(told, rule),
    }


def _held(obligation_id: str) -> tuple[Obligation, CoordinationRule]:
    told = obligation_of(obligation_id)
    rule = coordination_rule(told.rule) if told else None
    if told is None or rule is None:
        raise Refused("access.not_found")
    return told, rule
