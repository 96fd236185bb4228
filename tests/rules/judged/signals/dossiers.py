"""Dossiers in a line or two: events as a clerk reads them (local time of Vietnam), put together into a judged log."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np

from baro.rules.judged.deadlines.clock_bulk import clock_columns
from baro.rules.judged.deadlines.receipts import receipts
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.judged.signals.fact_columns import FactColumns
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import (
    HAS_COMPONENT,
    HAS_DOCUMENT,
    HAS_FILE,
    HAS_REASON,
    IS_SIGNED,
    NO_TIME,
    Cases,
    Event,
    EventLog,
    Events,
    Names,
    ObservedCase,
    Traces,
    milliseconds,
)
from baro.rules.prescribed.durations import UNITS, Unit
from baro.rules.prescribed.law.vietnam_calendar import vietnam_rows
from baro.rules.prescribed.workdays import Calendar, CalendarTables

HANOI = timezone(timedelta(hours=7))
CALENDAR = Calendar("Việt Nam", vietnam_rows())
TABLES = CalendarTables(CALENDAR, date(2023, 1, 1), date(2025, 12, 31))
SIGNED_FILE = HAS_FILE | IS_SIGNED
WITH_SLIP = HAS_DOCUMENT | HAS_REASON
COLUMNS = frozenset(
    ("actor", "unit", "recorded_at", "due", "document", "reason", "file", "signed", "component", "applicant",
     "procedure", "recorded_due", "dossier_code")
)  # fmt: skip


def at(text: str) -> datetime:
    """Read "02/04 08:30" of 2024 (or with a year) as a moment."""
    day, _, time = text.partition(" ")
    return datetime.strptime(f"{day}/2024 {time or '09:00'}"[:16], "%d/%m/%Y %H:%M").replace(tzinfo=HANOI)


def happened(kind: Kind, moment: str | datetime, flags: int = 0, **more: object) -> Event:
    """One event; further fields as in `Event`, moments as "02/04 08:30"."""
    told = {k: at(v) if k in ("recorded_at", "due") and isinstance(v, str) else v for k, v in more.items()}
    when = at(moment) if isinstance(moment, str) else moment
    return Event(activity=kind.name, kind=kind, at=when, flags=flags, **told)


def received(moment: str = "02/04 09:00", **more: object) -> Event:
    return happened(Kind.RECEIVED, moment, **more)


def released(moment: str, flags: int = HAS_DOCUMENT | SIGNED_FILE, **more: object) -> Event:
    return happened(Kind.RELEASED, moment, flags, **more)


def dossier(*events: Event, days: int = 10, unit: Unit = Unit.WORKING_DAY, **more: object) -> ObservedCase:
    """A case with a limit; further fields as in `ObservedCase`."""
    told = {"code": "H26-240402-0001", "limit_value": days, "limit_unit": UNITS.index(unit)} | more
    return ObservedCase(events=tuple(sorted(events, key=lambda e: e.at)), **told)


@dataclass(frozen=True)
class Written:
    """What `judged` was told beside the cases."""

    as_of: datetime
    present: frozenset[str] = COLUMNS
    competent: tuple[bool, ...] | None = None
    leg_due_days: int = 5


def judged(*cases: ObservedCase, as_of: str | datetime = "28/06 17:00", **more: object) -> FactColumns:
    """The columns of some cases with their clock at a moment."""
    told = Written(at(as_of) if isinstance(as_of, str) else as_of, **more)
    log = replace(log_of(cases), present=told.present)
    setting = Setting(milliseconds(told.as_of.astimezone(UTC)), TABLES, TABLES)
    started, key_day = receipts(log, TABLES)
    clock = clock_columns(log, np.full(len(cases), -1, np.int32), (), setting, started, key_day)
    competent = None if told.competent is None else np.array(told.competent, np.bool_)
    return FactColumns(log, clock, TABLES, setting.as_of, competent, told.leg_due_days)


def log_of(cases: tuple[ObservedCase, ...]) -> EventLog:
    """The columns of a log; the dictionary of activities knows every kind."""
    events = [e for c in cases for e in c.events]
    persons, units = (tuple(sorted({getattr(e, f) for e in events} - {""})) for f in ("actor", "unit"))
    procedures, prefixes = (tuple(sorted({getattr(c, f) for c in cases} - {""})) for f in ("procedure", "code_prefix"))
    names = Names(
        tuple(k.name for k in Kind), np.array(list(Kind), np.int8), persons, units, (), procedures, (), prefixes
    )
    return EventLog(
        names=names,
        traces=Traces(np.zeros(1, np.int64), np.empty(0, np.int32)),
        cases=_cases(cases, procedures, prefixes),
        events=_events(events, persons, units),
        offsets=np.cumsum([0, *(len(c.events) for c in cases)], dtype=np.int64),
        present=COLUMNS,
    )


def _cases(cases, procedures, prefixes) -> Cases:
    none = np.full(len(cases), -1, np.int32)
    return Cases(
        ids=[c.code for c in cases],
        trace=none,
        procedure=_codes([c.procedure for c in cases], procedures),
        unit=none,
        channel=none,
        applicant=_numbers([c.applicant for c in cases]),
        limit_value=_numbers([c.limit_value for c in cases]).astype(np.int32),
        limit_unit=_numbers([c.limit_unit for c in cases]).astype(np.int8),
        recorded_received=_moments([c.recorded_received for c in cases]),
        recorded_due=_moments([c.recorded_due for c in cases]),
        recorded_ended=_moments([c.recorded_ended for c in cases]),
        code_prefix=_codes([c.code_prefix for c in cases], prefixes),
        code_day=_numbers([c.code_day for c in cases]).astype(np.int32),
        code_sequence=_numbers([c.code_sequence for c in cases]).astype(np.int32),
    )


def _events(events, persons, units) -> Events:
    return Events(
        activity=_numbers([e.kind for e in events]).astype(np.int32),
        at=_moments([e.at for e in events]),
        actor=_codes([e.actor for e in events], persons),
        unit=_codes([e.unit for e in events], units),
        role=np.full(len(events), -1, np.int32),
        recorded_at=_moments([e.recorded_at for e in events]),
        due=_moments([e.due for e in events]),
        flags=_numbers([e.flags for e in events]).astype(np.uint8),
        row=np.arange(1, len(events) + 1),
    )


def _codes(values, names):
    return np.array([names.index(v) if v else -1 for v in values], np.int32)


def _numbers(values):
    return np.array(values, np.int64)


def _moments(values):
    return np.array([NO_TIME if v is None else milliseconds(v) for v in values], np.int64)


__all__ = [
    "COLUMNS",
    "HANOI",
    "HAS_COMPONENT",
    "SIGNED_FILE",
    "TABLES",
    "WITH_SLIP",
    "at",
    "dossier",
    "happened",
    "judged",
]
