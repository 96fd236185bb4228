"""The sheets of tables.xlsx: what stands on which, under which name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baro.channels.exports import formatting
from baro.rules.counted.told import Cell, Column, Figure, Measure, ProcessMap, SupervisionReport, Table

BANNER = "DỮ LIỆU TỔNG HỢP (KHÔNG CÓ THẬT)"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
EXPLANATION = "Giải thích"
LONGEST_NAME = 31  # Excel's limit

_TEXT, _COUNT, _SHARE = Measure.TEXT, Measure.COUNT, Measure.SHARE


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `filtered` where a reader would want to choose rows."""

    name: str
    title: str
    note: str
    banner: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    filtered: bool = True


def sheets_of(report: SupervisionReport) -> list[Sheet]:
    """All sheets in reading order, their names unique and allowed; the first says what the others hold."""
    banner = BANNER if report.synthetic else ""
    tables = [_figures(report), report.causes, *report.tables, *_maps(report.maps), _signals(report)]
    tables += [_cases(report), *report.quality]
    taken = {EXPLANATION.casefold()}
    sheets = [_sheet(table, banner, taken) for table in tables]
    explained = _explanation(report, sheets)
    first = Sheet(
        EXPLANATION, explained.title, explained.note, banner, explained.columns, explained.rows, filtered=False
    )  # fmt: skip
    return [first, *sheets]


def sheets_of_tables(tables: Sequence[Table], *, synthetic: bool) -> list[Sheet]:
    """A sheet per table, in their order, their names unique and allowed."""
    taken: set[str] = set()
    return [_sheet(table, BANNER if synthetic else "", taken) for table in tables]


def _sheet(table: Table, banner: str, taken: set[str]) -> Sheet:
    name = _name(table.title, taken)
    return Sheet(name, table.title, table.note, banner, table.columns, table.rows, table.total)


def _name(title: str, taken: set[str]) -> str:
    """A name that Excel allows: 31 characters, unique without regard to case."""
    base = _FORBIDDEN.sub(" ", formatting.printable(title)).strip()[:LONGEST_NAME].strip() or "Bảng"
    name, k = base, 1
    while name.casefold() in taken:
        k += 1
        name = f"{base[: LONGEST_NAME - len(str(k)) - 1]} {k}"
    taken.add(name.casefold())
    return name


def _explanation(report: SupervisionReport, sheets: list[Sheet]) -> Table:
    """What the workbook holds, how each figure is defined, and what it was made from."""
    first, last = report.period
    rows: list[tuple[Cell, ...]] = [
        ("Cơ quan", report.agency, ""),
        ("Tóm tắt", report.lead, ""),
        ("Kỳ báo cáo", f"{formatting.day(first)} – {formatting.day(last)}", ""),
        ("Số liệu tính đến", formatting.moment(report.as_of), ""),
    ]
    rows += [("Trang", s.name, s.note or f"{formatting.count(len(s.rows))} dòng.") for s in sheets]
    rows += [
        ("Định nghĩa", f.label, f"{f.definition} Phiên bản {f.version}.") for f in (*report.headline, *report.figures)
    ]
    rows += [("Dấu hiệu", f"{s.code} {s.name}", f"{s.duty} {s.article}".strip()) for s in report.signals]
    rows += [("Quy tắc", rule, "") for rule in report.rules]
    rows += [("Giả định", assumption, "") for assumption in report.assumptions]
    rows += [("Nguồn", f"{s.role}: {s.name} {s.note}".strip(), f"SHA-256 {s.sha256}") for s in report.sources]
    columns = (
        Column("what", "Mục", _TEXT),
        Column("content", "Nội dung", _TEXT),
        Column("ground", "Giải thích, căn cứ", _TEXT),
    )
    note = "Dấu hiệu là câu hỏi gửi đơn vị giải trình, không phải kết luận vi phạm."
    return Table("explanation", report.title, columns, tuple(rows), note=note)


def _figures(report: SupervisionReport) -> Table:
    columns = (
        Column("label", "Chỉ tiêu", _TEXT), Column("value", "Tỷ lệ", _SHARE), Column("days", "Ngày làm việc", Measure.WORKING_DAYS),
        Column("count", "Số lượng", _COUNT), Column("numerator", "Tử số", _COUNT), Column("denominator", "Mẫu số", _COUNT),
        Column("version", "Phiên bản định nghĩa", _TEXT),
    )  # fmt: skip
    rows = tuple(_figure(f) for f in (*report.headline, *report.figures))
    return Table("figures", "Chỉ tiêu", columns, rows, note="Tỷ lệ trên ít hơn 5 hồ sơ để trống.")


def _figure(told: Figure) -> tuple[Cell, ...]:
    values = [told.value if told.measure is m else None for m in (_SHARE, Measure.WORKING_DAYS, _COUNT)]
    return (told.label, *values, told.numerator, told.denominator, told.version)


def _maps(maps: tuple[ProcessMap, ...]) -> list[Table]:
    """The successions of steps of all processes, in one sheet."""
    columns = (
        Column("code", "Mã quy trình", _TEXT), Column("process", "Quy trình", _TEXT), Column("source", "Từ bước", _TEXT),
        Column("target", "Đến bước", _TEXT), Column("count", "Số lần", _COUNT), Column("foreseen", "Quy trình dự kiến", _TEXT),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for told in maps:
        names = [n.activity for n in told.nodes]
        for e in told.edges:
            source = names[e.source] if e.source >= 0 else "(bắt đầu)"
            target = names[e.target] if e.target >= 0 else "(kết thúc)"
            rows.append((told.code, told.process, source, target, e.count, "có" if e.foreseen else "không"))
    return [Table("edges", "Lối đi giữa các bước", columns, tuple(rows))] if rows else []


def _signals(report: SupervisionReport) -> Table:
    columns = (
        Column("code", "Mã", _TEXT), Column("name", "Dấu hiệu", _TEXT), Column("cases", "Số hồ sơ", _COUNT),
        Column("times", "Số lần", _COUNT), Column("duty", "Nghĩa vụ", _TEXT), Column("article", "Căn cứ", _TEXT),
        Column("false", "Có thể không phải vi phạm", _TEXT), Column("parameters", "Ngưỡng", _TEXT),
        Column("why_not", "Vì sao chưa kiểm tra", _TEXT),
    )  # fmt: skip
    rows = tuple(
        (s.code, s.name, s.cases if s.checked else None, s.times if s.checked else None, s.duty, s.article,
         s.false_positives, s.parameters, "" if s.checked else s.why_not)
        for s in report.signals
    )  # fmt: skip
    return Table(
        "signals", "Dấu hiệu cần hỏi", columns, rows, note="Là câu hỏi gửi đơn vị, không phải kết luận vi phạm."
    )


def _cases(report: SupervisionReport) -> Table:
    columns = (
        Column("code", "Mã hồ sơ", _TEXT), Column("procedure", "Thủ tục", _TEXT), Column("unit", "Đơn vị", _TEXT),
        Column("state", "Tình trạng", _TEXT), Column("received", "Tiếp nhận", Measure.MOMENT),
        Column("due", "Hẹn trả", Measure.DATE), Column("ended", "Kết thúc", Measure.MOMENT), Column("shown", "Vì sao nêu", _TEXT),
        Column("why", "Vì sao ra ngày hẹn này", _TEXT), Column("questions", "Câu hỏi", _TEXT),
    )  # fmt: skip
    rows = tuple(
        (c.code, c.procedure, c.unit, c.state_words, c.received, c.due, c.ended, c.reason_shown, "\n".join(c.why),
         "\n".join(f"{code}: {question}" for code, question in c.questions))
        for c in report.cases
    )  # fmt: skip
    return Table("cases", "Hồ sơ nên xem", columns, rows)
