"""What is doubtful in events that could be read: moments that cannot be, events before the receipt of their dossier."""

from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from baro.channels.intake.assembling import Table
from baro.channels.intake.column_names import Role
from baro.channels.intake.doubts import Cell, Doubts
from baro.channels.intake.moment_words import moment_words
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, Ints, milliseconds
from baro.rules.observed.quality import Doubt

EARLIEST = milliseconds(datetime(1990, 1, 1, tzinfo=UTC))
_TOO_EARLY = "Thời điểm trước năm 1990, không thể có; sự kiện vẫn được giữ."
_TOO_LATE = "Thời điểm sau mốc tính; sự kiện vẫn được giữ."
_NOT_USED = "Thời điểm trước năm 1990, không thể có; ô bị coi là trống."
_BEFORE = "Sự kiện xảy ra trước lúc tiếp nhận hồ sơ."


def check_moments(table: Table, names: dict[Role, str], as_of: int | None, doubts: Doubts) -> None:
    """Tell impossible moments; in columns that may be empty they count as empty."""
    at = table.columns[Role.TIME]
    _tell(table, Role.TIME, names, np.flatnonzero(at < EARLIEST), _TOO_EARLY, doubts)
    if as_of is not None:
        _tell(table, Role.TIME, names, np.flatnonzero(at > as_of), _TOO_LATE, doubts)
    for role, column in table.columns.items():
        if role is not Role.TIME and role not in table.values:
            early = np.flatnonzero((column < EARLIEST) & (column != NO_TIME))
            if len(early):
                _tell(table, role, names, early, _NOT_USED, doubts)
                column[early] = NO_TIME


def check_receipt(
    table: Table, kinds: npt.NDArray[np.int8], received: Ints | None, names: dict[Role, str], doubts: Doubts
) -> None:
    """Tell events before the receipt of their case: as recorded if it is, else by its first event of receipt."""
    at, kind = table.columns[Role.TIME], kinds[table.columns[Role.ACTIVITY]]
    if received is None:
        if not (kinds == Kind.RECEIVED).any():
            return
        place = np.where(kind == Kind.RECEIVED, np.arange(len(at)), len(at))
        first = np.minimum.reduceat(place, table.offsets[:-1])
        received = np.append(at, NO_TIME)[first]
    early = (at < np.repeat(received, np.diff(table.offsets))) & (kind != Kind.SUBMITTED)
    _tell(table, Role.TIME, names, np.flatnonzero(early), _BEFORE, doubts, Doubt.BEFORE_RECEIPT)


def _tell(
    table: Table,
    role: Role,
    names: dict[Role, str],
    positions: Ints,
    reason: str,
    doubts: Doubts,
    doubt: Doubt = Doubt.IMPOSSIBLE_DATE,
) -> None:
    def cell(position: int) -> Cell:
        return table.cell(position, names[role], moment_words(int(table.columns[role][position])))

    doubts.add(doubt, positions, cell, reason)
