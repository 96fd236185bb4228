"""Simplifications of procedures: those asked for, one with what it did; proposed, decided and taken back as on the pages."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import simplification_shapes as given
from baro.channels.api.v1.followed_shapes import LATE_TOLD, TakeBackFollowed
from baro.channels.api.v1.followed_told import events_told, require_its_own
from baro.channels.api.v1.places import day_place, next_page, page_after, words_of_place
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import asked_as_on_page, require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.channels.wording.coordination_found import (
    SIMPLIFIED_STATES,
    SIMPLIFIED_WORDS,
    simplifications_asked,
    simplifications_in_state,
)
from baro.desk.by import By
from baro.desk.followed import Telling
from baro.desk.permission import Asker
from baro.desk.simplifications import (
    decide_simplification,
    effect_of,
    propose_simplification,
    simplification_now,
    simplifications_on,
    take_back_decision,
)
from baro.records.queries.followed import simplification as simplification_of
from baro.rules.counted.effects import SPANS, USUAL, Effect, EffectSide
from baro.rules.judged.simplified import SimplificationNow
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.simplifications import Simplification

router = Router(tags=["Đơn giản hóa thủ tục"])
PAGE = 100
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã phương án.")
_NUMBER = Path(..., description="Số thứ tự của điều đã ghi.")
_WEEKS = {str(weeks): weeks for weeks in SPANS}


@router.get(
    "",
    response={200: given.SimplificationPage, **PROBLEMS},
    summary="Danh sách phương án đơn giản hóa",
    description="Như trang Đơn giản hóa, đề xuất mới nhất trước; 100 phương án mỗi trang.",
)
def simplifications(request: HttpRequest, asked: Query[given.SimplificationQuery]) -> dict[str, Any]:
    """Give a page of the simplifications that the address asks for."""
    told = words_of(request)
    after = day_place(told)
    words = asked_as_on_page(told, SIMPLIFIED_WORDS, {"tinh_trang": SIMPLIFIED_STATES}, words_of_place(after))
    every = simplifications_on(_who(request).on)
    found = simplifications_in_state(simplifications_asked(every, words), words.words["tinh_trang"])
    page, last = page_after(found, lambda one: (one.told.signed_on, one.told.id), after, PAGE)
    return {"count": len(found), "items": [_told(one) for one in page], "next": next_page(told, *last) if last else ""}


@router.get(
    "/{simplification_id}",
    response={200: given.SimplificationFull, **PROBLEMS},
    summary="Một phương án và hiệu quả",
    description="Phương án đến hôm nay, quyết định, hồ sơ trước và từ ngày áp dụng.",
)
def simplification(
    request: HttpRequest, asked: Query[given.EffectQuery], simplification_id: str = _ID
) -> dict[str, Any]:
    """Give one simplification with what it did."""
    told = words_of(request)
    require_understood(told, {"tuan"} if told.get("tuan", "") in _WEEKS else set())
    return _full(request, simplification_id, _WEEKS.get(told.get("tuan", ""), USUAL))


@router.post(
    "",
    response={201: given.SimplificationFull, **_WRITES},
    summary="Ghi phương án đơn giản hóa",
    description=f"Như nút Ghi phương án. {LATE_TOLD}",
)
def propose_to_simplify(
    request: HttpRequest, asked: given.ProposeSimplification, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record what is proposed to be cut."""

    def act(by: By) -> str:
        return propose_simplification(Simplification(id="", **asked.model_dump()), by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.unit, act)))


@router.post(
    "/{simplification_id}/events",
    response={201: given.SimplificationFull, **_WRITES},
    summary="Ghi quyết định về một phương án",
    description=f"Quyết định, kèm ngày áp dụng; hoặc không được duyệt. {LATE_TOLD}",
)
def decide_on_simplification(
    request: HttpRequest, asked: given.DecideSimplification, simplification_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record that a simplification was decided, or declined."""
    found, kind = _found(request, simplification_id).told, FollowedKind(asked.kind)
    require_its_own({"until": asked.until}, {"until"} if kind is FollowedKind.DECIDED else set())
    telling = Telling(kind=kind, on=asked.on, document=asked.document, until=asked.until)

    def act(by: By) -> None:
        decide_simplification(found.id, telling, by, now())

    return Status(201, _full(request, written_of(request, idempotency_key, asked, found.unit, found.id, act)))


@router.post(
    "/{simplification_id}/events/{number}/take-back",
    response={200: given.SimplificationFull, **_WRITES},
    summary="Rút quyết định ghi nhầm",
    description="Điều đã ghi vẫn giữ, và không tính nữa.",
)
def take_back_of_simplification(
    request: HttpRequest,
    asked: TakeBackFollowed,
    simplification_id: str = _ID,
    number: int = _NUMBER,
    idempotency_key: str = KEY,
) -> dict[str, Any]:
    """Record that a decision was told by mistake."""
    found = _found(request, simplification_id).told

    def act(by: By) -> None:
        take_back_decision(found.id, number, asked.document, by, now())

    return _full(request, written_of(request, idempotency_key, asked, found.unit, found.id, act))


def _who(request: HttpRequest) -> Asker:
    return request.auth  # type: ignore[attr-defined,no-any-return]


def _found(request: HttpRequest, simplification_id: str) -> SimplificationNow:
    told = simplification_of(simplification_id)
    if told is None:
        raise Refused("access.not_found")
    return simplification_now(told, _who(request).on)


def _full(request: HttpRequest, simplification_id: str, weeks: int = USUAL) -> dict[str, Any]:
    found = _found(request, simplification_id)
    effect = effect_of(found, weeks, _who(request))
    return {
        "simplification": _told(found),
        "effect": _effect(effect, weeks) if effect else None,
        "events": events_told(f"simplification/{found.told.id}"),
        "may_decide": found.decision is None,
    }


def _told(found: SimplificationNow) -> dict[str, Any]:
    decision = found.decision
    return asdict(found.told) | {
        "state": found.state, "decided_on": decision.told_on if decision else None,
        "decided_by": decision.document if decision else "", "in_force_from": found.in_force_from,
    }  # fmt: skip


def _effect(effect: Effect, weeks: int) -> dict[str, Any]:
    changes = ("until", "median_change", "mean_change", "on_time_change")
    return {name: getattr(effect, name) for name in changes} | {
        "weeks": weeks, "before": _side(effect.before), "after": _side(effect.after),
    }  # fmt: skip


def _side(side: EffectSide) -> dict[str, Any]:
    return asdict(side) | {"last": side.last, "on_time": side.on_time}
