"""Which total limit a dossier has: its own column, else its process, else its procedure, else a recorded due date."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.classes import DueSource
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.observed.log import NO_TIME, NONE, Codes, EventLog, ObservedCase
from baro.rules.prescribed.durations import UNITS, Duration
from baro.rules.prescribed.processes import ApprovedProcess

Small = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Limits:
    """Per case: value and unit (index in `UNITS`), -1 if there is no limit to count; `source` is a `DueSource`."""

    value: Codes
    unit: Small
    source: Small


def limit_of(
    case: ObservedCase, process: ApprovedProcess | None, setting: Setting
) -> tuple[Duration | None, DueSource]:
    """Find the limit of one case; None with `RECORDED` where only the source's own due date is known."""
    if case.limit_value >= 0 and case.limit_unit >= 0:
        return Duration(case.limit_value, UNITS[case.limit_unit]), DueSource.LIMIT_COLUMN
    if process is not None and process.total_limit is not None:
        return process.total_limit, DueSource.PROCESS
    if by_procedure := setting.limit_of_procedure(case.procedure):
        return by_procedure, DueSource.PROCEDURE
    return None, DueSource.NONE if case.recorded_due is None else DueSource.RECORDED


def limits(log: EventLog, process: Codes, processes: Sequence[ApprovedProcess], setting: Setting) -> Limits:
    """Columnar twin; `process` are indices into `processes`, -1 for none."""
    cases = log.cases
    found = Limits(
        np.full(log.case_count, NONE, np.int32),
        np.full(log.case_count, NONE, np.int8),
        np.where(cases.recorded_due != NO_TIME, DueSource.RECORDED, DueSource.NONE).astype(np.int8),
    )
    by_procedure = [setting.limit_of_procedure(name) for name in log.names.procedures]
    _prefer(found, by_procedure, cases.procedure, DueSource.PROCEDURE)
    _prefer(found, [p.total_limit for p in processes], process, DueSource.PROCESS)
    own = (cases.limit_value >= 0) & (cases.limit_unit >= 0)
    found.value[own], found.unit[own], found.source[own] = (
        cases.limit_value[own],
        cases.limit_unit[own],
        DueSource.LIMIT_COLUMN,
    )
    return found


def _prefer(found: Limits, limits: Sequence[Duration | None], code: Codes, source: DueSource) -> None:
    """Where a code has a limit, let it win; code -1 takes the last entry, which has none."""
    if not any(limits):
        return
    value = np.array([NONE if d is None else d.value for d in (*limits, None)], np.int32)
    unit = np.array([NONE if d is None else UNITS.index(d.unit) for d in (*limits, None)], np.int8)
    has = unit[code] >= 0
    found.value[has], found.unit[has], found.source[has] = value[code[has]], unit[code[has]], source
