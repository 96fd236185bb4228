"""What all cases of a log are judged by, made ready once: compiled processes, calendar tables, roles, outside units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import numpy.typing as npt

from baro.desk.log_source import LogSource
from baro.desk.prescription import Prescription
from baro.rules.judged.conformance.bulk import Conformance, Ready, prepare, unfinished
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.judged.deadlines.step_limits import StepLimits
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NONE, Codes, Names
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.competence_columns import CompetenceTable
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import Offices
from baro.rules.prescribed.processes import ApprovedProcess, Step
from baro.rules.prescribed.workday_tables import CalendarTables
from baro.rules.prescribed.zones import ZoneOffsets, local_time

_EARLIEST, _LATEST = 1990, 2100
_DAY_MS = 86_400_000


@dataclass(frozen=True)
class Court:
    """`names` are the log's, with the steps that the log never shows added, and kinds as the processes name them.

    `roles` are the roles that steps ask for; `role_of[p, a]` is the code of the role for activity a of process p (the
    last row: no process), -1 where the step names none. `is_external[u]`: the unit belongs to another agency.
    `so_far` judges the cases still under way. `present` is the log's, with "competence" where it can be checked; `foreseen` the kinds of event that the processes
    know.
    """

    prescription: Prescription
    ready: tuple[Ready, ...]
    names: Names
    conformance: Conformance
    so_far: Conformance
    setting: Setting
    roles: tuple[str, ...]
    role_of: Codes
    is_external: npt.NDArray[np.bool_]
    step_limits: StepLimits
    competence: CompetenceTable | None
    present: frozenset[str]
    foreseen: frozenset[Kind]

    @property
    def processes(self) -> tuple[ApprovedProcess, ...]:
        """The approved processes, in the order given."""
        return self.prescription.processes


def convene(source: LogSource, prescription: Prescription, as_of: int) -> Court:
    """Make everything ready for a log. Raises `Refused` for a process that cannot end."""
    ready = tuple(prepare(process) for process in prescription.processes)
    names = _names_with(source.names, ready)
    first, last = source.span or (as_of, as_of)
    tables = [
        _tables(calendar, first, max(last, as_of)) for calendar in (prescription.processing, prescription.receiving)
    ]
    roles, role_of = _roles(prescription.processes, names.activities)
    return Court(
        prescription,
        ready,
        names,
        Conformance(ready, source.traces, source.names.activities),
        Conformance([unfinished(r) for r in ready], source.traces, source.names.activities),
        Setting(as_of, tables[0], tables[1], prescription.granularity, prescription.procedure_limits),
        roles,
        role_of,
        _external(prescription.offices, names.units),
        StepLimits(names, prescription.processes, prescription.granularity),
        _competence(prescription.offices, names, roles, _days(tables[0], first, last)),
        source.present | ({"competence"} if prescription.offices is not None and "actor" in source.present else set()),
        frozenset(Kind(_kind(s, 0)) for p in prescription.processes for s in p.steps if s.kind),
    )


def end_of_day(moment: int, zone: str) -> int:
    """The last millisecond of the local day of a moment (both ms since 1970)."""
    local = local_time(datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=moment), zone)
    offsets = ZoneOffsets(zone, local.year, local.year + 1)
    minute = int(offsets.local_minutes(np.array([moment], np.int64))[0])
    return moment + (1440 - minute % 1440) * 60_000 - moment % 60_000 - 1


def _names_with(names: Names, ready: Sequence[Ready]) -> Names:
    """Add the steps that the log never shows, and let the processes say which event a step records."""
    known = dict.fromkeys(names.activities)
    steps = {s.activity: s for r in reversed(ready) for s in r.process.steps}
    labels = [t.label for r in ready for t in r.process.net.transitions if t.label is not None]
    activities = (*names.activities, *(label for label in dict.fromkeys(labels) if label not in known))
    kinds = [*names.kinds.tolist(), *([int(Kind.WORKED)] * (len(activities) - len(known)))]
    said = [_kind(steps[a], k) if a in steps else k for a, k in zip(activities, kinds, strict=True)]
    return replace(names, activities=activities, kinds=np.array(said, np.int8))


def _kind(step: Step, otherwise: int) -> int:
    """The kind of event that a step says it records."""
    return int(Kind[step.kind.upper()]) if step.kind else otherwise


def _tables(calendar: Calendar, first: int, last: int) -> CalendarTables:
    years = [1970 + moment // (_DAY_MS * 365) for moment in (first, last)]  # a little late after centuries: the margin
    low, high = max(years[0] - 2, _EARLIEST), min(years[1] + 3, _LATEST)
    return CalendarTables(calendar, date(low, 1, 1), date(max(low, high), 12, 31))


def _roles(processes: Sequence[ApprovedProcess], activities: Sequence[str]) -> tuple[tuple[str, ...], Codes]:
    roles: dict[str, int] = {}
    role_of = np.full((len(processes) + 1, len(activities)), NONE, np.int32)
    place = {label: k for k, label in enumerate(activities)}
    for p, process in enumerate(processes):
        for step in process.steps:
            if step.role and step.activity in place:
                role_of[p, place[step.activity]] = roles.setdefault(step.role, len(roles))
    return tuple(roles), role_of


def _competence(
    offices: Offices | None, names: Names, roles: tuple[str, ...], span: tuple[int, int]
) -> CompetenceTable | None:
    if offices is None:
        return None
    return CompetenceTable(offices, names.persons, names.units, roles, *span)


def _days(tables: CalendarTables, first: int, last: int) -> tuple[int, int]:
    """The local days of two moments."""
    minutes = tables.local_minutes(np.array([first, last], np.int64))
    return int(minutes[0]) // 1440, int(minutes[1]) // 1440


def _external(offices: Offices | None, units: Sequence[str]) -> npt.NDArray[np.bool_]:
    if offices is None:
        return np.zeros(len(units), np.bool_)
    outside = {u.code for u in offices.units if u.external}
    return np.array([bool(offices.unit_codes.get(fold(u), frozenset()) & outside) for u in units], np.bool_)
