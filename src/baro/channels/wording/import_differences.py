"""What a delivery tells no more and what it contradicts, from its segment, in words."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from baro.records.loading.differences import CONFLICTS, MARKS, conflict_id, read_conflicts, read_marks
from baro.rules.observed.told_values import read
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import VEIL, hides
from baro.rules.prescribed.zones import VIETNAM, local_time

TABLE = "told_event"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_KINDS = {"altered_event": "Bước được kể khác", "gone_event": "Bước không còn", "altered_cell": "Ô khác"}
OUTCOMES = {
    "": "chờ xem",
    "kept": "giữ dữ liệu đang có",
    "adopted": "theo tệp",
    "superseded": "không còn: chỗ này đã theo một lần kể khác",
}
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

    id: str
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


def conflicts_of(folder: Path, source: str, seen: Decision) -> list[ToldConflict]:
    """What a delivery of a source contradicts, as far as it may be seen."""
    if not (folder / CONFLICTS).exists():
        return []
    return [
        ToldConflict(
            conflict_id(f"{source}:{row['code']}", row["kind"], row["field"], row["ours"], row["theirs"]),
            row["code"],
            _KINDS[row["kind"]],
            field_words(row["field"]),
            value_words(row["field"], row["ours"], seen),
            value_words(row["field"], row["theirs"], seen),
            row["row"],
        )
        for row in read_conflicts(folder).to_pylist()
    ]


def field_words(field: str) -> str:
    """The name of a step as it is; a column in words."""
    return _FIELDS.get(field, field)


def value_words(field: str, told: str, seen: Decision) -> str:
    """ "at=…; actor=…" in words, a plain value of a field as it is; what may not be seen is veiled."""
    if field in _FIELDS:
        return _veiled(field, told, seen)
    values = read(told)
    words = "; ".join(f"{_FIELDS[name]}: {_veiled(name, value, seen)}" for name, value in values.items())
    return words or _MOMENT.sub(_local, told)


def _veiled(field: str, value: str, seen: Decision) -> str:
    return VEIL if value and hides(seen, TABLE, field) else _MOMENT.sub(_local, value)


def _local(found: re.Match[str]) -> str:
    return f"{local_time(datetime.fromisoformat(found[0]), VIETNAM):%H:%M:%S %d/%m/%Y}"
