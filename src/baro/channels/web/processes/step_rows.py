"""The steps of a process as the rows that a form takes: a head, and a line for each step, with a tab between cells."""

import csv
from io import StringIO

from django.conf import settings
from django.utils.module_loading import import_string

from baro.channels.wording.register import STEP_TITLES
from baro.desk.process_register import steps_of
from baro.desk.step_tables import rows_written
from baro.desk.step_tables import table_file as written_file
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused

EDITED = tuple(STEP_TITLES[column] for column in ("no", "activity", "role", "limit", "outputs", "forms", "following"))
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
    head, *steps = rows_written(process, import_string(settings.PROCESS_WRITER))
    columns = [c for c, title in enumerate(head) if title in kept or any(row[c] for row in steps)]
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows([row[c] for c in columns] for row in (head, *steps))
    return out.getvalue()


def table_file(process: ApprovedProcess, ending: str) -> bytes:
    """Write a process as a file of a kind (`xlsx`, `csv`, `bpmn`). Raises `Refused("process.not_writable")`."""
    return written_file(process, ending, import_string(settings.PROCESS_WRITER))
