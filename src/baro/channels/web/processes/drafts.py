"""The common version of a work as the form of the register takes it: as a file, and as rows pasted from one."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from django.conf import settings
from django.utils.module_loading import import_string

from baro.channels.web.processes.alike_listed import work_with
from baro.channels.web.processes.step_rows import rows_of, table_file
from baro.desk.harmonising import harmonised, works_on
from baro.rules.judged.harmonising.draft import draft_of
from baro.rules.judged.harmonising.harmonised import Harmonised
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused

_Told = TypeVar("_Told")
ASKED = "ban-chung"
"""The name in an address that stands before the id of a process of the work."""


def common_file(one: Harmonised, ending: str) -> bytes:
    """Write the common version as a step table (`xlsx`, `csv`). Branches that a table cannot tell are laid in a row."""
    return _written(one, lambda process: table_file(process, ending))


def drafted(told: Mapping[str, str], on: date) -> dict[str, str]:
    """What the form of the register begins with where the address asks for the common version of a work; nothing else."""
    process = told.get(ASKED, "")
    mine = work_with(works_on(on, import_string(settings.PROCESS_READER)), process) if process else None
    if mine is None or not mine.held:
        return {}
    one = harmonised(mine)
    total = describe(one.common.total) if one.common.total else ""
    return {"name": mine.name, "kind": mine.kind.value, "rows": _written(one, rows_of), "total": total}


def _written(one: Harmonised, write: Callable[[ApprovedProcess], _Told]) -> _Told:
    """Write the common version; its branches in a row, where what is written cannot tell them."""
    try:
        return write(draft_of(one))
    except Refused:
        return write(draft_of(one, in_a_row=True))
