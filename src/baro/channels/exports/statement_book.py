"""A reconciliation statement as a workbook: its counts, the differences, and each place that a person should look at; of a
delivery received, or only checked."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import xlsxwriter

from baro.channels.wording.import_differences import OUTCOMES, conflicts_of, vanished_from
from baro.rules.counted.reports.doubts import DOUBT_WORDS
from baro.rules.counted.reports.reconciliation import difference_words, statement_lead, statement_parts
from baro.rules.observed.delivery import Checked
from baro.rules.prescribed.policy.decisions import Decision

Cell = str | int
_MOST_ROWS = 1_000_000  # a sheet holds no more


def write_statement_book(
    out: BinaryIO, checked: Checked, folder: Path, seen: Decision, outcomes: Mapping[str, str] | None = None
) -> None:
    """Write the statement of a delivery whose segment (or staged folder) this is, as far as it may be seen. `outcomes`: what became of its
    contradictions, by id; None where it was not received."""
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        head = book.add_format({"bold": True, "text_wrap": True})
        for title, titles, rows in _sheets(checked, folder, seen, outcomes):
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(titles) - 1, 26)
            sheet.write_row(0, 0, titles, head)
            for k, row in enumerate(rows, start=1):
                for c, cell in enumerate(row):
                    _ = sheet.write_number(k, c, cell) if isinstance(cell, int) else sheet.write_string(k, c, cell)


def _sheets(
    checked: Checked, folder: Path, seen: Decision, outcomes: Mapping[str, str] | None
) -> Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]:
    statement, found = checked.statement, checked.read.quality.findings[: _MOST_ROWS - 1]
    lead = (statement_lead(statement, checked.faults), "", "", "")
    counts = [(p.heading, line.label, line.value, line.unit) for p in statement_parts(statement) for line in p.lines]
    yield "Đối soát", ("Phần", "Mục", "Số", "Đơn vị"), [lead, *counts]
    yield "Chưa khớp", ("Chỗ chưa khớp",), [(difference_words(d),) for d in statement.differences]
    doubtful = [(DOUBT_WORDS[f.doubt], f.sheet, f.row, f.column, f.value, f.case, f.reason) for f in found]
    yield "Chỗ cần xem", ("Loại", "Trang", "Dòng", "Cột", "Giá trị", "Hồ sơ", "Lý do"), doubtful
    yield "Không còn trong tệp", ("Hồ sơ",), [(code,) for code in vanished_from(folder)]
    told = [
        (c.code, c.step, c.ours, c.theirs, c.row, "chưa nhận" if outcomes is None else OUTCOMES[outcomes.get(c.id, "")])
        for c in conflicts_of(folder, checked.delivery.source, seen)
    ]
    yield "Mâu thuẫn", ("Hồ sơ", "Bước hoặc ô", "Đang giữ", "Tệp ghi", "Dòng", "Kết luận"), told
