"""The steps of a process as the rows that a form takes: a head, and a line for each step, with a tab between cells."""

import csv
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.module_loading import import_string

from baro.desk.process_register import steps_of
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused

EDITED = (
    "Bước",
    "Nội dung công việc",
    "Trách nhiệm thực hiện",
    "Thời gian thực hiện",
    "Kết quả",
    "Biểu mẫu",
    "Bước tiếp theo",
)
"""The columns of a step table that are there to be filled in, whether or not anything stands in them."""


def rows_in(table: str) -> dict[str, str]:
    """What a form begins with to edit the steps of a kept table: `rows`, and the total beside them. Nothing where there are no
    steps, or rows cannot tell them."""
    process = steps_of(table, import_string(settings.PROCESS_READER))
    if process is None:
        return {}
    try:
        rows = rows_of(process, kept=EDITED)
    except Refused:
        return {}
    return {"rows": rows, "total": describe(process.total_limit) if process.total_limit else ""}


def rows_of(process: ApprovedProcess, kept: tuple[str, ...] = ()) -> str:
    """Write steps as rows, without columns that are empty, but those `kept`. Raises `Refused("process.not_writable")`."""
    table = list(csv.reader(StringIO(table_file(process, "csv").decode("utf-8-sig"), newline="")))
    blank = next(k for k, row in enumerate(table) if not any(row))
    head, *steps = table[blank + 1 :]
    columns = [c for c, title in enumerate(head) if title in kept or any(row[c] for row in steps)]
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([row[c] for c in columns] for row in (head, *steps))
    return out.getvalue()


def table_file(process: ApprovedProcess, ending: str) -> bytes:
    """Write a process as a file of a kind (`xlsx`, `csv`, `bpmn`). Raises `Refused("process.not_writable")`."""
    with TemporaryDirectory(prefix="baro-quy-trinh-") as folder:
        path = Path(folder) / f"quy-trinh.{ending}"
        import_string(settings.PROCESS_WRITER)(process, path)
        return path.read_bytes()
