"""Small logs for the desk: dossiers of three steps, their process, and how they are judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from baro.desk.judged import JudgedLog, judge_log
from baro.desk.log_source import LogInMemory
from baro.desk.prescription import Prescription, Scope
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import EventLog
from baro.rules.prescribed.durations import Duration, Unit
from rules.judged.conformance.nets import build
from rules.judged.deadlines.logs import VN, Dossier, Happened, log_of, process, vn

COURSE = (Kind.RECEIVED, Kind.ASSIGNED, Kind.WORKED, Kind.RELEASED)
THREE_DAYS = Duration(3, Unit.WORKING_DAY)
NET = build(("seq", *(("loop", k.name) if k is Kind.WORKED else k.name for k in COURSE)))
PROCESS = replace(process(THREE_DAYS, {Kind.WORKED: Duration(1, Unit.WORKING_DAY)}), net=NET)
PRESCRIPTION = Prescription((PROCESS,), VN, VN)


@dataclass(frozen=True)
class InRuns(LogInMemory):
    """A log that comes in runs of at most `size` events, however many are asked for."""

    size: int = 500_000

    def chunks(self, max_events: int = 500_000) -> Iterator[EventLog]:
        return super().chunks(self.size)


def dossier(*kinds: Kind, first: datetime = vn(1, "08:00"), unit: str = "Một cửa") -> Dossier:
    """A dossier that does one thing each working morning from Monday, 1 July 2024."""
    days = (0, 1, 2, 3, 4, 7, 8, 9, 10)
    return Dossier(tuple(Happened(k, first.replace(day=1 + d)) for k, d in zip(kinds, days, strict=False)), unit)


def judged(dossiers: Sequence[Dossier], scope: Scope = Scope(), size: int = 500_000, **more: object) -> JudgedLog:
    """Judge dossiers as a log."""
    return judge_log(InRuns(log_of(dossiers), size), replace(PRESCRIPTION, **more), scope)
