"""What a delivery tells no more and what it contradicts, from its segment, in words."""

from dataclasses import dataclass
from pathlib import Path

from baro.records.loading.differences import CONFLICTS, MARKS, read_conflicts, read_marks

_KINDS = {"altered_event": "Bước được kể khác", "gone_event": "Bước không còn", "altered_cell": "Ô khác"}
_FIELDS = {
    "at": "thời điểm",
    "actor": "người làm",
    "unit": "đơn vị",
    "role": "vai trò",
    "recorded_at": "lúc ghi",
    "due": "hạn",
    "flags": "dấu",
    "procedure": "thủ tục",
    "channel": "cách nộp",
    "applicant": "người nộp (mã)",
    "recorded_received": "ngày tiếp nhận",
    "recorded_due": "ngày hẹn trả",
    "recorded_ended": "ngày trả",
    "limit_value": "thời hạn",
}


@dataclass(frozen=True, slots=True)
class ToldConflict:
    """A contradiction in words; `row` 0: not in the file."""

    code: str
    kind: str
    step: str
    ours: str
    theirs: str
    row: int


def vanished_from(folder: Path) -> list[str]:
    """The codes of dossiers held that the delivery told no more."""
    if not (folder / MARKS).exists():
        return []
    return [row["code"] for row in read_marks(folder).to_pylist() if row["vanished"]]


def conflicts_of(folder: Path) -> list[ToldConflict]:
    """What the delivery contradicts."""
    if not (folder / CONFLICTS).exists():
        return []
    return [
        ToldConflict(
            row["code"],
            _KINDS[row["kind"]],
            field_words(row["field"]),
            value_words(row["ours"]),
            value_words(row["theirs"]),
            row["row"],
        )
        for row in read_conflicts(folder).to_pylist()
    ]


def field_words(field: str) -> str:
    """The name of a step as it is; a column in words."""
    return _FIELDS.get(field, field)


def value_words(told: str) -> str:
    """ "at=…; actor=…" in words; a plain value as it is."""
    parts = [part.partition("=") for part in told.split("; ")]
    return "; ".join(
        f"{_FIELDS[name]}: {value}" if sign and name in _FIELDS else name + sign + value for name, sign, value in parts
    )
