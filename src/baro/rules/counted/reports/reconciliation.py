"""The words of a reconciliation statement (biên bản đối soát): its answer in a sentence, its counts line by line."""

from dataclasses import dataclass

from baro.rules.counted.reports.words import count
from baro.rules.observed.reconciliation import Difference, Statement


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A count with what it counts. `asks`: somebody should look at it."""

    label: str
    value: int
    unit: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class StatementPart:
    """Lines under a heading; the first line is the whole of which the others are parts, if `is_sum`."""

    heading: str
    lines: tuple[StatementLine, ...]
    is_sum: bool = False


def statement_lead(statement: Statement, faults: int) -> str:
    """Say in one sentence whether the delivery may come in and whether the totals agree."""
    told = f"{count(statement.dossiers.told)} hồ sơ, {count(statement.rows.received)} dòng"
    if faults:
        return f"Tệp có {told}; {count(faults)} ô không đọc được, chưa có dòng nào được ghi."
    if statement.agrees:
        return f"Tệp có {told}; tổng số của ta bằng tổng số của bên gửi."
    return f"Tệp có {told}; tổng số chưa khớp: {'; '.join(map(difference_words, statement.differences))}."


def difference_words(difference: Difference) -> str:
    """Say one difference: ours, theirs, and by how much."""
    what = {
        "declared_dossiers": "số hồ sơ đọc được và số bên gửi công bố",
        "declared_rows": "số dòng nhận được và số bên gửi công bố",
        "held_dossiers": "số hồ sơ đang giữ của nguồn và số hồ sơ trong tệp",
    }[difference.counted]
    off = difference.ours - difference.theirs
    more = "nhiều hơn" if off > 0 else "ít hơn"
    return f"{what} là {count(difference.ours)} và {count(difference.theirs)} ({more} {count(abs(off))})"


def statement_parts(statement: Statement) -> tuple[StatementPart, ...]:
    """Give all counts of a statement, in the order in which they are read."""
    return (_rows(statement), _dossiers(statement), _held(statement), _questions(statement))


def _rows(statement: Statement) -> StatementPart:
    rows = statement.rows
    return StatementPart(
        "Dòng của tệp",
        (
            StatementLine("Nhận được", rows.received, "dòng"),
            StatementLine("Ghi thành sự kiện", rows.kept, "dòng"),
            StatementLine("Trùng hoàn toàn với dòng trước", rows.duplicates, "dòng"),
            StatementLine("Chỉ báo bắt đầu bước, đã có dòng hoàn thành", rows.unfinished, "dòng"),
            StatementLine("Bị từ chối vì ô bắt buộc không đọc được", rows.refused, "dòng", asks=rows.refused > 0),
        ),
        is_sum=True,
    )


def _dossiers(statement: Statement) -> StatementPart:
    d = statement.dossiers
    return StatementPart(
        "Hồ sơ trong tệp",
        (
            StatementLine("Có trong tệp", d.told, "hồ sơ"),
            StatementLine("Mới", d.new, "hồ sơ"),
            StatementLine("Có thay đổi so với lần trước", d.changed, "hồ sơ"),
            StatementLine("Không thay đổi", d.same, "hồ sơ"),
        ),
        is_sum=True,
    )


def _held(statement: Statement) -> StatementPart:
    d = statement.dossiers
    return StatementPart(
        "So với dữ liệu đang giữ",
        (
            StatementLine("Sự kiện được nối thêm vào hồ sơ đã có", statement.appended_events, "sự kiện"),
            StatementLine("Lần này không còn trong tệp", d.vanished, "hồ sơ", asks=d.vanished > 0),
            StatementLine("Lần trước vắng, nay có lại", d.returned, "hồ sơ", asks=d.returned > 0),
            StatementLine("Giữ sau khi nhận", d.held, "hồ sơ"),
        ),
    )


def _questions(statement: Statement) -> StatementPart:
    doubtful, conflicts = statement.doubtful, statement.conflicts
    counts = (
        ("Ô không đọc được, bị coi là trống", doubtful.cells, "ô"),
        ("Ngày giờ không thể có", doubtful.impossible_dates, "ô"),
        ("Sự kiện trước lúc tiếp nhận", doubtful.before_receipt, "ô"),
        ("Giá trị khác nhau giữa các dòng của một hồ sơ", doubtful.inconsistent, "ô"),
        ("Sự kiện được kể khác với lần trước", conflicts.altered_events, "sự kiện"),
        ("Sự kiện đã giữ nhưng không còn trong tệp", conflicts.gone_events, "sự kiện"),
        ("Ô của hồ sơ khác với lần trước", conflicts.altered_cells, "ô"),
    )
    lines = tuple(StatementLine(label, value, unit, asks=value > 0) for label, value, unit in counts)
    return StatementPart("Cần người xem; dữ liệu đang giữ không bị sửa", lines)
