"""The figures of the board."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from baro.channels.api.v1 import reading as given
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.wording.board_address import board_asked
from baro.desk.board import Board, board, digitised, headline
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Số liệu"])


@router.get(
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
