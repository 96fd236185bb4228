"""Small logs for the clock: cases written as lists of events, and what they need around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone

import numpy as np

from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Cases, EventLog, Events, Names, milliseconds
from baro.rules.observed.traces import distinct_traces
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.durations import UNITS, Duration
from baro.rules.prescribed.processes import ApprovedProcess, Net, Step
from baro.rules.prescribed.workdays import CalendarTables

HANOI = timezone(timedelta(hours=7))
SPAN = date(2023, 6, 1), date(2025, 6, 30)
VN = calendar_named("vn")
NO_NET = Net((), (), (), ())


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of a case; `unit` and `actor` "" unknown."""

    kind: Kind
    at: datetime
    unit: str = "Phòng Tài nguyên"
    actor: str = "Lan"
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One case, events in any order."""

    events: tuple[Happened, ...]
    unit: str = "Một cửa"
    procedure: str = ""
    limit: Duration | None = None
    recorded_received: datetime | None = None
    recorded_due: datetime | None = None
    recorded_ended: datetime | None = None


@dataclass(slots=True)
class _Codes:
    names: list[str] = field(default_factory=list)

    def __call__(self, name: str) -> int:
        if not name:
            return -1
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)


def vn(day: int, clock: str = "09:00", month: int = 7, year: int = 2024) -> datetime:
    """A moment in Hà Nội; 1/7/2024 is a Monday."""
    return datetime.combine(date(year, month, day), time.fromisoformat(clock), HANOI)


def setting(as_of: datetime, calendar: Calendar | None = None, receiving: Calendar | None = None) -> Setting:
    """The clock set by dates, on the calendar of Việt Nam unless another is given."""
    calendar = calendar or VN
    receiving = receiving or calendar
    return Setting(milliseconds(as_of), tables_of(calendar), tables_of(receiving))


_TABLES: dict[int, CalendarTables] = {}


def tables_of(calendar: Calendar) -> CalendarTables:
    """The tables of a calendar, made once: they keep it, so its identity stays its own."""
    if id(calendar) not in _TABLES:
        _TABLES[id(calendar)] = CalendarTables(calendar, *SPAN)
    return _TABLES[id(calendar)]


def by_minute(set_to: Setting) -> Setting:
    """The same setting, counting working days to the minute."""
    return replace(set_to, granularity=Granularity.MINUTE)


def process(limit: Duration | None, steps: dict[Kind, Duration] | None = None) -> ApprovedProcess:
    """A process with a total limit and step limits; activities are named by their kinds."""
    rows = tuple(Step(str(n), kind.name, limit=d) for n, (kind, d) in enumerate((steps or {}).items()))
    return ApprovedProcess("QT-01", "Quy trình", NO_NET, rows, total_limit=limit)


def log_of(dossiers: Sequence[Dossier], kinds: Sequence[Kind] = tuple(Kind), present: Sequence[str] = ()) -> EventLog:
    """Put cases into columns; `kinds` are those that the log's dictionary has."""
    persons, units, procedures = _Codes(), _Codes(), _Codes()
    rows = [(n, e) for n, d in enumerate(dossiers) for e in sorted(d.events, key=lambda e: e.at)]
    activity = np.array([list(kinds).index(e.kind) for _, e in rows], np.int32)
    sizes = [len(d.events) for d in dossiers]
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    traces, trace = distinct_traces(activity, offsets)
    events = Events(
        activity=activity,
        at=_moments([e.at for _, e in rows]),
        actor=np.array([persons(e.actor) for _, e in rows], np.int32),
        unit=np.array([units(e.unit) for _, e in rows], np.int32),
        role=np.full(len(rows), -1, np.int32),
        recorded_at=_moments([None] * len(rows)),
        due=_moments([e.due for _, e in rows]),
        flags=np.zeros(len(rows), np.uint8),
        row=np.arange(1, len(rows) + 1),
    )
    none = np.full(len(dossiers), -1, np.int32)
    cases = Cases(
        ids=[f"H{n}" for n in range(len(dossiers))],
        trace=trace,
        procedure=np.array([procedures(d.procedure) for d in dossiers], np.int32),
        unit=np.array([units(d.unit) for d in dossiers], np.int32),
        channel=none,
        applicant=np.zeros(len(dossiers), np.int64),
        limit_value=np.array([d.limit.value if d.limit else -1 for d in dossiers], np.int32),
        limit_unit=np.array([UNITS.index(d.limit.unit) if d.limit else -1 for d in dossiers], np.int8),
        recorded_received=_moments([d.recorded_received for d in dossiers]),
        recorded_due=_moments([d.recorded_due for d in dossiers]),
        recorded_ended=_moments([d.recorded_ended for d in dossiers]),
        code_prefix=none,
        code_day=none,
        code_sequence=none,
    )
    names = Names(
        activities=tuple(k.name for k in kinds),
        kinds=np.array(kinds, np.int8),
        persons=tuple(persons.names),
        units=tuple(units.names),
        procedures=tuple(procedures.names),
    )
    return EventLog(names, traces, cases, events, offsets, frozenset(present))


def _moments(values: Sequence[datetime | None]) -> np.ndarray:
    return np.array([milliseconds(v) for v in values], np.int64)
