"""A delivery: a file that a source system hands over, how it was read, and what came of checking it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from baro.rules.observed.quality import QualityReport
from baro.rules.observed.reconciliation import Declared, Statement


class Extent(StrEnum):
    """What a file tells of its source."""

    WHOLE = "whole"  # all dossiers: those that it does not tell have vanished
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A file by its hash, from a source, and what its sender says of it. `columns`: the titles of its columns."""

    ticket: str
    source: str
    file_name: str
    file_sha256: str
    file_size: int
    mapping_sha256: str
    extent: Extent = Extent.WHOLE
    declared: Declared = field(default_factory=Declared)
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """How a file was read: rows received, refused and left out as mere beginnings of steps; the doubtful cells, what was
    assumed (sentences); how many rows are kept under which root."""

    received: int
    refused: int
    unfinished: int
    quality: QualityReport
    assumptions: tuple[str, ...]
    kept_rows: int
    row_root: str
    is_synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A delivery that was checked and waits to be received. `faults`: cells that could not be read; `base`: the last
    batch of the source that it was compared with; `already`: the batch that received this very file before, "" if none;
    `touched`: dossiers to be held anew."""

    delivery: Delivery
    read: FileRead
    statement: Statement
    as_of: datetime
    base: str
    faults: int
    touched: int
    already: str = ""
