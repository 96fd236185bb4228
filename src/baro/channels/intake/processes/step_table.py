"""Read an approved process from its step table (XLSX or CSV): a heading of names and values, then a row per step.

Columns as process documents have them (TT 01/2018/TT-VPCP art. 8, TCVN ISO 9001). "3 hoặc 5" is a choice, "3 và 5" work in
parallel, "Kết thúc" the end; nothing said means the next row. Where parallel branches meet is read from the table, or
said in the column "Chờ các bước".
"""

import re
from dataclasses import dataclass
from pathlib import Path

from baro.channels.intake.processes.meeting import Unclear, infer_waits
from baro.channels.intake.processes.rows import END, Groups, Row, links_into, net_of_rows
from baro.channels.intake.processes.step_cells import headed_process, key_of, read_step, unit_in
from baro.channels.intake.processes.step_columns import COLUMN_OF, COLUMNS, END_WORDS, JUNCTIONS
from baro.channels.intake.tables import Sheet, Spot, read_sheets, title_of
from baro.rules.prescribed.durations import Unit
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import ApprovedProcess, Step
from baro.rules.prescribed.refusals import Refused

_LONGEST_HEADING = 60
_MOST_STEPS = 200  # the longest published tables have some forty
_OR = re.compile(r"\s*(?:\bhoac\b|\bor\b|/)\s*")
_AND = re.compile(r"\s*(?:\bva\b|\band\b|\+|&)\s*")


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a step table as spots by column, and the unit that the title of the limits names."""

    rows: tuple[dict[str, Spot], ...]
    unit: Unit | None


def read_step_table(path: str | Path) -> ApprovedProcess:
    """Read a step table.

    Raises `Refused("process.table.…" | "table.…")` naming file, sheet, row, column and value, `Refused("archive.…")`.
    """
    path = Path(path)
    sheet, at = _find_table(path)
    table = _table(sheet, at)
    numbers = _numbers(table)
    rows = [_row(spots, k, table, numbers) for k, spots in enumerate(table.rows)]
    stated = frozenset(k for k, row in enumerate(rows) if row.waits)
    _check_waits(table, rows)
    try:
        rows = infer_waits(rows, stated)
    except Unclear as unclear:
        raise table.rows[unclear.row]["following"].refused("process.table.parallel_unclear") from None
    read = [read_step(s, table.unit) for s, row in zip(table.rows, rows, strict=True) if row.label is not None]
    return headed_process(path, sheet, at, net_of_rows(rows), _distinct(read))


def _distinct(steps: list[Step]) -> tuple[Step, ...]:
    """Leave out rows that only name again the activity of another row: the same step at another place."""
    told = {step.activity for step in steps if step != Step(step.no, step.activity)}
    kept = []
    for step in steps:
        if step.activity not in told or step != Step(step.no, step.activity):
            kept.append(step)
            told.add(step.activity)
    return tuple(kept)


def _find_table(path: Path) -> tuple[Sheet, int]:
    """Find the first row of titles: it names at least the number and the activity of steps."""
    for sheet in read_sheets(path):
        for at, cells in enumerate(sheet.rows[:_LONGEST_HEADING]):
            if {"no", "activity"} <= {COLUMN_OF.get(title_of(cell)) for cell in cells}:
                return sheet, at
    raise Refused("process.table.no_header", file=path.name)


def _table(sheet: Sheet, at: int) -> _Table:
    where: dict[str, int] = {}
    for c, cell in enumerate(sheet.rows[at]):
        column = COLUMN_OF.get(title_of(cell))
        if column in where:
            raise Refused(
                "process.table.column_twice", file=sheet.file, sheet=sheet.name, row=at + 1, column=COLUMNS[column][0]
            )
        if column:
            where[column] = c
    titles = {k: sheet.rows[at][where[k]] if k in where else named[0] for k, named in COLUMNS.items()}
    rows = []
    for number, cells in enumerate(sheet.rows[at + 1 :], start=at + 2):
        if any(cells):
            value = {k: cells[c] if c < len(cells) else "" for k, c in where.items()}
            spots = {k: Spot(sheet.file, sheet.name, number, titles[k], value.get(k, "")) for k in COLUMNS}
            rows.append(spots)
    if not rows:
        raise Refused("process.table.no_steps", file=sheet.file, sheet=sheet.name)
    if len(rows) > _MOST_STEPS:
        raise Refused("process.too_many_elements", file=sheet.file, limit=_MOST_STEPS)
    return _Table(tuple(rows), unit_in(sheet.rows[at][where["limit"]]) if "limit" in where else None)


def _numbers(table: _Table) -> dict[str, int]:
    """Map the printed number of each row, folded, to its position."""
    found: dict[str, int] = {}
    for k, spots in enumerate(table.rows):
        for column in ("no", "activity"):
            if not spots[column].value:
                raise spots[column].refused("table.empty_cell")
        key = key_of(spots["no"].value)
        if key in found:
            raise spots["no"].refused("process.table.number_twice")
        found[key] = k
    return found


def _row(spots: dict[str, Spot], k: int, table: _Table, numbers: dict[str, int]) -> Row:
    following = _groups(spots["following"], numbers, may_end=True)
    if not following:
        following = ((k + 1 if k + 1 < len(table.rows) else END,),)
    label = None if fold(spots["activity"].value) in JUNCTIONS else spots["activity"].value
    return Row(label, following, _groups(spots["waits"], numbers, may_end=False))


def _groups(spot: Spot, numbers: dict[str, int], *, may_end: bool) -> Groups:
    """Read "3 và 5 hoặc 4" as ((3, 5), (4,)); an empty cell gives no group."""
    text = fold(spot.value)
    if not text:
        return ()
    groups = [
        tuple(dict.fromkeys(_target(spot, p, numbers, may_end=may_end) for p in _AND.split(g))) for g in _OR.split(text)
    ]
    return tuple(dict.fromkeys(groups))


def _target(spot: Spot, part: str, numbers: dict[str, int], *, may_end: bool) -> int:
    if may_end and part in END_WORDS:
        return END
    found = numbers.get(part, numbers.get(key_of(part)))
    if found is None:
        raise spot.refused("process.table.unknown_step", step=part)
    return found


def _check_waits(table: _Table, rows: list[Row]) -> None:
    """A row that says what it waits for names exactly the rows that lead to it; one that stands alone only once."""
    for k, links in enumerate(links_into(rows)):
        if not rows[k].waits:
            continue
        named = [source for group in rows[k].waits for source in group]
        alone = {group[0] for group in rows[k].waits if len(group) == 1}
        wrong = [s for s in named if s in alone and named.count(s) > 1] or sorted(set(named) ^ set(links))
        if wrong:
            raise table.rows[k]["waits"].refused("process.table.not_before", step=table.rows[wrong[0]]["no"].value)
