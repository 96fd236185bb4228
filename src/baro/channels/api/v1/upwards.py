"""Proposals to the upper level: those asked for, one with its course; made, told of and taken back as on the pages."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import upward_shapes as given
from baro.channels.api.v1.followed_shapes import LATE_TOLD
from baro.channels.api.v1.followed_told import events_told, require_its_own
from baro.channels.api.v1.places import day_place, next_page, page_after, words_of_place
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import asked_as_on_page, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.channels.wording.coordination_found import UPWARD_VIEWS, UPWARD_WORDS, upwards_asked, upwards_in_view
from baro.desk.by import By
from baro.desk.followed import Telling
from baro.desk.permission import Asker
from baro.desk.upward import make_upward, take_back_upward, tell_upward, upward_now, upward_tellers, upwards_on
from baro.records.queries.followed import upward_proposal
from baro.records.queries.organisation import bodies
from baro.rules.judged.upward import UpwardNow, may_follow
from baro.rules.observed.followed import FollowedKind
from baro.rules.observed.upward import UpwardProposal
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Kiến nghị với cấp trên"])
PAGE = 100
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã kiến nghị.")
_NUMBER = Path(..., description="Số thứ tự của điều đã ghi.")
_TOLD = ("id", "unit", "about", "document", "signed_on", "counts_on", "to")
_OF_KIND = {FollowedKind.ROUTED: {"to", "until"}, FollowedKind.NOT_ACCEPTED: {"until"}}


@router.get(
    "",
    response={200: given.UpwardPage, **PROBLEMS},
    summary="Danh sách kiến nghị với cấp trên",
    description="Như trang Kiến nghị, ngày ký mới nhất trước; 100 kiến nghị mỗi trang.",
)
def upwards(request: HttpRequest, asked: Query[given.UpwardQuery]) -> dict[str, Any]:
    """Give a page of the proposals that the address asks for."""
    told = words_of(request)
    after = day_place(told)
    words = asked_as_on_page(told, UPWARD_WORDS, {"xem": UPWARD_VIEWS}, words_of_place(after))
    found = upwards_asked(upwards_on(_who(request).on), words, partial(called, bodies()))
    meant = upwards_in_view(found, words.words["xem"])
    page, last = page_after(meant, lambda one: (one.told.signed_on, one.told.id), after, PAGE)
    return {"count": len(meant), "items": [_told(one) for one in page], "next": next_page(told, *last) if last else ""}


@router.get(
    "/{upward_id}",
    response={200: given.UpwardFull, **PROBLEMS},
    summary="Một kiến nghị và diễn biến",
    description="Kiến nghị đến hôm nay, mọi điều đã ghi, việc có thể ghi tiếp.",
)
def upward(request: HttpRequest, upward_id: str = _ID) -> dict[str, Any]:
    """Give one proposal with its course."""
    return _full(request, upward_id)


@router.post(
    "",
    response={201: given.UpwardFull, **_WRITES},
    summary="Ghi kiến nghị với cấp trên",
    description=f"Như nút Ghi kiến nghị. {LATE_TOLD}",
)
def propose_upward(
    request: HttpRequest, asked: given.ProposeUpward, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record a proposal."""

    def act(by: By) -> str:
        return make_upward(UpwardProposal(id="", **asked.model_dump()), by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.unit, act)))


@router.post(
    "/{upward_id}/events",
    response={201: given.UpwardFull, **_WRITES},
    summary="Ghi việc xảy ra với một kiến nghị",
    description=f"Như các nút trên trang kiến nghị: chuyển, trả lời, đã giải quyết hay chưa. {LATE_TOLD}",
)
def tell_of_upward(
    request: HttpRequest, asked: given.TellUpward, upward_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record what became of a proposal."""
    found, kind = _found(request, upward_id), FollowedKind(asked.kind)
    require_its_own({"to": asked.to, "until": asked.until}, _OF_KIND.get(kind, set()))
    telling = Telling(kind=kind, on=asked.on, document=asked.document, body=asked.to, until=asked.until)

    def act(by: By) -> None:
        tell_upward(found.told.id, telling, by, now())

    return Status(201, _full(request, written_of(request, idempotency_key, asked, asked.body, found.told.id, act)))


@router.post(
    "/{upward_id}/events/{number}/take-back",
    response={200: given.UpwardFull, **_WRITES},
    summary="Rút điều ghi nhầm về một kiến nghị",
    description="Chỉ điều ghi sau cùng, do chính đơn vị đã ghi; điều ấy vẫn giữ trong sổ.",
)
def take_back_of_upward(
    request: HttpRequest,
    asked: given.TakeBackUpward,
    upward_id: str = _ID,
    number: int = _NUMBER,
    idempotency_key: str = KEY,
) -> dict[str, Any]:
    """Record that the last that was told was told by mistake."""
    found = _found(request, upward_id)

    def act(by: By) -> None:
        take_back_upward(found.told.id, number, asked.document, by, now())

    return _full(request, written_of(request, idempotency_key, asked, asked.body, found.told.id, act))


def _who(request: HttpRequest) -> Asker:
    return request.auth  # type: ignore[attr-defined,no-any-return]


def _found(request: HttpRequest, upward_id: str) -> UpwardNow:
    told = upward_proposal(upward_id)
    if told is None:
        raise Refused("access.not_found")
    return upward_now(told, _who(request).on)


def _full(request: HttpRequest, upward_id: str) -> dict[str, Any]:
    found = _found(request, upward_id)
    return {
        "upward": _told(found),
        "events": events_told(f"upward/{found.told.id}"),
        "may_tell": [{"kind": kind, "bodies": upward_tellers(found, kind)} for kind in may_follow(found)],
    }


def _told(found: UpwardNow) -> dict[str, Any]:
    return {name: getattr(found.told, name) for name in _TOLD} | {
        "first_until": found.told.until, "state": found.state, "holder": found.holder if found.is_open else "",
        "since": found.since, "waited": found.waited, "until": found.until, "is_late": found.is_late,
    }  # fmt: skip
