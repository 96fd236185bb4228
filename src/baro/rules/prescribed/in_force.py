"""Which approved process judges a dossier: the version in force on its key date, for its procedure.

A process made for the procedure goes before one for any procedure; of several in force, the latest to take effect.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import ApprovedProcess

Codes = npt.NDArray[np.int32]
_EPOCH = date(1970, 1, 1)
NOBODY = -1


def process_in_force(processes: Sequence[ApprovedProcess], procedure: str, on: date) -> ApprovedProcess | None:
    """Find the process that judges a dossier of `procedure` (code or name, "" unknown) with key date `on`."""
    ranked = [p for p in processes if _serves(p, procedure) and _in_force(p, on)]
    return max(ranked, key=_precedence, default=None)


def processes_in_force(
    processes: Sequence[ApprovedProcess], procedures: Sequence[str], procedure: Codes, day: Codes
) -> Codes:
    """Columnar twin: per case the index into `processes`, -1 where none is in force.

    `procedure` are codes into `procedures` (-1 unknown); `day` are day numbers since 1970-01-01.
    """
    chosen = np.full(len(procedure), NOBODY, dtype=np.int32)
    order = sorted(range(len(processes)), key=lambda k: _precedence(processes[k]))
    for k in order:  # later ones win
        process = processes[k]
        serves = np.array([*(_serves(process, name) for name in procedures), _serves(process, "")], dtype=bool)
        wanted = serves[procedure]  # -1 takes the last entry: the unknown procedure
        first, last = _days(process)
        chosen[wanted & (day >= first) & (day <= last)] = k
    return chosen


def _serves(process: ApprovedProcess, procedure: str) -> bool:
    return not process.procedures or fold(procedure) in {fold(p) for p in process.procedures}


def _in_force(process: ApprovedProcess, on: date) -> bool:
    first, last = _days(process)
    return first <= (on - _EPOCH) // timedelta(days=1) <= last


def _precedence(process: ApprovedProcess) -> tuple[bool, date, str]:
    return (bool(process.procedures), process.valid_from or date.min, process.version)


def _days(process: ApprovedProcess) -> tuple[int, int]:
    first = (process.valid_from - _EPOCH).days if process.valid_from else -(2**31)
    last = (process.valid_to - _EPOCH).days if process.valid_to else 2**31 - 1
    return first, last
