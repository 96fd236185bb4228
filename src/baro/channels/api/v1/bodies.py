"""Organisation bodies: the list, one over time; recorded, changed, corrected, closed with named successors by the same acts as on
the pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import body_shapes as given
from baro.channels.api.v1.bodies_told import body_told, closing_told, full_told, lines_said, term_said
from baro.channels.api.v1.places import LAST, page_behind, rows_before
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import day_asked, require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk.by import By, by_person, unit_of
from baro.desk.closing import Merger, close_all, preview_all
from baro.desk.organisation import change_body, correct_body, create_body
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies as known_bodies
from baro.records.queries.organisation import find_bodies
from baro.rules.prescribed.bodies import BodyKind
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.handovers import OpenItem
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Tổ chức"])
PAGE = 100
_RECORD = "organisation.record"
_MOST = 1_000
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã đơn vị trong Ba Rõ.")


@router.get(
    "",
    response={200: given.BodyPage, **PROBLEMS},
    summary="Cơ quan, đơn vị của một ngày",
    description="Như trang Tổ chức, cùng những từ trong địa chỉ; tìm theo tên thì cả đơn vị không còn. 100 đơn vị mỗi trang.",
)
def bodies(request: HttpRequest, asked: Query[given.BodyQuery]) -> dict[str, Any]:
    """Give a page of the bodies of a day, or of those that a search finds."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    on, known = day_asked(told, who.on), known_bodies()
    wanted = " ".join(asked.tim.split())
    found = [term.body for term in (find_bodies(wanted, on, _MOST) if wanted else known.in_force(on))]
    before = rows_before(found, told)
    require_understood(told, {"tim", "ngay", *({LAST} if before else ())})
    page = found[before : before + PAGE]
    return {
        "count": len(found),
        "items": [body_told(known, one, on) for one in page],
        "next": page_behind(told, page[-1]) if len(found) > before + PAGE else "",
    }


@router.get(
    "/{body_id}",
    response={200: given.BodyFull, **PROBLEMS},
    summary="Một cơ quan, đơn vị",
    description="Vào một ngày và qua các thời kỳ: tên, mã, cấp trên, kế thừa; ai đứng đầu, ai có thẩm quyền.",
)
def body(request: HttpRequest, asked: Query[given.OneBodyQuery], body_id: str = _ID) -> dict[str, Any]:
    """Give one body on a day and over time."""
    told = words_of(request)
    require_understood(told, {"ngay", "chuc-danh"})
    return _full(request, body_id, day_asked(told, request.auth.on), " ".join(asked.chuc_danh.split()))  # type: ignore[attr-defined]


@router.post(
    "",
    response={201: given.BodyFull, **_WRITES},
    summary="Thêm cơ quan, đơn vị",
    description="Như nút Thêm trên trang Tổ chức; khóa phải được ghi tổ chức của cấp trên trực tiếp.",
)
def new_body(request: HttpRequest, asked: given.NewBody, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Record a body."""

    def act(by: By) -> str:
        return create_body(BodyKind(asked.kind), term_said(asked, ""), by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, _unit(request), act)))


@router.post(
    "/{body_id}/terms",
    response={200: given.BodyFull, **_WRITES},
    summary="Ghi đổi tên, mã, cấp trên",
    description="Đơn vị sẽ như thế nào từ một ngày; thời kỳ trước kết thúc vào hôm trước và vẫn được giữ.",
)
def new_term(
    request: HttpRequest, asked: given.ChangeBody, body_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record what a body is from a day on."""
    _require_known(body_id)

    def act(by: By) -> None:
        change_body(term_said(asked, body_id), by, now())

    return _full(request, written_of(request, idempotency_key, asked, _unit(request), body_id, act))


@router.post(
    "/{body_id}/terms/correct",
    response={200: given.BodyFull, **_WRITES},
    summary="Đính chính một thời kỳ đã ghi sai",
    description="Không có gì bị xóa: điều đã ghi trước đây và lý do đính chính còn trong sổ cái.",
)
def correct_term(
    request: HttpRequest, asked: given.CorrectBody, body_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record that a term was told wrongly, and what is right."""
    _require_known(body_id)

    def act(by: By) -> None:
        correct_body(term_said(asked, body_id), asked.reason, by, now())

    return _full(request, written_of(request, idempotency_key, asked, _unit(request), body_id, act))


@router.post(
    "/{body_id}/closing",
    response={200: given.Closing, **PROBLEMS},
    summary="Xem trước việc sáp nhập, chia tách, giải thể",
    description="Ngày cuối, đơn vị kế thừa, các việc đang mở cần bàn giao; chưa ghi gì.",
)
def preview_closing(request: HttpRequest, asked: given.PreviewClosing, body_id: str = _ID) -> dict[str, Any]:
    """Tell what would follow."""
    by = by_person(request.auth, unit=_unit(request), source="api")  # type: ignore[attr-defined]
    return closing_told(_preview(asked, body_id, by))


@router.post(
    "/{body_id}/close",
    response={200: given.Closed, **_WRITES},
    summary="Ghi sáp nhập, chia tách, chuyển giao, giải thể",
    description="Ghi trọn hoặc không gì cả; mỗi việc đang mở giao cho đơn vị được nêu tên, hoặc để lại trong danh sách chưa bàn giao.",
)
def close_body(
    request: HttpRequest, asked: given.CloseBody, body_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record what becomes of a body, and the hand-over of what was given to somebody."""

    def act(by: By) -> str:
        found = _preview(asked, body_id, by)
        handed = close_all(found, _given(asked, found), asked.decision.strip(), by, now())
        return f"{handed} {len(found.items) - handed}"

    lines = lines_said(asked, body_id)
    done = written(request, idempotency_key, asked, _unit(request), act)
    handed, left = map(int, done.split())
    ended = dict.fromkeys(line.predecessor for line in lines)
    return {"handed": handed, "left": left, "bodies": [_full(request, one) for one in ended]}


def _given(asked: given.CloseBody, found: Merger) -> Mapping[OpenItem, str]:
    """To whom each open item goes: what is said of itself, else of its kind. Raises `Refused("handover.items_changed")` where
    other items lie open than were seen, `Refused("api.malformed")` for an item or an heir that is not among them."""
    said = {(one.kind, one.id): one.successor for one in asked.give}
    there = {(str(item.kind), item.id) for item in found.items} | {(str(item.kind), "") for item in found.items}
    if asked.seen != len(found.items):
        raise Refused("handover.items_changed", body=called(found.after, found.closings[0].body))
    if said.keys() - there or set(said.values()) - {"", *found.heirs}:
        raise Refused("api.malformed", fields="give")
    chosen = {item: said.get((item.kind, item.id), said.get((item.kind, ""), "")) for item in found.items}
    return {item: heir for item, heir in chosen.items() if heir}


def _preview(asked: given.PreviewClosing, body_id: str, by: By) -> Merger:
    for one in (body_id, *asked.merged):
        _require_known(one)
    return preview_all(lines_said(asked, body_id), by, now(), whole=asked.entire)


def _require_known(body_id: str) -> None:
    if body_id not in known_bodies().by_id:
        raise Refused("access.not_found")


def _unit(request: HttpRequest) -> str:
    """The body for which the asker records."""
    return unit_of(request.auth, _RECORD)  # type: ignore[attr-defined]


def _full(request: HttpRequest, body_id: str, on: date | None = None, role: str = "") -> dict[str, Any]:
    return full_told(body_id, on or request.auth.on, role)  # type: ignore[attr-defined]
