"""What the API takes and gives."""

from datetime import datetime
from typing import Any

from ninja import Schema


class Progress(Schema):
    """How far the work is; `percent` of the stage."""

    phase: str
    state: str
    stage: str
    percent: int


class Import(Schema):
    """A delivery on its way. `statement` once it is checked; `batch` once it is received; `sentence` if it was refused."""

    id: str
    source: str
    file_name: str
    progress: Progress
    faults: int | None = None
    agrees: bool | None = None
    lead: str = ""
    statement: dict[str, Any] | None = None
    sentence: str = ""
    already: str = ""
    batch: str = ""


class Finding(Schema):
    """A cell to be looked at."""

    kind: str
    sheet: str
    row: int
    column: str
    value: str
    dossier: str
    reason: str


class Batch(Schema):
    """A delivery received."""

    id: str
    source: str
    number: int
    file_name: str
    file_sha256: str
    row_root: str
    row_count: int
    entry: str
    received_at: datetime
    counts: dict[str, Any]


class RowProof(Schema):
    """A row with what leads from it to the root: leaf = SHA-256(0x00 ‖ salt ‖ row), node = SHA-256(0x01 ‖ left ‖ right)."""

    batch: str
    entry: str
    file_sha256: str
    root: str
    row: str
    index: int
    size: int
    salt: str
    path: list[str]


class Receive(Schema):
    """`leave_out_faults`: somebody has looked at the cells that cannot be read, and receives the rest."""

    leave_out_faults: bool = False
