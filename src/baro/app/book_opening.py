"""Open a book from a page or by a program: its source is described and the book opened, both or neither."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from baro.app.import_sources import described
from baro.desk.by import By
from baro.desk.import_sources import Description, describe_source, may_describe
from baro.desk.recorded_process import BOOK_MAPPING
from baro.desk.recording import open_book
from baro.records.queries.imports import find_source
from baro.records.row_security.session import acting
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind

_UNNAMED = "quy-trinh"


def open_described(
    *,
    source: str,
    name: str,
    unit: str,
    work: WorkKind,
    prefix: str,
    process: str,
    content: bytes,
    by: By,
    at: datetime,
) -> None:
    """Describe a new source and open its book; `process` is the name of the file of its approved process, `content` its bytes.
    Raises `Refused` for a process that cannot be read, a code that is taken, and as `describe_source` and `open_book` do."""
    if find_source(source) is not None:
        raise Refused("recording.source_taken", source=source)
    may_describe(source, unit, by, at)  # before a file is kept
    told = _described(source, name, unit, work, Path(process).name or _UNNAMED, content)
    if told is None:  # a new source is always told anew
        raise Refused("recording.source_taken", source=source)
    with acting():
        describe_source(told, by, at)
        open_book(source, prefix, by, at)


def _described(source: str, name: str, unit: str, work: WorkKind, file: str, content: bytes) -> Description | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.write_bytes(content)
        return described(source, name=name, unit=unit, mapping=BOOK_MAPPING, process=[path], work=work)
