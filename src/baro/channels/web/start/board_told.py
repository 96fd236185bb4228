"""The board as its page draws it: shares with the counts they come from, each count with the address of its dossiers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from baro.channels.web.organisation.named import body_named
from baro.channels.web.start.heat import HeatRow, heat_row
from baro.channels.web.start.trend import trend_of
from baro.channels.wording.board_address import BoardAsked
from baro.channels.wording.dossier_address import holder_word, unit_word
from baro.channels.wording.dossier_spans import OF_MOMENT, OF_PERIOD
from baro.channels.wording.periods import period_told
from baro.channels.wording.structure_address import days_word, words_of
from baro.channels.wording.work_words import WORD, WORDS
from baro.desk.board import Board, digitised, headline
from baro.desk.board_structure import UnitLine
from baro.records.queries.dossier_months import UnitMonth
from baro.records.queries.organisation import bodies
from baro.rules.counted.periods import MONTH, QUARTER, YEAR, Period, period_of
from baro.rules.counted.reports.words import decimal
from baro.rules.counted.told import Figure
from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.prescribed.name_order import sort_key

_ROWS, _HOLDERS, _NAMES = 30, 6, 300
_CHOICES = ((MONTH, "Tháng", 24), (QUARTER, "Quý", 8), (YEAR, "Năm", 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCount:
    """A count with what it counts and the address of the dossiers behind it ("" where they are not opened)."""

    count: int
    told: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownShare:
    """An indicator: its percentage ("" if it may not be told), the count behind it, and how it moved."""

    label: str
    definition: str
    percent: str
    part: ShownCount
    whole: int
    moved: str


def told(board: Board, asked: BoardAsked, *, opens: bool, is_all: bool) -> dict[str, Any]:
    """Give what the page shows. `opens`: the asker may open dossiers; `is_all`: every unit is wanted, not the first ones."""
    links = _Links(board, asked, opens=opens)
    rows = _heat(board, asked, links)
    return {
        "board": board,
        "period_name": period_told(board.period),
        "shares": _shares(board, links),
        "digitised": _digitised(board, links),
        "trend": trend_of([(month.in_time, month.in_time + month.late) for month in board.by_month]),
        "flow": links.of_period(board.together, ("received", "ended", "late")),
        "stands": {one.word: one for one in links.of_moment(board)},
        "held": _held(board, links),
        "held_more": max(0, len(board.held) - _HOLDERS),
        "months": [f"{month.number}/{month.year % 100:02}" for month in board.months],
        "heat": rows if is_all else rows[:_ROWS],
        "heat_more": 0 if is_all else max(0, len(rows) - _ROWS),
        "heat_whole": heat_row("Cộng", "", board.by_month, board.months, links.of_late_month({})),
        "bodies": [(body, body_named(body)) for body in board.bodies],
        "unit_names": sorted({unit_word(one.unit) for one in board.units if not one.place}, key=sort_key)[:_NAMES],
        "choices": _choices(board),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingCount(ShownCount):
    """A count of the moment, by its word in the address."""

    word: str


class _Links:
    """Addresses of the dossiers behind counts of a board; "" where the asker may open none."""

    def __init__(self, board: Board, asked: BoardAsked, *, opens: bool) -> None:
        self._board, self._opens = board, opens
        base = asked.base
        unit = unit_word(base.unit) if base.unit or base.without_unit else ""
        self._base = {
            WORD: WORDS[base.work], "co-quan": base.body, "don-vi": unit,
            **(words_of(base.under) if base.under else {}),
        }  # fmt: skip
        self._cut = {} if board.is_latest else {"luc": board.at.isoformat()}

    def to(self, **words: str) -> str:
        """The address of a list, narrowed as the board is."""
        told = self._base | {name.replace("_", "-"): word for name, word in words.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word}) if self._opens else ""

    def of_period(self, counts: UnitMonth, names: Sequence[str]) -> list[ShownCount]:
        """Counts of the period by their names."""
        words = {name: (word, words) for word, (name, words) in OF_PERIOD.items()}
        return [
            ShownCount(
                count=getattr(counts, name),
                told=words[name][1].removesuffix(" trong"),
                link=self.to_period(words[name][0]),
            )
            for name in names
        ]

    def to_period(self, word: str) -> str:
        """The address of the dossiers behind a count of the period."""
        return self.to(ky=self._board.period.written, viec=word, **self._cut)

    def of_moment(self, board: Board) -> list[StandingCount]:
        """The counts of the moment."""
        at = board.at.isoformat()
        return [
            StandingCount(word=name, count=getattr(board.standing, name), told=words, link=self.to(luc=at, viec=word))
            for word, (name, words) in OF_MOMENT.items()
        ]

    def of_line(self, line: UnitLine) -> dict[str, str]:
        """The words that narrow a list to a line."""
        if not line.place:
            return {"co_quan": line.body, "don_vi": unit_word(line.unit)}
        days = days_word(self._board.day, self._board.later)
        return {"thuoc": line.place, "chi": "1", "co_cau": days, "co_quan": "", "don_vi": ""}

    def of_late_month(self, narrowed: Mapping[str, str]) -> Callable[[Period], str]:
        """The addresses of what ended late in a month, of one line or of all; written once but for the month."""
        begun = self.to(viec="xong-tre", **self._cut, **narrowed)
        return lambda month: f"{begun}&ky={month.written}" if begun else ""


def _shares(board: Board, links: _Links) -> list[ShownShare]:
    counts = links.of_period(board.together, ("in_time", "by_pause", "without_result", "reopened"))
    pairs = zip(headline(board.together), headline(board.before), counts, strict=True)
    return [_share(now, was, part, period_told(board.period.before())) for now, was, part in pairs]


def _digitised(board: Board, links: _Links) -> tuple[ShownShare, ShownCount]:
    """The share of results digitised, and how many are not."""
    (part,) = links.of_period(board.together, ("digitised",))
    left = board.together.with_result - board.together.digitised
    before_told = period_told(board.period.before())
    undone = ShownCount(count=left, told="chưa số hóa", link=links.to_period("chua-so-hoa"))
    return _share(digitised(board.together), digitised(board.before), part, before_told), undone


def _share(now: Figure, was: Figure, part: ShownCount, before_told: str) -> ShownShare:
    return ShownShare(
        label=now.label, definition=now.definition, percent="" if now.value is None else decimal(100 * now.value),
        part=part, whole=now.denominator or 0,
        moved="" if now.value is None or was.value is None else _moved(now.value - was.value, before_told),
    )  # fmt: skip


def _moved(by: float, before_told: str) -> str:
    points = decimal(abs(100 * by))
    if points == "0,0":
        return f"bằng {before_told}"
    return f"{'tăng' if by > 0 else 'giảm'} {points} điểm so với {before_told}"


def _held(board: Board, links: _Links) -> list[ShownCount]:
    """Where the dossiers past due are held, most first."""
    at = board.at.isoformat()
    return [
        ShownCount(
            count=one.count,
            told="Người nộp hồ sơ" if one.holder_kind == HolderKind.APPLICANT else one.holder_unit or "không rõ",
            link=links.to(luc=at, viec="ton-qua-han", giu=holder_word(one.holder_kind, one.holder_unit)),
        )
        for one in board.held[:_HOLDERS]
    ]


def _heat(board: Board, asked: BoardAsked, links: _Links) -> list[HeatRow]:
    """Units by name; where there are too many for a page, those with most late in the period first."""
    names = {(one.body, one.unit): _named(board, one) for one in board.units}
    units = sorted(board.units, key=lambda one: (sort_key(names[one.body, one.unit][0]), one.body))
    if len(units) > _ROWS:
        units.sort(key=lambda one: (-one.period.late, -one.standing.pending_late))
    return [
        heat_row(
            *names[one.body, one.unit], one.months, board.months, links.of_late_month(links.of_line(one)),
            standing=one.standing,
            late_link=links.to(luc=board.at.isoformat(), viec="ton-qua-han", **links.of_line(one)),
            address=asked.changed(**links.of_line(one)),
        )
        for one in units
    ]  # fmt: skip


def _named(board: Board, line: UnitLine) -> tuple[str, str]:
    """How a line is called, and of which body it is where that must be told; a body as it was called on the day."""
    if line.place:
        term = bodies().term_on(line.place, board.later or board.day)
        return term.name if term else body_named(line.place), ""
    of = body_named(line.body) if len(board.bodies) > 1 else ""
    is_told = any(one.place for one in board.units)
    return unit_word(line.unit), ", ".join(filter(None, (of, "tên chưa ghép" if is_told else "")))


def _choices(board: Board) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """The periods to choose from, by kind: address word, name, whether chosen. The chosen one is among them."""
    found = []
    for months, name, most in _CHOICES:
        one, periods = period_of(board.months[-1].first, months), []
        while len(periods) < most:
            periods.append(one)
            one = one.before()
        if board.period.months == months and board.period not in periods:
            periods.append(board.period)
        found.append(
            (name, [(p.written, period_told(p)[0].upper() + period_told(p)[1:], p == board.period) for p in periods])
        )
    return found
