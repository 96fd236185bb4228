"""What a delivery contradicts and what it tells no more, as files of its segment."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from baro.rules.observed.reconciliation import Outcome

CONFLICTS = "conflicts.parquet"
MARKS = "marks.parquet"
SETTLED = "settled.parquet"
_TEXT = pa.string()
_CONFLICT = pa.schema(
    [("code", _TEXT), ("kind", _TEXT), ("field", _TEXT), ("ours", _TEXT), ("theirs", _TEXT), ("row", pa.int64())]
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction: the dossier, what differs ("altered_event", "gone_event", "altered_cell"), where, the held
    value, the told value ("" if gone), the row of the file (0 if gone)."""

    code: str
    kind: str
    field: str
    ours: str
    theirs: str
    row: int


def write_differences(
    folder: Path, conflicts: Sequence[Conflict], vanished: Sequence[str], returned: Sequence[str]
) -> None:
    """Write what contradicts, and the codes that vanished or are told again."""
    _write(pa.Table.from_pylist([asdict(c) for c in conflicts], _CONFLICT), folder / CONFLICTS)
    told = [*vanished, *returned]
    marks = [True] * len(vanished) + [False] * len(returned)
    _write(pa.table({"code": pa.array(told, _TEXT), "vanished": pa.array(marks, pa.bool_())}), folder / MARKS)


def conflict_id(dossier: str, kind: str, field: str, ours: str, theirs: str) -> str:
    """The id of a contradiction: told again, it is the same one."""
    return hashlib.sha256("\0".join([dossier, kind, field, ours, theirs]).encode()).hexdigest()[:40]


def write_settled(folder: Path, adopted: Sequence[str], superseded: Sequence[str]) -> None:
    """Write which contradictions an adoption settles: those taken over, and those that it leaves behind."""
    outcomes = [Outcome.ADOPTED.value] * len(adopted) + [Outcome.SUPERSEDED.value] * len(superseded)
    table = pa.table({"id": pa.array([*adopted, *superseded], _TEXT), "outcome": pa.array(outcomes, _TEXT)})
    _write(table, folder / SETTLED)


def read_settled(folder: Path) -> pa.Table:
    """The contradictions that an adoption settles, and how."""
    return pq.read_table(folder / SETTLED, partitioning=None)


def read_conflicts(folder: Path) -> pa.Table:
    """The contradictions of a segment."""
    return pq.read_table(folder / CONFLICTS, partitioning=None)


def read_marks(folder: Path) -> pa.Table:
    """The codes that vanished (`vanished` true) or are told again."""
    return pq.read_table(folder / MARKS, partitioning=None)


def _write(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression="zstd", compression_level=1)
