"""The cells of a dossier in a file, column by column."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from baro.channels.web.dossiers.told import ShownLine
from baro.channels.wording.dossier_columns import Column

Cell = str | int | date | datetime | None
_CELLS: dict[str, Callable[[ShownLine], Cell]] = {
    "tinh-trang": lambda line: line.word,
    "hen-tra": lambda line: line.due,
    "tiep-nhan": lambda line: line.received,
    "ket-thuc": lambda line: line.ended,
    "ngay-tre": lambda line: line.late_days,
    "dang-giu": lambda line: line.holder,
    "nguoi-giu": lambda line: line.holder_person,
    "don-vi-giu": lambda line: line.holder_unit,
    "don-vi": lambda line: line.unit,
    "thu-tuc": lambda line: line.procedure,
    "sai-lech": lambda line: line.deviations,
    "dau-hieu": lambda line: " ".join(line.signals),
    "mau-thuan": lambda line: line.conflicts,
    "nguon": lambda line: line.source,
    "tinh-den": lambda line: line.as_of,
}


def titles(columns: Sequence[Column]) -> tuple[str, ...]:
    """The heads of the columns, the code first."""
    return ("Mã hồ sơ", *(column.title for column in columns))


def cells(line: ShownLine, columns: Sequence[Column]) -> list[Cell]:
    """The cells of a dossier under them."""
    return [line.code, *(_CELLS[column.word](line) for column in columns)]
