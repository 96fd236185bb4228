"""The steps of a version as they come by a form: a file, or rows pasted from a spreadsheet; kept once they were understood."""

import csv
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from baro.desk.step_tables import Heading, keep_rows, keep_table

_PASTED = "bảng đã dán"


def kept_table(said: Mapping[str, Any]) -> str:
    """Keep the steps that a form tells, "" if it tells none; gives the name of the kept file. Raises what reading refuses: a
    table that cannot be read is not kept. Rows pasted from a spreadsheet have a tab between cells; a line break within a cell
    stands in quotation marks."""
    read = import_string(settings.PROCESS_READER)
    if said["file"]:
        return keep_table(said["file"].name or "quy-trinh", said["file"].read(), read)
    if not said["rows"].strip():
        return ""
    rows = [row for row in csv.reader(said["rows"].splitlines(keepends=True), delimiter="\t") if any(row)]
    heading = Heading(
        name=said["name"], version=said["version"], decision=said["decision"], code=said.get("code") or "",
        total=said["total"],
    )  # fmt: skip
    return keep_rows(rows, heading, read, called=_PASTED)
