"""What every format gives: a header, and blocks of rows as Arrow columns."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pyarrow as pa

from baro.channels.intake.column_names import Role
from baro.rules.observed.log import Ints


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a source: columns by name (text, dictionary, timestamp, date or number), the 1-based row of each.

    `position` of `size`: how far the source has been read, in whatever unit it counts.
    """

    rows: Ints
    columns: dict[str, pa.Array]
    sheet: str = ""
    position: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be cut into cells; the text is kept of those that are listed."""

    row: int
    text: str


class Renumber(Exception):
    """Blocks so far are void: the source has to be read again, now that it knows that it must count its rows."""


class Source(Protocol):
    """A log in some format, which can be read more than once."""

    header: tuple[str, ...]
    bad_rows: list[BadRow]

    @property
    def file(self) -> str:
        """The name to tell."""

    def blocks(self, roles: dict[Role, str] | None) -> Iterator[Block]:
        """Give the rows with the columns of these roles, or with all columns for None."""


@dataclass(slots=True)
class TableSource:
    """Blocks already in memory: the formats that are read whole or reduced while they are read."""

    file: str
    header: tuple[str, ...]
    held: list[Block]
    bad_rows: list[BadRow] = field(default_factory=list)

    def blocks(self, roles: dict[Role, str] | None) -> Iterator[Block]:
        """Give the blocks; columns nobody asked for do no harm."""
        yield from self.held
