"""Joint dossiers: those in reach, one with its legs; opened, told of and told anew by the same acts as on the pages."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Schema, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import joint_shapes as given
from baro.channels.api.v1.joints_told import event_told, joint_told, leg_told
from baro.channels.api.v1.places import AT, LAST, moment_place, next_page
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk import permission
from baro.desk.by import By
from baro.desk.joint import (
    READ,
    correct_joint,
    end_joint,
    joint_now,
    joints_at,
    open_joint_dossier,
    seen_of,
    tell_leg,
)
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import Asker
from baro.records.queries.joint_dossiers import OpenPlace, Place, closed_joint, count_joint
from baro.records.queries.joint_dossiers import open_joint as joint_open
from baro.records.queries.joint_rules import joint_versions
from baro.rules.judged.deadlines.due import why
from baro.rules.judged.joint.legs import JointNow
from baro.rules.judged.joint.split import split_of
from baro.rules.judged.joint.steps import may_end
from baro.rules.observed.joint import JointDossier, JointKind, Outcome
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Hồ sơ liên thông"])
PAGE = 100
_OPEN, _CLOSED = "dang-lam", "da-xong"
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã hồ sơ liên thông trong Ba Rõ.")
_NUMBER = Path(..., description="Số thứ tự của việc đã ghi.")


@router.get(
    "",
    response={200: given.JointPage, **PROBLEMS},
    summary="Danh sách hồ sơ liên thông",
    description="Đang giải quyết: cũ nhất trước; đã xong: mới nhất trước; 100 hồ sơ mỗi trang.",
)
def joints(request: HttpRequest, asked: Query[given.JointQuery]) -> dict[str, Any]:
    """Give a page of the joint dossiers that are so far."""
    told = words_of(request)
    word, after = told.get("tinh-trang", _OPEN), moment_place(told)
    known = {"tinh-trang"} if word in (_OPEN, _CLOSED) else set()
    require_understood(told, known | ({LAST, AT} if after else set()))
    who: Asker = request.auth  # type: ignore[attr-defined]
    scope, is_closed = permission.scope(who, READ), word == _CLOSED
    found = _page(scope, after, is_closed=is_closed)
    last = found[PAGE - 1] if len(found) > PAGE else None
    at = (last.closed_at if is_closed else last.received_at) if last else None
    return {
        "count": count_joint(scope)[is_closed],
        "items": [joint_told(one) for one in joints_at(found[:PAGE], who.at)],
        "next": next_page({"tinh-trang": word}, last.id, at) if last else "",
    }


@router.get(
    "/{joint_id}",
    response={200: given.JointFull, **PROBLEMS},
    summary="Một hồ sơ liên thông",
    description="Các chặng đến lúc này, vì sao ra ngày hẹn, ai giữ bao lâu, mọi việc đã ghi.",
)
def joint(request: HttpRequest, joint_id: str = _ID) -> dict[str, Any]:
    """Give one joint dossier with its legs and all that was told of it."""
    return _full(request, joint_id)


@router.post(
    "",
    response={201: given.JointFull, **_WRITES},
    summary="Mở hồ sơ liên thông",
    description="Cơ quan chủ trì mở khi đã tiếp nhận đủ; một lần nộp chỉ đếm một lần.",
)
def open_joint(request: HttpRequest, asked: given.Open, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Open a joint dossier."""
    versions = joint_versions(asked.process)
    if not versions:
        raise Refused("joint.not_registered")
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]

    def act(by: By) -> str:
        return open_joint_dossier(asked.process, asked.code, scope, by, now(), received_at=asked.received_at)

    return Status(201, _full(request, written(request, idempotency_key, asked, versions[-1].lead, act)))


@router.post(
    "/{joint_id}/events",
    response={201: given.JointFull, **_WRITES},
    summary="Ghi việc xảy ra với một hồ sơ liên thông",
    description="Như các nút trên trang hồ sơ: gửi, xác nhận, trả lời, trả lại một chặng; kết thúc cả hồ sơ.",
)
def tell_joint(
    request: HttpRequest, asked: given.TellJoint, joint_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record what happened to a leg, or to the whole."""
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]
    kind, outcome = JointKind(asked.kind), Outcome(asked.outcome)

    def act(by: By) -> None:
        if kind is JointKind.ENDED:
            end_joint(joint_id, outcome, scope, by, now(), happened_at=asked.happened_at, document=asked.document)
            return
        tell_leg(
            joint_id, asked.leg, kind, scope, by, now(), happened_at=asked.happened_at, document=asked.document,
            outcome=outcome, words=asked.words,
        )  # fmt: skip

    return Status(201, _done(request, idempotency_key, asked, joint_id, asked.body, act))


@router.post(
    "/{joint_id}/events/{number}/correct",
    response={200: given.JointFull, **_WRITES},
    summary="Đính chính việc ghi nhầm",
    description="Điều đã ghi vẫn giữ; đính chính không làm số liệu của bên đính chính tốt lên.",
)
def correct_told(
    request: HttpRequest, asked: given.Correct, joint_id: str = _ID, number: int = _NUMBER, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Tell anew what was told wrongly."""
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]
    said = asked.model_dump(exclude={"body"})

    def act(by: By) -> None:
        correct_joint(joint_id, str(number), scope, by, now(), **said)

    return _done(request, idempotency_key, asked, joint_id, asked.body, act)


def _done(
    request: HttpRequest, key: str, asked: Schema, joint_id: str, unit: str, act: Callable[[By], None]
) -> dict[str, Any]:
    """Do an act for a body, once for this key, and give the dossier as it stands after it."""
    found = _found(request, joint_id)
    return _full(request, written_of(request, key, asked, unit, found.dossier.id, act))


def _page(scope: Scope, after: tuple[Any, str] | None, *, is_closed: bool) -> list[JointDossier]:
    if is_closed:
        return closed_joint(scope, Place(*after) if after else None, PAGE + 1)
    return joint_open(scope, PAGE + 1, OpenPlace(*after) if after else None)


def _found(request: HttpRequest, joint_id: str) -> JointNow:
    found = joint_now(joint_id, permission.scope(request.auth, READ), now())  # type: ignore[attr-defined]
    if found is None:
        raise Refused("access.not_found")
    return found


def _full(request: HttpRequest, joint_id: str) -> dict[str, Any]:
    found = _found(request, joint_id)
    seen = seen_of(request.auth, found)  # type: ignore[attr-defined]
    return {
        "joint": joint_told(found),
        "why": why(found.due),
        "legs": [leg_told(found, leg) for leg in found.legs],
        "split": [asdict(share) for share in split_of(found, CALENDAR).shares],
        "may_end": may_end(found),
        "events": [event_told(seen, found, event) for event in found.dossier.events],
    }
