"""The steps of a process as a table: read as it is sent, a file or rows, kept by the act that names it and not before, and written
back from what is kept."""

import csv
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from baro.desk.process_register import ProcessReader
from baro.records.loading.kept_files import keep_bytes
from baro.rules.observed.acts import Attachment
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused

ProcessWriter = Callable[[ApprovedProcess, Path], None]
_ROWS = "bang-da-dan.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a table of steps that is told row by row says of itself; `total`: the time for the whole, "" where not told."""

    name: str
    version: str
    decision: str
    code: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTable:
    """A table of steps that was sent and could be read, not kept yet: its content, and its ending in lower case (".xlsx")."""

    content: bytes
    ending: str

    @property
    def name(self) -> str:
        """Under which name it is kept."""
        return self.attachment.sha256 + self.ending

    @property
    def attachment(self) -> Attachment:
        """How an entry of the ledger names it."""
        sha256 = hashlib.sha256(self.content).hexdigest()
        return Attachment(sha256=sha256, size=len(self.content), kind=self.ending[1:])

    def keep(self) -> None:
        """Keep it. An act does so last: one that is refused leaves no file."""
        keep_bytes(self.content, self.ending)


def table_sent(name: str, content: bytes, read: ProcessReader) -> StepTable:
    """Read a file of steps. Raises what reading refuses."""
    with TemporaryDirectory(prefix="baro-quy-trinh-") as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(content)
        read(path)
        return StepTable(content=content, ending=path.suffix.lower())


def rows_sent(
    rows: Iterable[Sequence[str]], heading: Heading, read: ProcessReader, *, called: str, titles: int = 0
) -> StepTable:
    """Read steps told in rows, the titles first; as `table_sent`. A fault names the table as `called`, and its row as whoever
    told the rows counts them, without the first so many of `titles`."""
    head, text = _head(heading), StringIO(newline="")
    csv.writer(text).writerows([*head, *rows])
    try:
        return table_sent(_ROWS, text.getvalue().encode(), read)
    except Refused as refusal:
        refusal.facts |= _as_told(refusal.facts, called, len(head) + titles)
        raise


def table_file(process: ApprovedProcess, ending: str, write: ProcessWriter) -> bytes:
    """Write a process as a file of a kind (`xlsx`, `csv`, `bpmn`). Raises `Refused("process.not_writable")`."""
    with TemporaryDirectory(prefix="baro-quy-trinh-") as folder:
        path = Path(folder) / f"quy-trinh.{ending}"
        write(process, path)
        return path.read_bytes()


def rows_written(process: ApprovedProcess, write: ProcessWriter) -> list[list[str]]:
    """Write the steps as rows, the titles first. Raises `Refused("process.not_writable")`."""
    table = list(csv.reader(StringIO(table_file(process, "csv", write).decode("utf-8-sig"), newline="")))
    blank = next(k for k, row in enumerate(table) if not any(row))
    return table[blank + 1 :]


def _as_told(facts: Mapping[str, str | int], called: str, above: int) -> dict[str, str | int]:
    """The place of a fault in the rows as they were told: without those that we put above them."""
    row = facts.get("row")
    return {"file": called, **({"row": row - above} if isinstance(row, int) else {})}


def _head(told: Heading) -> list[tuple[str, str]]:
    """What stands above the rows of a step table."""
    head = [("Tên quy trình", told.name), ("Phiên bản", told.version), ("Số quyết định", told.decision)]
    head += [("Mã hiệu", told.code)] if told.code else []
    return head + ([("Tổng thời gian", told.total)] if told.total else [])
