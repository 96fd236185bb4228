"""The steps of a version as they come by a form: a file, or rows pasted from a spreadsheet."""

import csv
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from baro.desk.step_tables import Heading, StepTable, rows_sent, table_sent

_PASTED = "bảng đã dán"


def table_told(said: Mapping[str, Any]) -> StepTable | None:
    """Read the steps that a form tells, None if it tells none. Raises what reading refuses. Rows pasted from a spreadsheet have a tab between cells; a line break within a cell
    stands in quotation marks."""
    read = import_string(settings.PROCESS_READER)
    if said["file"]:
        return table_sent(said["file"].name or "quy-trinh", said["file"].read(), read)
    if not said["rows"].strip():
        return None
    rows = [row for row in csv.reader(said["rows"].splitlines(keepends=True), delimiter="\t") if any(row)]
    heading = Heading(
        name=said["name"], version=said["version"], decision=said["decision"], code=said.get("code") or "",
        total=said["total"],
    )  # fmt: skip
    return rows_sent(rows, heading, read, called=_PASTED)
