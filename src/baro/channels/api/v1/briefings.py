"""Weekly briefings: a week frozen as it stood, what was concluded there, what came of it."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import briefing_shapes as given
from baro.channels.api.v1.briefings_told import conclusion_told
from baro.channels.api.v1.places import LAST, day_place, next_page
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk import permission
from baro.desk.briefings import READ, carry_out_conclusion, conclude_briefing, freeze_briefing
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.records.queries import briefings as found
from baro.records.queries.weekly import COUNTS
from baro.rules.counted.weeks import Week, read_week
from baro.rules.observed.briefings import Briefing
from baro.rules.prescribed.policy.masking import masked, plain
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

router, conclusions_router = Router(tags=["Giao ban"]), Router(tags=["Giao ban"])
PAGE = 100
_WRITES = {400: Problem, **PROBLEMS}
_DUE = "sau-han"
_ID = Path(..., description="Mã giao ban đã chốt.")
_CONCLUSION = Path(..., description="Mã kết luận.")


@router.get(
    "",
    response={200: list[given.Briefing], **PROBLEMS},
    summary="Giao ban đã chốt của một tuần",
    description="Mỗi cơ quan một bản, như đã chốt; dữ liệu về sau đổi thì bản này giữ nguyên.",
)
def briefings(
    request: HttpRequest, week: str = Query(..., alias="tuan", description="Tuần, như 2024-W17.")
) -> list[dict[str, Any]]:
    """Give the briefings of a week that were frozen."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    frozen = found.briefings_of(permission.scope(who, READ), _week(week, "tuan"))
    return [_told(who, one) for one in frozen.values()]


@router.get(
    "/{briefing_id}",
    response={200: given.BriefingFull, **PROBLEMS},
    summary="Một giao ban đã chốt",
    description="Số liệu như đã chốt và các kết luận.",
)
def briefing(request: HttpRequest, briefing_id: str = _ID) -> dict[str, Any]:
    """Give one with what was concluded."""
    return _full(request, briefing_id)


@router.post(
    "",
    response={201: given.BriefingFull, **_WRITES},
    summary="Chốt số liệu giao ban của một cơ quan",
    description="Các số của tuần được ghi vào sổ cái như đang hiện; mỗi tuần của một cơ quan chốt một lần.",
)
def freeze(request: HttpRequest, asked: given.Freeze, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Freeze a body's week."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    week = _week(asked.week, "week")

    def act(by: By) -> str:
        return freeze_briefing(asked.body, week, who, by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.body, act)))


@router.post(
    "/{briefing_id}/conclusions",
    response={201: given.Conclusion, **_WRITES},
    summary="Ghi kết luận giao ban",
    description="Kết luận chưa xong đứng đầu trang giao ban các tuần sau, cho đến khi báo cáo đã thực hiện.",
)
def conclude(
    request: HttpRequest, asked: given.Conclude, briefing_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Conclude something at a briefing."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    meant = _found(who, briefing_id)

    def act(by: By) -> str:
        return conclude_briefing(meant.id, who, by, now(), **asked.model_dump())

    return Status(201, _concluded(who, written(request, idempotency_key, asked, meant.body, act)))


@conclusions_router.get(
    "",
    response={200: given.ConclusionPage, **PROBLEMS},
    summary="Kết luận giao ban chưa thực hiện xong",
    description="Theo hạn; 100 kết luận mỗi trang.",
)
def conclusions(request: HttpRequest, asked: Query[given.ConclusionQuery]) -> dict[str, Any]:
    """Give a page of the conclusions that are to be carried out."""
    told = words_of(request)
    after = day_place(told, _DUE)
    require_understood(told, {LAST, _DUE} if after else set())
    who: Asker = request.auth  # type: ignore[attr-defined]
    scope = permission.scope(who, READ)
    count, overdue = found.open_conclusions(scope, who.on)
    lines = found.conclusions_to_do(scope, PAGE + 1, after)
    last = lines[PAGE - 1] if len(lines) > PAGE else None
    return {
        "count": count,
        "overdue": overdue,
        "items": [conclusion_told(who, one) for one in lines[:PAGE]],
        "next": next_page({}, last.id, last.due_on, _DUE) if last else "",
    }


@conclusions_router.post(
    "/{conclusion_id}/done",
    response={200: given.Conclusion, **_WRITES},
    summary="Báo cáo kết luận đã thực hiện xong",
    description="Như nút Báo cáo đã thực hiện trên trang giao ban.",
)
def done(
    request: HttpRequest, asked: given.Done, conclusion_id: str = _CONCLUSION, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Report that what was concluded is done."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    meant = found.conclusion(permission.scope(who, READ), conclusion_id)
    if meant is None:
        raise Refused("access.not_found")

    def act(by: By) -> None:
        carry_out_conclusion(meant.id, who, by, now(), **asked.model_dump())

    return _concluded(who, written_of(request, idempotency_key, asked, meant.body, meant.id, act))


def _week(text: str, field: str) -> Week:
    week = read_week(text)
    if week is None:
        raise Refused("api.malformed", fields=field)
    return week


def _found(who: Asker, briefing_id: str) -> Briefing:
    one = found.briefing(permission.scope(who, READ), briefing_id)
    if one is None:
        raise Refused("access.not_found")
    return one


def _full(request: HttpRequest, briefing_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    one = _found(who, briefing_id)
    made = found.conclusions_of(permission.scope(who, READ), one.id)
    return {"briefing": _told(who, one), "conclusions": [conclusion_told(who, conclusion) for conclusion in made]}


def _told(who: Asker, one: Briefing) -> dict[str, Any]:
    seen = permission.decide(who, READ, Subject(unit=one.body))
    figures, internal = (
        [{"unit": unit} | dict(zip(COUNTS, counts, strict=True)) for unit, counts in told]
        for told in (one.figures, one.internal)
    )
    week = {"week": Week(one.monday).written, "figures": figures, "internal": internal}
    return plain(masked(seen, "briefing", asdict(one))) | week


def _concluded(who: Asker, conclusion_id: str) -> dict[str, Any]:
    one = found.conclusion(permission.scope(who, READ), conclusion_id)
    if one is None:
        raise Refused("access.not_found")
    return conclusion_told(who, one)
