"""Which approved process judges a dossier: the version in force on its key date, for its procedure.

A process made for the procedure goes before one for any procedure; of several in force, the latest to take effect.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

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
    for k, process in _ranked(processes):  # later ones win
        serves = np.array([*(_serves(process, name) for name in procedures), _serves(process, "")], dtype=bool)
        wanted = serves[procedure]  # -1 takes the last entry: the unknown procedure
        first, last = _days(process)
        chosen[wanted & (day >= first) & (day <= last)] = k
    return chosen


def contested(processes: Sequence[ApprovedProcess]) -> tuple[tuple[ApprovedProcess, ApprovedProcess], ...]:
    """Give the pairs of which nothing but the name of the version says which goes first: they serve the same procedure,
    took effect on the same day, and are in force together. The second of a pair judges."""
    pairs = combinations([process for _, process in _ranked(processes)], 2)
    return tuple((a, b) for a, b in pairs if _precedence(a)[:2] == _precedence(b)[:2] and _meet(a, b))


def _ranked(processes: Sequence[ApprovedProcess]) -> list[tuple[int, ApprovedProcess]]:
    """The processes with their places, those that go before others last; of equal ones the first given."""
    return sorted(enumerate(processes), key=lambda kp: (_precedence(kp[1]), -kp[0]))


def _meet(one: ApprovedProcess, other: ApprovedProcess) -> bool:
    firsts, lasts = zip(_days(one), _days(other), strict=True)
    mine, theirs = ({fold(p) for p in process.procedures} for process in (one, other))
    return max(firsts) <= min(lasts) and (not (mine or theirs) or not mine.isdisjoint(theirs))


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
