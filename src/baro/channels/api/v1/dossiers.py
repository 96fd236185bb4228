"""Dossiers as lists and one by one, by the same words and the same rules as the pages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from ninja import Path, Query, Router

from baro.channels.api.v1 import reading as given
from baro.channels.api.v1.dossiers_told import dossier_told
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.wording.dossier_address import address
from baro.desk import permission
from baro.desk.dossier_files import dossier_file
from baro.records.queries.dossier_counts import by_time_class, how_many
from baro.records.queries.dossier_lists import dossiers as read
from baro.records.row_security.session import reading

router = Router(tags=["Hồ sơ"])
PAGE = 100
_PLACE = ("sau", "sau-han")


@router.get(
    "",
    response={200: given.DossierPage, **PROBLEMS},
    summary="Danh sách hồ sơ",
    description="Như trang Hồ sơ, cùng những từ trong địa chỉ; 100 hồ sơ mỗi trang. Không có tên người.",
)
def dossiers(request: HttpRequest, asked: Query[given.DossierQuery]) -> dict[str, Any]:
    """Give a page of the list that the address asks for."""
    told = words_of(request)
    there = address(told)
    require_understood(told, {*there.words, *(_PLACE if there.after else ()), *(("cot",) if there.columns else ())})
    scope = permission.scope(request.auth, "dossier.read")  # type: ignore[attr-defined]
    with reading():
        lines = read(scope, there.asked, there.after, PAGE + 1)
        return {
            "count": how_many(scope, there.asked, by_time_class(scope, there.asked.work)),
            "items": [dossier_told(line) for line in lines[:PAGE]],
            "next": there.next(lines[PAGE - 1]) if len(lines) > PAGE else "",
        }


@router.get(
    "/{path:dossier_id}",
    response={200: given.DossierFull, **PROBLEMS},
    summary="Một hồ sơ",
    description="Vì sao ra ngày hẹn, ai đã giữ bao lâu, khác quy trình ở đâu; tính lại từ các sự kiện.",
)
def dossier(
    request: HttpRequest, dossier_id: str = Path(..., description="Mã hồ sơ trong Ba Rõ, như mot-cua:H1.")
) -> dict[str, Any]:
    """Judge one anew from its events."""
    with reading():
        file = dossier_file(dossier_id, request.auth, import_string(settings.PRESCRIPTION_OF))  # type: ignore[attr-defined]
    return {
        "dossier": dossier_told(file.line),
        "why": file.told.why,
        "split": [
            {"holder": part.holder, "kind": part.kind, "minutes": part.minutes, "late_minutes": part.late_minutes}
            for part in file.told.split
        ],
        "deviations": file.told.deviations,
    }
