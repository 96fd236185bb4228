"""The figures of the board, and the catalogue of procedures."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from baro.channels.api.v1 import reading as given
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.wording.board_address import board_asked
from baro.desk.board import Board, board, digitised, headline
from baro.desk.catalogue import Linted, linted_procedures
from baro.rules.prescribed.procedures import ChannelTerms
from baro.rules.prescribed.refusals import Refused

figures_router, procedures_router = Router(tags=["Số liệu"]), Router(tags=["Danh mục thủ tục"])


@figures_router.get(
    "",
    response={200: given.Figures, **PROBLEMS},
    summary="Số liệu của bảng ba rõ",
    description="Như trang Tổng quan: một kỳ, nhìn từ cuối một ngày, của mọi đơn vị hay một đơn vị.",
)
def figures(request: HttpRequest, asked: Query[given.FiguresQuery]) -> dict[str, Any]:
    """Count the board."""
    told = words_of(request)
    there = board_asked(told)
    require_understood(told, {"ky", "den", "don-vi", "co-quan"} - set(there.unread))
    found = board(request.auth, there.period, there.until, there.base)  # type: ignore[attr-defined]
    if found is None:
        raise Refused("access.not_found")
    return _told(found)


@procedures_router.get(
    "",
    response={200: list[given.Procedure], **PROBLEMS},
    summary="Thủ tục đang công bố",
    description="Bản đang áp dụng của từng thủ tục, với những điểm cần hỏi lại.",
)
def procedures(request: HttpRequest) -> list[dict[str, Any]]:
    """Give the catalogue in force today."""
    return [_procedure(one) for one in linted_procedures(request.auth.on)]  # type: ignore[attr-defined]


def _told(found: Board) -> dict[str, Any]:
    return {
        "as_of": found.as_of, "at": found.at, "period": found.period.written,
        "shares": [asdict(one) for one in (*headline(found.together), digitised(found.together))],
        "counts": asdict(found.together), "standing": asdict(found.standing),
        "units": [
            {"body": one.body, "unit": one.unit, "period": asdict(one.period), "standing": asdict(one.standing)}
            for one in found.units
        ],
    }  # fmt: skip


def _procedure(one: Linted) -> dict[str, Any]:
    told = one.version.procedure
    return {
        "code": told.code, "version": one.version.version, "name": told.name, "decision": told.decision,
        "field": told.field, "levels": told.levels, "valid_from": one.version.valid_from, "bases": told.bases,
        "channels": [_terms(terms) for terms in told.channels],
        "faults": [{"lint": fault.lint.name.lower(), "shown": fault.shown} for fault in one.faults],
    }  # fmt: skip


def _terms(told: ChannelTerms) -> dict[str, Any]:
    limit = told.limit
    return {
        "channel": told.channel, "written": told.written, "value": limit.value if limit else None,
        "unit": limit.unit if limit else "", "fee": told.fee,
    }  # fmt: skip
