"""Gather the blocks of a source into one column of integers per role; rows that cannot be read are left out and told."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from baro.channels.intake.column_names import REQUIRED, Role
from baro.channels.intake.doubts import Cell, Doubts
from baro.channels.intake.flags import said_yes
from baro.channels.intake.instants import Clock
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.sources import Block
from baro.rules.observed.log import HAS_COMPONENT, HAS_DOCUMENT, HAS_FILE, HAS_REASON, IS_SIGNED, Flags, Ints
from baro.rules.observed.quality import Doubt

Mask = npt.NDArray[np.bool_]

TEXT_ROLES = (
    Role.CASE, Role.ACTIVITY, Role.ACTOR, Role.UNIT, Role.ROLE, Role.LIFECYCLE, Role.APPLICANT, Role.CHANNEL,
    Role.PROCEDURE, Role.LIMIT, Role.CASE_UNIT,
)  # fmt: skip
TIME_ROLES = (
    Role.TIME, Role.RECORDED_AT, Role.DUE, Role.RECORDED_RECEIVED, Role.RECORDED_DUE, Role.RECORDED_ENDED,
)  # fmt: skip
DUE_ROLES = (Role.DUE, Role.RECORDED_DUE)
FLAG_BITS = {
    Role.DOCUMENT: HAS_DOCUMENT,
    Role.REASON: HAS_REASON,
    Role.FILE: HAS_FILE,
    Role.SIGNED: IS_SIGNED,
    Role.COMPONENT: HAS_COMPONENT,
}
_LEFT_OUT = "Không đọc được ô bắt buộc này nên dòng bị bỏ qua."
_NOT_USED = "Không đọc được thời điểm trong ô; ô bị coi là trống, dòng vẫn được dùng."


@dataclass(slots=True)
class Collected:
    """Everything read, block after block, and what was noticed on the way."""

    columns: dict[Role, str]
    texts: dict[Role, list[pa.DictionaryArray]] = field(default_factory=dict)
    times: dict[Role, list[Ints]] = field(default_factory=dict)
    flags: list[Flags] = field(default_factory=list)
    rows: list[Ints] = field(default_factory=list)
    sheets: list[tuple[str, int]] = field(default_factory=list)  # name of the sheet, rows kept
    seen: int = 0
    left_out: int = 0
    naive: int = 0
    days: int = 0
    due_days: int = 0
    has_year_last: bool = False

    @property
    def kept(self) -> int:
        """How many rows were read and kept."""
        return self.seen - self.left_out


class Collector:
    """Takes blocks one by one."""

    def __init__(self, columns: dict[Role, str], mapping: Mapping, doubts: Doubts) -> None:
        self._mapping, self._doubts = mapping, doubts
        self._clock = Clock(mapping.zone, mapping.order)
        self.collected = Collected(
            columns,
            {role: [] for role in TEXT_ROLES if role in columns},
            {role: [] for role in TIME_ROLES if role in columns},
        )

    def add(self, block: Block) -> None:
        """Take one block."""
        held = self.collected
        texts = {role: _coded(block.columns[held.columns[role]]) for role in held.texts}
        moments = self._clock.read(block.columns[held.columns[Role.TIME]])
        empty = {role: _is_blank(texts[role]) for role in (Role.CASE, Role.ACTIVITY)}
        no_time = moments.at == np.iinfo(np.int64).min
        drop = no_time | empty[Role.CASE] | empty[Role.ACTIVITY]
        held.naive += moments.naive
        held.days += moments.days
        held.has_year_last |= moments.has_year_last
        kept = np.flatnonzero(~drop) if drop.any() else None
        if kept is not None:
            self._tell_dropped(block, texts, empty | {Role.TIME: no_time})
        held.seen += len(block.rows)
        self._keep(block, texts, {Role.TIME: moments.at}, kept)

    def _keep(
        self, block: Block, texts: dict[Role, pa.DictionaryArray], times: dict[Role, Ints], kept: Ints | None
    ) -> None:
        held = self.collected
        for role in held.times:
            if role not in times:
                times[role] = self._optional_moments(block, role)
        for role, codes in texts.items():
            held.texts[role].append(codes if kept is None else codes.take(pa.array(kept)))
        for role, at in times.items():
            held.times[role].append(at if kept is None else at[kept])
        if flags := [(role, bit) for role, bit in FLAG_BITS.items() if role in held.columns]:
            value = np.zeros(len(block.rows), np.uint8)
            for role, bit in flags:
                value |= said_yes(block.columns[held.columns[role]]).astype(np.uint8) * np.uint8(bit)
            held.flags.append(value if kept is None else value[kept])
        held.rows.append(block.rows if kept is None else block.rows[kept])
        held.sheets.append((block.sheet, len(held.rows[-1])))

    def _optional_moments(self, block: Block, role: Role) -> Ints:
        name = self.collected.columns[role]
        column = block.columns[name]
        moments = self._clock.read(column, end_of_day=role in DUE_ROLES, whole_day=role in self._mapping.end_of_day)
        self.collected.has_year_last |= moments.has_year_last
        if role in DUE_ROLES:
            self.collected.due_days += moments.days
        bad = np.flatnonzero(moments.is_bad)
        self._doubts.add(Doubt.BAD_CELL, bad, lambda k: _cell(block, k, name), _NOT_USED)
        return moments.at

    def _tell_dropped(self, block: Block, texts: dict[Role, pa.DictionaryArray], bad: dict[Role, Mask]) -> None:
        """Tell the first unreadable required cell of each row; wholly blank rows are no doubt, they are no rows."""
        held = self.collected
        time = block.columns[held.columns[Role.TIME]]
        blank = bad[Role.CASE] & bad[Role.ACTIVITY] & bad[Role.TIME]
        if blank.any():
            blank &= _is_blank(_coded(time))
        held.seen -= int(blank.sum())
        told = blank.copy()
        for role in REQUIRED:
            rows = np.flatnonzero(bad[role] & ~told)
            told |= bad[role]
            name = held.columns[role]
            self._doubts.add(Doubt.BAD_CELL, rows, lambda k, n=name: _cell(block, k, n), _LEFT_OUT)  # type: ignore[misc]
            held.left_out += len(rows)


def _cell(block: Block, position: int, column: str) -> Cell:
    value = block.columns[column][position].as_py()
    return Cell(int(block.rows[position]), column, "" if value is None else str(value), sheet=block.sheet)


def _coded(column: pa.Array) -> pa.DictionaryArray:
    """Any column as a dictionary of text."""
    if pa.types.is_dictionary(column.type):
        if column.type.value_type == pa.string() and column.type.index_type == pa.int32():
            return column
        column = column.cast(column.type.value_type)
    if pa.types.is_floating(column.type):
        column = _whole_numbers(column)
    return column.cast(pa.string()).dictionary_encode()


def _whole_numbers(column: pa.Array) -> pa.Array:
    """Floating-point codes, as a column with gaps becomes in some tools, as the integers they were."""
    rounded = pc.round(column)
    same = pc.all(pc.equal(column, rounded)).as_py()
    return rounded.cast(pa.int64()) if same is not False else column


def _is_blank(codes: pa.DictionaryArray) -> Mask:
    """Where nothing, or only space, is written."""
    blank = pc.equal(pc.utf8_length(pc.utf8_trim_whitespace(codes.dictionary)), 0)
    marks = np.append(blank.to_numpy(zero_copy_only=False).astype(np.bool_), True)  # a null has code -1
    if not marks[:-1].any() and not codes.null_count:
        return np.zeros(len(codes), np.bool_)
    indices = codes.indices.fill_null(-1) if codes.null_count else codes.indices
    mask: Mask = marks[indices.to_numpy(zero_copy_only=False)]
    return mask
