"""What was doubtful in the data, as tables of the report."""

from baro.rules.counted.told import Cell, Column, Measure, Table
from baro.rules.observed.quality import Doubt, QualityFinding, QualityReport

DOUBT_WORDS = {
    Doubt.BAD_CELL: "Ô không đọc được (dòng bị bỏ ra)",
    Doubt.DUPLICATE: "Sự kiện trùng (dòng sau bị bỏ ra)",
    Doubt.IMPOSSIBLE_DATE: "Ngày không thể có",
    Doubt.BEFORE_RECEIPT: "Sự kiện trước khi tiếp nhận",
    Doubt.UNKNOWN_STEP: "Bước không có trong quy trình nào",
    Doubt.INCONSISTENT: "Thông tin hồ sơ khác nhau giữa các dòng",
}


def doubt_tables(quality: QualityReport, most: int = 200) -> tuple[Table, ...]:
    """Count by kind, then the first findings in full; empty where nothing is doubtful."""
    if not any(quality.counts.values()):
        return ()
    counted = tuple((DOUBT_WORDS[d], n) for d, n in sorted(quality.counts.items(), key=lambda kv: kv[0]) if n)
    columns = (Column("doubt", "Loại", Measure.TEXT), Column("count", "Số chỗ", Measure.COUNT))
    total = ("Tổng số", sum(n for _, n in counted))
    shown = quality.findings[:most]
    note = f"Liệt kê {len(shown)} chỗ đầu tiên." if len(shown) < total[1] else ""
    return (
        Table("doubts", "Dữ liệu đáng ngờ theo loại", columns, counted, total),
        Table("doubts_listed", "Từng chỗ đáng ngờ", _LISTED, tuple(_row(f) for f in shown), note=note),
    )


_LISTED = (
    Column("doubt", "Loại", Measure.TEXT),
    Column("file", "Tệp", Measure.TEXT),
    Column("sheet", "Trang", Measure.TEXT),
    Column("row", "Dòng", Measure.COUNT),
    Column("column", "Cột", Measure.TEXT),
    Column("value", "Giá trị", Measure.TEXT),
    Column("case", "Hồ sơ", Measure.TEXT),
    Column("reason", "Lý do", Measure.TEXT),
)


def _row(f: QualityFinding) -> tuple[Cell, ...]:
    return (DOUBT_WORDS[f.doubt], f.file, f.sheet, f.row or None, f.column, f.value, f.case, f.reason)
