"""From collected columns to an event log: sorted, without repetitions, what belongs to a case told once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from baro.channels.intake.coding import by_first_row, unified, used_only
from baro.channels.intake.collecting import Collected
from baro.channels.intake.column_names import Role
from baro.channels.intake.doubts import Cell, Doubts
from baro.channels.intake.ordering import later_of_equal, order_of, repeated
from baro.rules.observed.log import NO_TIME, NONE, Codes, Flags, Ints
from baro.rules.observed.quality import Doubt
from baro.rules.prescribed.folding import fold_words

Array = npt.NDArray[Any]
_REPEATED = "Dòng này giống hệt một dòng phía trên nên bị bỏ qua."
_ABSENT_TIME = np.int64(NO_TIME)


@dataclass(slots=True)
class Table:
    """The events of a log as columns by role, and beside them the values that codes stand for."""

    columns: dict[Role, Array]
    values: dict[Role, pa.StringArray]
    rows: Ints
    flags: Flags | None
    sheet: Array | None
    sheets: tuple[str, ...]
    left_out_by_lifecycle: int = 0
    offsets: Ints = field(default_factory=lambda: np.zeros(1, np.int64))

    def codes(self, role: Role) -> Codes:
        """The codes of a text column; absent throughout if there is no such column."""
        return self.columns.get(role, np.broadcast_to(np.int32(NONE), self.rows.shape))

    def times(self, role: Role) -> Ints:
        """The instants of a column; absent throughout if there is no such column."""
        return self.columns.get(role, np.broadcast_to(_ABSENT_TIME, self.rows.shape))

    def cell(self, position: int, column: str = "", value: str = "") -> Cell:
        """Where an event stands in the source."""
        case = self.values[Role.CASE][int(self.columns[Role.CASE][position])].as_py()
        sheet = self.sheets[0 if self.sheet is None else self.sheet[position]]
        return Cell(int(self.rows[position]), column, value, case, sheet)

    def select(self, index: Array) -> None:
        """Keep (or reorder) events, one column at a time so that little is held twice."""
        for role in self.columns:
            self.columns[role] = self.columns[role][index]
        self.rows = self.rows[index]
        if self.flags is not None:
            self.flags = self.flags[index]
        if self.sheet is not None:
            self.sheet = self.sheet[index]


def to_table(collected: Collected) -> Table:
    """Join the blocks; empties `collected` on the way."""
    columns: dict[Role, Array] = {}
    values: dict[Role, pa.StringArray] = {}
    for role, blocks in collected.texts.items():
        columns[role], values[role] = unified(blocks)
    for role, parts in collected.times.items():
        columns[role] = _joined(parts, np.int64)
    sheets = tuple(dict.fromkeys(sheet for sheet, _ in collected.sheets))
    sheet = None
    if len(sheets) > 1:
        lengths = [count for _, count in collected.sheets]
        sheet = np.repeat(np.array([sheets.index(s) for s, _ in collected.sheets], np.int32), lengths)
    flags = _joined(collected.flags, np.uint8) if collected.flags else None
    return Table(columns, values, _joined(collected.rows, np.int64), flags, sheet, sheets)


def keep_complete(table: Table) -> None:
    """Where a step is told when it starts and when it is complete, keep the completion alone (XES lifecycle)."""
    if Role.LIFECYCLE not in table.columns:
        return
    codes, values = table.columns.pop(Role.LIFECYCLE), table.values.pop(Role.LIFECYCLE)
    used_codes, used_values = used_only(codes, values)
    words = [fold_words(value) for value in used_values.to_pylist()]
    if "complete" in words and len(words) > 1:
        kept = np.isin(used_codes, [k for k, word in enumerate(words) if word == "complete"] + [NONE])
        table.left_out_by_lifecycle = int((~kept).sum())
        table.select(kept)


def sort(table: Table) -> None:
    """Put the events in the order of the store."""
    order = order_of(table.columns[Role.CASE], table.columns[Role.TIME])
    if order is not None:
        table.select(order)


def drop_repeated(table: Table, whole_rows: Callable[[Table, Ints], Array], doubts: Doubts) -> None:
    """Leave out later rows that equal an earlier one in every column of the source."""
    columns = [table.columns[Role.CASE], table.columns[Role.TIME]]
    columns += [c for role, c in table.columns.items() if role not in (Role.CASE, Role.TIME)]
    rows = repeated(columns if table.flags is None else [*columns, table.flags])
    if not len(rows):
        return
    keys = [column[rows] for column in columns]
    again = later_of_equal([*keys, whole_rows(table, rows)], rows)
    doubts.add(Doubt.DUPLICATE, again, table.cell, _REPEATED)
    if len(again):
        kept = np.ones(len(table.rows), np.bool_)
        kept[again] = False
        table.select(kept)


def close_cases(table: Table) -> None:
    """Number the cases and activities without gaps and set the offsets."""
    for role in table.values:
        table.columns[role], table.values[role] = by_first_row(table.columns[role], table.values[role])
    counts = np.bincount(table.columns[Role.CASE], minlength=len(table.values[Role.CASE]))
    table.offsets = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])


def _joined(parts: list[Array], dtype: npt.DTypeLike) -> Array:
    joined = np.concatenate(parts) if parts else np.empty(0, dtype)
    parts.clear()
    return joined
