"""Write an approved process as a step table that `read_step_table` reads back, and that a person can read and correct."""

import csv
import io
from datetime import date
from pathlib import Path

from baro.channels.intake.processes.attributes import steps_by_transition
from baro.channels.intake.processes.folding_rows import fold_junctions, fold_start
from baro.channels.intake.processes.rows import END, Groups, Row
from baro.channels.intake.processes.shape import START, shape_of
from baro.channels.intake.processes.step_columns import COLUMNS, END_WORD, HEADING, ITEM_MARK, JUNCTION
from baro.rules.prescribed.durations import Duration, describe
from baro.rules.prescribed.processes import ApprovedProcess, Step

_WRITTEN = tuple(column for column in COLUMNS if column != "papers")
_FORMULA_MARKS = ("=", "+", "-", "@")


def write_step_table(process: ApprovedProcess, path: str | Path) -> None:
    """Write a step table as XLSX, or as CSV where the suffix says so.

    Raises `Refused("process.not_writable")` for nets that rows cannot say exactly.
    """
    path = Path(path)
    table = [*_heading(process), [], [COLUMNS[column][0] for column in _WRITTEN], *_rows(process)]
    if path.suffix.lower() == ".csv":
        text = io.StringIO(newline="")
        csv.writer(text).writerows([*map(_harmless, row)] for row in table)
        path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        return
    import xlsxwriter  # slow to import, and reading a process never needs it

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Quy trình")
        for r, row in enumerate(table):
            for c, value in enumerate(row):
                sheet.write_string(r, c, value)


def _heading(process: ApprovedProcess) -> list[list[str]]:
    approval = process.approval
    said = {
        "code": process.code,
        "name": process.name,
        "procedures": ITEM_MARK.join(process.procedures),
        "version": process.version,
        "decision_no": approval.decision_no,
        "signed_on": _day(approval.signed_on),
        "signer": approval.signer,
        "published_on": _day(approval.published_on),
        "valid_from": _day(process.valid_from),
        "valid_to": _day(process.valid_to),
        "total_limit": _limit(process.total_limit),
    }
    return [[HEADING[key][0], said[key]] for key in HEADING]


def _rows(process: ApprovedProcess) -> list[list[str]]:
    """Give the rows in the order of the steps; the process begins at the first, if need be a bare junction."""
    shape = shape_of(process)
    left = fold_junctions(shape.rows)
    paired = steps_by_transition(process)
    steps = {k: paired[t] for k in left if (t := shape.transition[k]) is not None and t in paired}
    order = sorted((k for k in left if k != START), key=lambda k: (k not in steps, steps[k][0] if k in steps else k))
    left = fold_start(left, order[0]) if order else left
    order = [START, *order] if START in left else order
    printed = {k: step for k, (_, step) in steps.items()}
    numbers = _numbers(order, printed)
    return [_cells(left[k], numbers[k], numbers, printed.get(k)) for k in order]


def _numbers(order: list[int], steps: dict[int, Step]) -> dict[int, str]:
    """Keep the printed number of a step where it has its own; give the others free ones."""
    kept: dict[int, str] = {}
    for k in order:
        number = steps[k].no if k in steps else ""
        if number.isalnum() and number not in kept.values():
            kept[k] = number
    free = (str(n) for n in range(1, 2 * len(order) + 1) if str(n) not in kept.values())
    return {k: kept.get(k) or next(free) for k in order}


def _cells(row: Row, number: str, numbers: dict[int, str], step: Step | None) -> list[str]:
    step = step or Step(number, row.label or JUNCTION)
    leads_here = {source for group in row.waits for source in group}
    cells = {
        "no": number,
        "activity": row.label or JUNCTION,
        "role": step.role,
        "limit": _limit(step.limit),
        "outputs": ITEM_MARK.join(step.outputs),
        "forms": ITEM_MARK.join(step.forms),
        "coordinating_unit": step.coordinating_unit,
        "approver_role": step.approver_role,
        "following": _said(row.following, numbers),
        "waits": _said(row.waits, numbers) if len(leads_here) > 1 else "",
        "kind": step.kind,
    }
    return [cells[column] for column in _WRITTEN]


def _said(groups: Groups, numbers: dict[int, str]) -> str:
    """Say alternatives in the order of the table, the end last."""
    place = {k: at for at, k in enumerate(numbers)} | {END: len(numbers)}
    ordered = sorted(sorted(place[k] for k in group) for group in groups)
    words = [*numbers.values(), END_WORD]
    return " hoặc ".join(" và ".join(words[at] for at in group) for group in ordered)


def _limit(limit: Duration | None) -> str:
    return describe(limit) if limit else ""


def _day(day: date | None) -> str:
    return f"{day:%d/%m/}{day.year:04d}" if day else ""


def _harmless(cell: str) -> str:
    """A cell of CSV that a spreadsheet would run as a formula gets a blank before it."""
    return f" {cell}" if cell.startswith(_FORMULA_MARKS) else cell
