"""Views of the list of dossiers that whoever holds the key saved: each for its owner alone, by the same acts as on the page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja import Path, Router, Schema, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import view_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood
from baro.channels.api.v1.writing import KEY, written
from baro.channels.wording.dossier_address import address, words_written
from baro.desk import permission
from baro.desk import saved_views as desk
from baro.desk.by import By, unit_of
from baro.desk.permission import Asker
from baro.records.queries.saved_views import kept_views
from baro.rules.observed.saved_views import SavedView
from baro.rules.prescribed.policy.masking import masked, plain
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Bộ lọc đã lưu"])
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã bộ lọc.")
_LISTED = "dossier.read"


@router.get(
    "",
    response={200: given.SavedViewList, **PROBLEMS},
    summary="Bộ lọc đã lưu của chủ khóa",
    description="Như đầu danh sách hồ sơ; chỉ của chính chủ tài khoản của khóa.",
)
def saved_views(request: HttpRequest) -> dict[str, Any]:
    """Give one's own views."""
    return _all(request.auth)  # type: ignore[attr-defined]


@router.post(
    "",
    response={201: given.SavedView, **_WRITES},
    summary="Lưu bộ lọc",
    description="Lưu câu hỏi của danh sách hồ sơ dưới một tên; nhiều nhất 30 bộ lọc mỗi người.",
)
def save_view(request: HttpRequest, asked: given.SaveView, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Save a view."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = {name: word for name, word in words_written(asked.address).items() if word}
    there = address(told)
    require_understood(told, {*there.words, *(("cot",) if there.columns else ())})

    def act(by: By) -> str:
        return desk.save_view(who, by, now(), name=asked.name, address=there.changed())

    return Status(201, _one(who, _done(request, idempotency_key, asked, act)))


@router.post(
    "/{view_id}/rename",
    response={200: given.SavedView, **_WRITES},
    summary="Đổi tên bộ lọc",
    description="Bộ lọc của chính chủ khóa; của người khác thì không có ở đây.",
)
def rename_view(
    request: HttpRequest, asked: given.RenameView, view_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Call a view otherwise."""
    who: Asker = request.auth  # type: ignore[attr-defined]

    def act(by: By) -> str:
        desk.rename_view(view_id, who, by, now(), name=asked.name)
        return view_id

    return _one(who, _done(request, idempotency_key, asked, act))


@router.post(
    "/{view_id}/delete",
    response={200: given.SavedViewList, **_WRITES},
    summary="Xóa bộ lọc",
    description="Xóa bộ lọc không xóa hồ sơ nào. Trả về những bộ lọc còn lại.",
)
def delete_view(request: HttpRequest, view_id: str = _ID, idempotency_key: str = KEY) -> dict[str, Any]:
    """Show a view no more."""
    who: Asker = request.auth  # type: ignore[attr-defined]

    def act(by: By) -> str:
        desk.delete_view(view_id, who, by, now())
        return view_id

    _done(request, idempotency_key, Schema(), act)
    return _all(who)


def _done(request: HttpRequest, key: str, asked: Schema, act: Callable[[By], str]) -> str:
    """Do an act once for this key, for the body in which the list of dossiers is read, as on the page."""
    return written(request, key, asked, unit_of(request.auth, _LISTED), act)  # type: ignore[attr-defined]


def _one(who: Asker, view_id: str) -> dict[str, Any]:
    for view in kept_views(permission.scope(who, desk.READ), who.person):
        if view.id == view_id:
            return _told(who, view)
    raise Refused("access.not_found")


def _all(who: Asker) -> dict[str, Any]:
    return {"items": [_told(who, view) for view in kept_views(permission.scope(who, desk.READ), who.person)]}


def _told(who: Asker, view: SavedView) -> dict[str, Any]:
    """A view; its address is read anew, so that it holds nothing but what a list can be asked for."""
    seen = permission.decide(who, desk.READ, Subject(holder=who.person))
    told = {"name": view.name, "address": address(words_written(view.address)).changed()}
    return plain(masked(seen, "saved_view", told)) | {"id": view.id, "saved_at": view.saved_at}
