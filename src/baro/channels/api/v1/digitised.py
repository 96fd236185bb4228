"""Digitisation by unit and month: the share and what is left to do."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from baro.channels.api.v1 import digitisation_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.words import require_understood, words_of
from baro.desk.digitisation import DigitisationBoard, UnitDigitisation
from baro.desk.digitisation import digitisation as digitisation_board
from baro.rules.counted.digitisation import RESULTS, Digitisation
from baro.rules.counted.periods import MONTH, Period, read_period
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Số liệu"])
_SHARES = ("backlog", "share", "component_share", "reuse_share")


@router.get(
    "",
    response={200: given.DigitisationFigures, **PROBLEMS},
    summary="Số liệu số hóa theo đơn vị và tháng",
    description="Như trang Số hóa: mười hai tháng, tỷ lệ số hóa và số còn nợ của từng đơn vị.",
)
def digitisation(request: HttpRequest, asked: Query[given.DigitisationQuery]) -> dict[str, Any]:
    """Count digitisation by unit and month."""
    told = words_of(request)
    last = read_period(told.get("ky", ""))
    is_month = last is not None and last.months == MONTH
    require_understood(told, {"co-quan", *(("ky",) if is_month else ())})
    board = digitisation_board(request.auth, last, told.get("co-quan", ""))  # type: ignore[attr-defined]
    if board is None:
        raise Refused("access.not_found")
    return _told(board)


def _told(board: DigitisationBoard) -> dict[str, Any]:
    units = sorted(board.units, key=lambda one: (one.body, one.unit))
    return {
        "as_of": board.as_of,
        "definition": RESULTS.definition,
        "version": RESULTS.version,
        "bodies": board.bodies,
        "together": _unit(board.together, board.months),
        "units": [_unit(one, board.months) for one in units],
    }


def _unit(one: UnitDigitisation, months: tuple[Period, ...]) -> dict[str, Any]:
    lines = zip(months, one.months, one.backlogs, strict=True)
    return {
        "body": one.body, "unit": one.unit, "before": one.before, "left": one.left, "in_all": _counts(one.in_all),
        "months": [{"month": month.written, "counts": _counts(counts), "left": left} for month, counts, left in lines],
    }  # fmt: skip


def _counts(counts: Digitisation) -> dict[str, Any]:
    return asdict(counts) | {name: getattr(counts, name) for name in _SHARES}
