"""The common version of a work as the form of the register takes it: as a file, and as rows pasted from one."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.module_loading import import_string

from baro.channels.web.processes.alike_listed import work_with
from baro.desk.harmonising import harmonised, works_on
from baro.rules.judged.harmonising.draft import draft_of
from baro.rules.judged.harmonising.harmonised import Harmonised
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.refusals import Refused

ASKED = "ban-chung"
"""The name in an address that stands before the id of a process of the work."""


def common_file(one: Harmonised, ending: str) -> bytes:
    """Write the common version as a step table (`xlsx`, `csv`). Branches that a table cannot tell are laid in a row."""
    with TemporaryDirectory(prefix="baro-ban-chung-") as folder:
        path = Path(folder) / f"ban-chung.{ending}"
        write = import_string(settings.PROCESS_WRITER)
        try:
            write(draft_of(one), path)
        except Refused:
            write(draft_of(one, in_a_row=True), path)
        return path.read_bytes()


def drafted(told: Mapping[str, str], on: date) -> dict[str, str]:
    """What the form of the register begins with where the address asks for the common version of a work; nothing else."""
    process = told.get(ASKED, "")
    mine = work_with(works_on(on, import_string(settings.PROCESS_READER)), process) if process else None
    if mine is None or not mine.held:
        return {}
    one = harmonised(mine)
    total = describe(one.common.total) if one.common.total else ""
    return {"name": mine.name, "kind": mine.kind.value, "rows": _rows(one), "total": total}


def _rows(one: Harmonised) -> str:
    """The rows of the table, its head first, with a tab between cells as spreadsheets give them."""
    table = list(csv.reader(StringIO(common_file(one, "csv").decode("utf-8-sig"), newline="")))
    blank = next(k for k, row in enumerate(table) if not any(row))
    columns = [c for c, _ in enumerate(table[blank + 1]) if any(row[c] for row in table[blank + 2 :])]
    out = StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(
        [row[c] for c in columns] for row in table[blank + 1 :]
    )
    return out.getvalue()
