"""Logs as Parquet, also with the column names of process-mining tools."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from baro.channels.intake.ahead import ahead
from baro.channels.intake.collecting import TEXT_ROLES
from baro.channels.intake.column_names import Role
from baro.channels.intake.sources import BadRow, Block
from baro.rules.prescribed.refusals import Refused

_BATCH = 100_000
_MOST_ROWS = 200_000_000
_MOST_COLUMNS = 1_000


@dataclass(slots=True)
class ParquetSource:
    """A Parquet file, read in batches; rows are numbered from 1, there being no header row."""

    path: Path
    header: tuple[str, ...] = ()
    bad_rows: list[BadRow] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The name to tell."""
        return self.path.name

    def sniff(self) -> "ParquetSource":
        """Read the schema; raises `Refused("parquet.broken" | "log.too_many_columns" | "log.too_many_rows")`."""
        try:
            with pq.ParquetFile(self.path) as file:
                flat = [f.name for f in file.schema_arrow if not pa.types.is_nested(f.type)]
                if len(file.schema_arrow) > _MOST_COLUMNS:
                    raise Refused("log.too_many_columns", file=self.file, limit=_MOST_COLUMNS)
                if file.metadata.num_rows > _MOST_ROWS:
                    raise Refused("log.too_many_rows", file=self.file, limit=_MOST_ROWS)
        except (pa.ArrowException, OSError):
            raise Refused("parquet.broken", file=self.file) from None
        self.header = tuple(flat)
        return self

    def blocks(self, roles: dict[Role, str] | None) -> Iterator[Block]:
        """Give the rows."""
        names = list(self.header if roles is None else roles.values())
        coded = [name for role, name in (roles or {}).items() if role in TEXT_ROLES]
        done = 0
        try:
            with pq.ParquetFile(self.path, read_dictionary=coded, pre_buffer=True) as file:
                size = file.metadata.num_rows
                for batch in ahead(file.iter_batches(_BATCH, columns=names)):
                    rows = np.arange(done + 1, done + 1 + batch.num_rows, dtype=np.int64)
                    done += batch.num_rows
                    yield Block(rows, {name: batch.column(name) for name in names}, "", done, size)
        except (pa.ArrowException, OSError, UnicodeDecodeError):
            raise Refused("parquet.broken", file=self.file) from None
