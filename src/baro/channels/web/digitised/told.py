"""Cells of the table: the share in percent and what is left, each with the address of its dossiers; drawn in shades of what is
left."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from baro.channels.web.organisation.named import body_named
from baro.channels.wording.dossier_address import unit_word
from baro.channels.wording.dossier_spans import OF_PERIOD, UNDIGITISED
from baro.desk.digitisation import DigitisationBoard, UnitDigitisation
from baro.rules.counted.digitisation import Digitisation
from baro.rules.counted.periods import Period, Periods
from baro.rules.counted.reports.words import decimal
from baro.rules.prescribed.name_order import sort_key

COMPONENTS = "thanh-phan"
VIEWS = {"": "Kết quả giải quyết", COMPONENTS: "Thành phần hồ sơ"}
SHADES = (0.0, 0.1, 0.25, 0.5, 0.75)
"""A shade deeper for each of these shares left that is passed."""
_ROWS = 30
_WORDS = {name: word for word, (name, _) in OF_PERIOD.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A unit in a month: percent digitised ("" where it is not told), how many of how many, how many are left; the shade 0–5 (-1:
    none); the addresses of those with a copy and of those without."""

    percent: str
    part: int
    whole: int
    left: int
    shade: int
    link: str
    left_link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A unit, its body where there are several, its months, all that is left to the last month and its address."""

    name: str
    body_name: str
    cells: tuple[Cell, ...]
    left: int
    left_link: str


class Cells:
    """Draws cells of results or of components (`view`), with addresses where the asker may open dossiers."""

    def __init__(self, board: DigitisationBoard, view: str, body: str, *, opens: bool) -> None:
        self._board, self._view, self._body, self._opens = board, view, body, opens
        self.is_of_components = view == COMPONENTS

    def address(self, **to: str) -> str:
        """The address of the page with other words."""
        told = {"ky": self._board.months[-1].written, "xem": self._view, "co-quan": self._body} | to
        return "?" + urlencode({name: word for name, word in told.items() if word})

    def dossiers(self, **words: str) -> str:
        """The address of a list of dossiers; "" for who may open none."""
        told = {name.replace("_", "-"): word for name, word in {**words, "thuoc": self._board.of_part}.items() if word}
        return "?" + urlencode(told) if self._opens else ""

    def row(self, line: UnitDigitisation, name: str, body_name: str) -> Row:
        """Draw a line."""
        of = {"co_quan": line.body or self._body, "don_vi": unit_word(line.unit) if line.body else ""}
        months = zip(line.months, self._board.months, strict=True)
        cells = tuple(self._cell(counts, month, of) for counts, month in months)
        if self.is_of_components:
            left, months_told = sum(cell.left for cell in cells), Periods(self._board.months[0], self._board.months[-1])
            link = self.dossiers(ky=months_told.written, viec=_WORDS["components_uncopied"], **of)
        else:
            left = line.left
            link = self.dossiers(luc=self._board.months[-1].ends.isoformat(), viec=UNDIGITISED, **of)
        return Row(name=name, body_name=body_name, cells=cells, left=left, left_link=link if left else "")

    def _cell(self, counts: Digitisation, month: Period, of: dict[str, str]) -> Cell:
        names = ("components_copied", "components_uncopied") if self.is_of_components else ("digitised", "undigitised")
        if self.is_of_components:
            part, whole, share = counts.components_copied, counts.components, counts.component_share
        else:
            part, whole, share = counts.digitised, counts.with_result, counts.share
        links = [self.dossiers(ky=month.written, viec=_WORDS[name], **of) for name in names]
        left = whole - part
        return Cell(
            percent="" if share is None else decimal(100 * share), part=part, whole=whole, left=left,
            shade=-1 if share is None else sum(1 - share > limit for limit in SHADES),
            link=links[0] if part else "", left_link=links[1] if left else "",
        )  # fmt: skip


def rows_shown(board: DigitisationBoard, cells: Cells, *, is_all: bool) -> tuple[list[Row], int]:
    """Give the units by name, and how many are left out; where there are too many, those with most left stay."""
    units = _ordered(board)
    if len(units) > _ROWS and not is_all:
        most = sorted(units, key=lambda one: -one.left)[:_ROWS]
        kept = {(one.body, one.unit) for one in most}
        shown = [one for one in units if (one.body, one.unit) in kept]
    else:
        shown = units
    is_many = len(board.bodies) > 1
    rows = [cells.row(one, unit_word(one.unit), body_named(one.body) if is_many else "") for one in shown]
    return rows, len(units) - len(shown)


def figures_of(cells: Cells, board: DigitisationBoard, body: str) -> list[tuple[int, str, str]]:
    """The figures at the top: counts of all twelve months, what they count, the address of the dossiers."""
    counts = board.together.in_all
    if cells.is_of_components:
        names = ("components", "components_copied", "components_reused")
        told = ("thành phần đã ghi", "thành phần có bản điện tử", "thành phần dùng lại bản đã có")
    else:
        names = ("with_result", "digitised", "signed", "pushed")
        told = ("hồ sơ có kết quả", "kết quả đã số hóa", "có bản ký số giữ tại đây", "đã đưa vào kho dữ liệu")
    months = Periods(board.months[0], board.months[-1]).written
    links = [cells.dossiers(ky=months, viec=_WORDS[name], co_quan=body) for name in names]
    return [(getattr(counts, name), *words) for name, *words in zip(names, told, links, strict=True)]


def left_by_month(cells: Cells, board: DigitisationBoard, body: str) -> list[tuple[int, str]]:
    """What is left at the end of each month, of it and of all before it, as it stands now, with the address."""
    return [
        (left, cells.dossiers(luc=month.ends.isoformat(), viec=UNDIGITISED, co_quan=body) if left else "")
        for left, month in zip(board.together.backlogs, board.months, strict=True)
    ]


def _ordered(board: DigitisationBoard) -> Sequence[UnitDigitisation]:
    return sorted(board.units, key=lambda one: (sort_key(unit_word(one.unit)), one.body))
