"""Campaigns of review of processes: all of them, one with how far it is and its processes; begun, and found of, as on the pages."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import review_shapes as given
from baro.channels.api.v1.places import LAST, page_behind, rows_before
from baro.channels.api.v1.reviews_told import bodies_told, review_told, reviewed_told
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import asked_as_on_page, require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk.by import By, unit_of
from baro.desk.permission import Asker
from baro.desk.reviews import REVIEW, begin_review, bodies_within, record_review, reviewed
from baro.records.queries.processes import registered
from baro.records.queries.reviews import campaign, campaigns
from baro.rules.judged.registered.reviewing import ReviewState
from baro.rules.observed.reviews import Campaign, Found
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import RegisterKind

router = Router(tags=["Rà soát quy trình"])
PAGE = 100
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã đợt rà soát.")
_STATES = {"tinh_trang": {one.value for one in ReviewState}}


@router.get(
    "",
    response={200: given.ProcessReviewPage, **PROBLEMS},
    summary="Các đợt rà soát quy trình",
    description="Đợt bắt đầu sau đứng trước, từng đợt đến đâu; 100 đợt mỗi trang.",
)
def process_reviews(
    request: HttpRequest, sau: str = Query("", description="Trang sau bắt đầu sau đợt này (lấy từ next).")
) -> dict[str, Any]:
    """Give a page of the campaigns."""
    told, found, on = words_of(request), campaigns(), _who(request).on
    before = rows_before([one.id for one in found], told)
    require_understood(told, {LAST} if before else set())
    register, page = registered(), found[before : before + PAGE]
    return {
        "count": len(found),
        "items": [review_told(one, reviewed(one, register, on), on) for one in page],
        "next": page_behind({}, page[-1].id) if len(found) > before + PAGE else "",
    }


@router.get(
    "/{review_id}",
    response={200: given.ProcessReviewFull, **PROBLEMS},
    summary="Một đợt rà soát quy trình",
    description="Đợt đến đâu, từng cơ quan đến đâu.",
)
def process_review(request: HttpRequest, review_id: str = _ID) -> dict[str, Any]:
    """Give one campaign with how far each body is."""
    return _full(request, review_id)


@router.get(
    "/{review_id}/processes",
    response={200: given.ReviewedPage, **PROBLEMS},
    summary="Quy trình của một đợt rà soát",
    description="Như bảng trên trang đợt rà soát: kết quả của từng quy trình; 100 quy trình mỗi trang.",
)
def reviewed_processes(request: HttpRequest, asked: Query[given.ReviewedQuery], review_id: str = _ID) -> dict[str, Any]:
    """Give a page of the processes of a campaign that the address asks for."""
    told = words_of(request)
    whole = reviewed(_found(review_id), registered(), _who(request).on)
    before = rows_before([one.process.id for one in whole], told)
    words = asked_as_on_page(told, ("co_quan", "tinh_trang"), _STATES, {LAST} if before else set()).words
    body, state = words["co_quan"], words["tinh_trang"]

    def meant(rows: tuple[Any, ...]) -> list[Any]:
        return [one for one in rows if body in ("", one.process.unit) and state in ("", one.state)]

    page = meant(whole[before:])
    asked_for = {name: word for name, word in told.items() if name != LAST}
    return {
        "count": len(meant(whole)),
        "items": [reviewed_told(one) for one in page[:PAGE]],
        "next": page_behind(asked_for, page[PAGE - 1].process.id) if len(page) > PAGE else "",
    }


@router.post(
    "",
    response={201: given.ProcessReviewFull, **_WRITES},
    summary="Mở đợt rà soát quy trình",
    description="Đợt gồm mọi quy trình đang áp dụng hôm nay của cơ quan đã chọn và các đơn vị cấp dưới.",
)
def begin_process_review(
    request: HttpRequest, asked: given.BeginReview, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Lay down a campaign."""

    def act(by: By) -> str:
        told = asked.model_dump(include={"unit", "name", "document", "begins_on", "due_on"})
        within, kinds = bodies_within(asked.top, _who(request).on), [RegisterKind(kind) for kind in asked.kinds]
        return begin_review(by, now(), bodies=within, kinds=kinds, **told)

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.unit, act)))


@router.post(
    "/{review_id}/results",
    response={201: given.ProcessReviewFull, **_WRITES},
    summary="Ghi kết quả rà soát",
    description="Cùng một kết quả cho các quy trình đã kể, ghi hết hoặc không ghi gì. Khóa phải được rà soát quy trình của từng cơ quan; ghi lại thì kết quả sau có giá trị.",
)
def record_reviewed(
    request: HttpRequest, asked: given.RecordReviewed, review_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record what was found of processes."""
    found = _found(review_id)

    def act(by: By) -> None:
        record_review(found.id, asked.processes, Found(asked.found), asked.words, by, now())

    unit = unit_of(_who(request), REVIEW)
    return Status(201, _full(request, written_of(request, idempotency_key, asked, unit, found.id, act)))


def _found(review_id: str) -> Campaign:
    found = campaign(review_id)
    if found is None:
        raise Refused("access.not_found")
    return found


def _full(request: HttpRequest, review_id: str) -> dict[str, Any]:
    found, on = _found(review_id), _who(request).on
    whole = reviewed(found, registered(), on)
    return {"review": review_told(found, whole, on), "bodies": bodies_told(whole)}


def _who(request: HttpRequest) -> Asker:
    who: Asker = request.auth  # type: ignore[attr-defined]
    return who
