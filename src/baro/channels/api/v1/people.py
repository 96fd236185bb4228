"""People: the list, one over time; registered, renamed, appointed, covered, their terms ended and corrected by the same acts as on
the pages."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Path, Query, Router, Schema, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import person_shapes as given
from baro.channels.api.v1.people_told import full_told, person_known, person_told, value_said
from baro.channels.api.v1.places import LAST, page_behind, rows_before
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import day_asked, require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk import people as desk
from baro.desk.by import By, unit_of
from baro.desk.late_posts import is_late_alone, may_ask_second, propose_held
from baro.desk.permission import Asker
from baro.desk.seeing_people import RECORD, people_seen, posts_by_person
from baro.records.queries.people import Held, held_by
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.staff import Employment

router = Router(tags=["Cán bộ"])
PAGE = 100
_MOST = 1_000
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã người trong Ba Rõ.")
_KIND = Path(..., description=f"Loại: {given.KINDS}.")
_HELD = Path(..., description="Mã của mục mà người ấy giữ (id trong held).")
_HOLD: dict[str, Callable[..., str]] = {
    "employment": desk.employ,
    "appointment": desk.appoint,
    "delegation": desk.delegate,
    "acting_head": desk.put_in_charge,
    "leave_cover": desk.cover_absence,
}


@router.get(
    "",
    response={200: given.PersonPage, **PROBLEMS},
    summary="Danh sách cán bộ",
    description="Như trang Cán bộ: những người của các đơn vị được xem, theo tên; 100 người mỗi trang.",
)
def people(request: HttpRequest, asked: Query[given.PersonQuery]) -> dict[str, Any]:
    """Give a page of the people whom the asker may see."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    found = people_seen(who, " ".join(asked.tim.split()), _MOST)
    before = rows_before([one.id for one in found], told)
    require_understood(told, {"tim", *({LAST} if before else ())})
    posts, page = posts_by_person(who.on), found[before : before + PAGE]
    return {
        "count": len(found),
        "items": [person_told(one, posts.get(one.id, [])) for one in page],
        "next": page_behind(told, page[-1].id) if len(found) > before + PAGE else "",
    }


@router.get(
    "/{person_id}",
    response={200: given.PersonFull, **PROBLEMS},
    summary="Một cán bộ qua thời gian",
    description="Diện, chức vụ, ủy quyền, giao phụ trách, vắng mặt; đang giữ và đã giữ.",
)
def person(request: HttpRequest, asked: Query[given.OnePersonQuery], person_id: str = _ID) -> dict[str, Any]:
    """Give one person over time."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    require_understood(told, {"ngay"})
    return full_told(who, person_id, day_asked(told, who.on))


@router.post(
    "",
    response={201: given.PersonFull, **_WRITES},
    summary="Thêm cán bộ",
    description="Như nút Thêm trên trang Cán bộ; mỗi người một số hiệu.",
)
def new_person(request: HttpRequest, asked: given.NewPerson, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Register a person."""

    def act(by: By) -> str:
        return desk.register_person(asked.code, asked.name, by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, _unit(request), act)))


@router.post(
    "/{person_id}/rename",
    response={200: given.PersonFull, **_WRITES},
    summary="Sửa họ tên",
    description="Số hiệu giữ nguyên; tên trước đây còn trong sổ cái.",
)
def rename_person(
    request: HttpRequest, asked: given.RenamePerson, person_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record that a person goes by another name."""

    def act(by: By) -> None:
        desk.rename_person(person_id, asked.name, by, now())

    return _done(request, idempotency_key, asked, person_id, act)


@router.post(
    "/{person_id}/held",
    response={201: given.PersonFull, 202: given.Proposed, **_WRITES},
    summary="Ghi diện, bổ nhiệm, ủy quyền, giao phụ trách, vắng mặt",
    description="Ngày đã qua quá lâu thì nói rõ cách ghi (how): một mình, chỉ tính từ hôm nay; hoặc đề nghị người thứ hai: trả về 202, chưa ghi gì, người thứ hai xác nhận trên trang Đề nghị (không xác nhận bằng API).",
)
def tell_held(
    request: HttpRequest, asked: given.TellHeld, person_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record something of a person, or propose it to a second person where it is told late."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    person_known(who, person_id)
    value = value_said(asked.kind, asked, person_id)

    def act(by: By) -> str:
        is_late = not isinstance(value, Employment) and is_late_alone(asked.kind, value, by, now())
        if not is_late or isinstance(value, Employment) or not may_ask_second(value, who, now()):
            return f"held/{_HOLD[asked.kind](value, by, now())}"
        if not asked.how:
            raise Refused("api.malformed", fields="how")
        if asked.how == "alone":
            return f"held/{_HOLD[asked.kind](value, by, now())}"
        days = settings.HOME_SETTINGS.proposal_days
        return f"proposal/{propose_held(asked.kind, value, by, now(), reason=asked.late_reason, days=days)}"

    made, _, made_id = written(request, idempotency_key, asked, _unit(request), act).partition("/")
    return Status(202, {"proposal": made_id}) if made == "proposal" else Status(201, _full(request, person_id))


@router.post(
    "/{person_id}/held/{kind}/{held_id}/end",
    response={200: given.PersonFull, **_WRITES},
    summary="Ghi ngày kết thúc",
    description="Không có gì bị xóa; chỉ ghi ngày cuối cùng.",
)
def end_held(
    request: HttpRequest, asked: given.EndHeld, person_id: str = _ID, kind: str = _KIND, held_id: str = _HELD,
    idempotency_key: str = KEY,
) -> dict[str, Any]:  # fmt: skip
    """Record the last day of something."""
    _found(request, person_id, kind, held_id)

    def act(by: By) -> None:
        desk.end_held(kind, held_id, asked.last, by, now(), decision=asked.decision)

    return _done(request, idempotency_key, asked, person_id, act)


@router.post(
    "/{person_id}/held/{kind}/{held_id}/correct",
    response={200: given.PersonFull, **_WRITES},
    summary="Đính chính điều đã ghi sai",
    description="Không có gì bị xóa: điều đã ghi và lý do đính chính còn trong sổ cái.",
)
def correct_held(
    request: HttpRequest, asked: given.CorrectHeld, person_id: str = _ID, kind: str = _KIND, held_id: str = _HELD,
    idempotency_key: str = KEY,
) -> dict[str, Any]:  # fmt: skip
    """Record that something was told wrongly, and what is right."""
    found = _found(request, person_id, kind, held_id).value
    term = found.term
    missing = [
        name
        for name, was, told in (
            ("valid_from", term.valid_from, asked.valid_from),
            ("decision", found.decision, asked.decision.strip()),
        )
        if was and not told
    ]
    if missing:
        raise Refused("api.malformed", fields=", ".join(missing))
    right = value_said(kind, asked, getattr(found, "absent", "") or person_id)

    def act(by: By) -> None:
        desk.correct_held(kind, held_id, right, asked.reason, by, now())

    return _done(request, idempotency_key, asked, person_id, act)


def _done(request: HttpRequest, key: str, asked: Schema, person_id: str, act: Callable[[By], None]) -> dict[str, Any]:
    """Do an act on a person, once for this key, and tell them as they are after it."""
    person_known(request.auth, person_id)  # type: ignore[attr-defined]
    return _full(request, written_of(request, key, asked, _unit(request), person_id, act))


def _found(request: HttpRequest, person_id: str, kind: str, held_id: str) -> Held:
    person_known(request.auth, person_id)  # type: ignore[attr-defined]
    found = next((one for one in held_by(person_id) if (one.kind, one.id) == (kind, held_id)), None)
    if found is None:
        raise Refused("access.not_found")
    return found


def _unit(request: HttpRequest) -> str:
    """The body for which the asker records."""
    return unit_of(request.auth, RECORD)  # type: ignore[attr-defined]


def _full(request: HttpRequest, person_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    return full_told(who, person_id, who.on)
