"""The parts of the report as strings that a template can place; nothing is computed that the report does not tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe  # type: ignore[import-untyped]

from baro.channels.exports import formatting
from baro.channels.exports.columns import without_empty_columns
from baro.channels.exports.html import svg, theme
from baro.rules.counted.told import Cell, Column, Figure, Measure, SignalTold, Source, Table

LONG_TABLE = 24  # rows; longer tables are folded on screen and whole in print
MOST_ROWS = 200  # rows on the page; tables.xlsx has all
MOST_BARS = 8
NARROW = 3  # columns; a table of no more does not spread over the page
_LEFT = (Measure.TEXT, Measure.DATE, Measure.MOMENT)
_NUMBER = re.compile(r"\d.*[^\W\d_]|[^\W\d_].*\d")  # a digit and a letter
# Words joined by hyphens, as the number of a document is: 61/2018/NĐ-CP, X00.M002-240314-0001.
_JOINED = re.compile(r"(?<![0-9A-Za-zĐ./])[0-9A-Za-zĐ./]+(?:-[0-9A-Za-zĐ.]+)+")
SEVERITY_WORDS = {"note": "Ghi nhận", "minor": "Nhẹ", "major": "Đáng chú ý", "serious": "Cần xem sớm"}


@dataclass(frozen=True, slots=True)
class CellView:
    text: str
    css: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class TableView:
    anchor: str
    title: str
    note: str
    heads: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    total: tuple[CellView, ...]
    folded: bool
    rows_told: str
    css: str


@dataclass(frozen=True, slots=True)
class FigureView:
    value: str
    label: str
    ratio: str
    definition: str
    why_hidden: str


@dataclass(frozen=True, slots=True)
class BarView:
    """One bar of a list of bars: what it is, where, how much in words, and the bar itself."""

    label: str
    second: str
    told: str
    svg: SafeString


@dataclass(frozen=True, slots=True)
class ChartView:
    title: str
    svg: SafeString
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignalView:
    code: str
    name: str
    severity: str
    cases: str
    times: str
    duty: SafeString
    article: SafeString
    false_positives: SafeString
    parameters: SafeString
    why_not: SafeString
    examples: tuple[tuple[str, str], ...]  # case code, anchor ("" where the case is not shown)


def prose(text: str) -> SafeString:
    """A sentence of the report, escaped, in which no unit parts from its number and no document number breaks."""
    return safe(_JOINED.sub(_unbroken, escape(formatting.tight(text))))


def _unbroken(joined: re.Match[str]) -> str:
    return f'<span class="nb">{joined[0]}</span>' if _NUMBER.search(joined[0]) else joined[0]


def figure(told: Figure) -> FigureView:
    """A figure with what it divides and how it is defined."""
    value = formatting.figure(told)
    unit = " ngày làm việc" if told.measure is Measure.WORKING_DAYS and value != formatting.NOTHING else ""
    definition = f"{told.definition} Phiên bản {told.version}."
    return FigureView(
        value + unit, formatting.printable(told.label), formatting.ratio(told), prose(definition), _why_hidden(told)
    )


def _why_hidden(told: Figure) -> str:
    if told.value is not None:
        return ""
    return "dưới 5 hồ sơ, không tính tỷ lệ" if told.denominator else "không có hồ sơ nào để tính"


def table(told: Table, most: int = MOST_ROWS) -> TableView:
    """A table as text: the indentation of a unit becomes a depth; columns without any content are left out."""
    whole = len(told.rows)
    told = without_empty_columns(told)
    heads = tuple(CellView(formatting.tight(c.label), _css(c)) for c in told.columns)
    rows = tuple(_row(row, told.columns) for row in told.rows[:most])
    total = _row(told.total, told.columns) if told.total else ()
    note = formatting.tight(told.note)
    if whole > most:
        note = f"{note} Nêu {most} trong số {formatting.count(whole)} dòng; bảng đầy đủ ở tệp tables.xlsx.".strip()
    css = "wide" if len(heads) > 8 else "narrow" if len(heads) <= NARROW else ""
    return TableView(
        f"bang-{told.key.replace('_', '-')}", formatting.printable(told.title), note, heads, rows, total,
        whole > LONG_TABLE, f"{formatting.count(whole)} dòng", css,
    )  # fmt: skip


def bars(told: Table) -> tuple[BarView, ...]:
    """Late time by cause as a list of bars, heaviest first; what is gathered in a last row is left to the table."""
    keys = [c.key for c in told.columns]
    records = [dict(zip(keys, row, strict=True)) for row in told.rows]
    shown = [r for r in records if r["days"] and r["step"]][:MOST_BARS]
    top = max((float(r["days"]) for r in shown), default=0.0)  # type: ignore[arg-type]
    return tuple(_bar(r, top) for r in shown)


def _bar(record: dict[str, Cell], top: float) -> BarView:
    days, share = float(record["days"] or 0), record["share"]  # type: ignore[arg-type]
    told = formatting.working_days(days).replace(" làm việc", "")
    second = " · ".join(formatting.printable(str(record[c])) for c in ("unit", "ground") if record[c])
    drawn = svg.element("rect", width=max(1000 * days / top, 2.0), height=10, fill=theme.LATE)
    picture = svg.element(
        "svg", drawn, viewBox="0 0 1000 10", preserveAspectRatio="none", aria_hidden="true", focusable="false"
    )
    return BarView(
        formatting.printable(str(record["step"])), second,
        f"{told} · {formatting.share(share)}" if isinstance(share, float) else told, safe(picture),
    )  # fmt: skip


def _row(row: Sequence[Cell], columns: Sequence[Column]) -> tuple[CellView, ...]:
    return tuple(_cell(value, column) for value, column in zip(row, columns, strict=True))


def _cell(value: Cell, column: Column) -> CellView:
    words = formatting.cell(value, column)
    bare = words.lstrip("\u2003\u00a0 ")
    depth = min((len(words) - len(bare)) // 2, 6) if isinstance(value, str) else 0
    late = " late" if column.key in ("late", "pending_late") and isinstance(value, int) and value else ""
    return CellView(bare if depth else words, _css(column) + late, depth)


def _css(column: Column) -> str:
    return "t" if column.measure in _LEFT else "n"


def signal(told: SignalTold, anchors: dict[str, str]) -> SignalView:
    """A red flag with its ground, its limits, and doors to the cases shown."""
    clean = formatting.printable
    return SignalView(
        told.code, clean(told.name), SEVERITY_WORDS.get(told.severity, clean(told.severity)),
        formatting.count(told.cases), formatting.count(told.times), prose(told.duty), prose(told.article),
        prose(told.false_positives), prose(told.parameters), prose(told.why_not),
        tuple((clean(code), anchors.get(code, "")) for code in told.examples),
    )  # fmt: skip


def source(told: Source) -> dict[str, str]:
    """A source with its fingerprint."""
    return {"role": told.role, "name": formatting.printable(told.name), "sha256": told.sha256, "note": told.note}


def safe(markup: str) -> SafeString:
    """Mark markup that this package made itself, with every value in it escaped."""
    return mark_safe(markup)
