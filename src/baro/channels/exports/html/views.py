"""The parts of the report as strings that a template can place; nothing is computed that the report does not tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe  # type: ignore[import-untyped]

from baro.channels.exports import formatting
from baro.rules.counted.told import Cell, Column, Figure, Measure, SignalTold, Source, Table

LONG_TABLE = 24  # rows; longer tables are folded on screen and whole in print
_LEFT = (Measure.TEXT, Measure.DATE, Measure.MOMENT)
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


@dataclass(frozen=True, slots=True)
class FigureView:
    value: str
    label: str
    ratio: str
    definition: str
    hidden: bool


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
    duty: str
    article: str
    false_positives: str
    parameters: str
    why_not: str
    examples: tuple[tuple[str, str], ...]  # case code, anchor ("" where the case is not shown)


def figure(told: Figure) -> FigureView:
    """A figure with what it divides and how it is defined."""
    value = formatting.figure(told)
    unit = " ngày làm việc" if told.measure is Measure.WORKING_DAYS and value != formatting.NOTHING else ""
    definition = f"{formatting.printable(told.definition)} Phiên bản {told.version}."
    return FigureView(
        value + unit, formatting.printable(told.label), formatting.ratio(told), definition, told.value is None
    )


def table(told: Table) -> TableView:
    """A table as text; the indentation of a unit becomes a depth."""
    heads = tuple(CellView(formatting.printable(c.label), _css(c)) for c in told.columns)
    rows = tuple(_row(row, told.columns) for row in told.rows)
    total = _row(told.total, told.columns) if told.total else ()
    folded = len(rows) > LONG_TABLE
    words = f"{formatting.count(len(rows))} dòng"
    return TableView(
        f"bang-{told.key.replace('_', '-')}", formatting.printable(told.title), formatting.printable(told.note), heads,
        rows, total, folded, words,
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
        formatting.count(told.cases), formatting.count(told.times), clean(told.duty), clean(told.article),
        clean(told.false_positives), clean(told.parameters), clean(told.why_not),
        tuple((clean(code), anchors.get(code, "")) for code in told.examples),
    )  # fmt: skip


def source(told: Source) -> dict[str, str]:
    """A source with its fingerprint."""
    return {"role": told.role, "name": formatting.printable(told.name), "sha256": told.sha256, "note": told.note}


def safe(markup: str) -> SafeString:
    """Mark markup that this package made itself, with every value in it escaped."""
    return mark_safe(markup)
