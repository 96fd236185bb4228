"""Judge a whole log: lay the runs together, raise what only all cases together can show, and keep it for telling."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import numpy as np

from baro.desk.court import Court, convene, end_of_day
from baro.desk.findings import FindingColumns
from baro.desk.flow import THREADS, judge_runs
from baro.desk.gathering import Gathered
from baro.desk.log_source import LogSource, known_at
from baro.desk.prescription import Prescription, Scope
from baro.rules.counted.cases import CountedCases
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.tallies import add_follows
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.judged.signals.judge import raise_whole
from baro.rules.observed.log import NO_TIME, Codes, milliseconds, moment
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import local_time

_DAY_MINUTES = 1440
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class JudgedLog:
    """Everything known of a log after judging. `trace` per case; findings sorted by case, row and kind."""

    source: LogSource
    court: Court
    counted: Counted
    findings: FindingColumns
    trace: Codes
    period: tuple[date, date]
    ids: Sequence[str]
    asked: tuple[int, ...] = ()  # cases that somebody wants opened

    @property
    def as_of(self) -> int:
        """The moment looked from, ms since 1970."""
        return self.court.setting.as_of


def judge_log(
    source: LogSource, prescription: Prescription, scope: Scope = Scope(), progress: Progress | None = None
) -> JudgedLog:
    """Judge a log. Raises `Refused("log.no_events")`, or what the processes and the calendar refuse."""
    if source.span is None:
        raise Refused("log.no_events")
    as_of = _as_of(source.span[1], prescription.processing.zone, scope)
    known = known_at(source, as_of)
    if known.span is None:
        raise Refused("log.nothing_before_as_of")
    court = convene(known, prescription, as_of)
    gathered = Gathered(known.case_count)
    for run in judge_runs(known, court, progress):
        gathered.add(run)
    return _together(known, court, gathered, scope)


def _as_of(last: int, zone: str, scope: Scope) -> int:
    """The moment asked for, else the end of the day of the last event; never after the period, whose form tells what is
    still pending on its last day."""
    as_of = end_of_day(last, zone) if scope.as_of is None else scope.as_of
    if scope.period is None:
        return as_of
    noon = datetime.combine(scope.period[1], time(12), ZoneInfo(zone))
    return min(as_of, end_of_day(milliseconds(noon), zone))


def _together(source: LogSource, court: Court, gathered: Gathered, scope: Scope) -> JudgedLog:
    clock = gathered.clock
    period = scope.period or _whole_period(clock, court)
    cases = _counted_cases(gathered, clock, court, period)
    tallies = gathered.tallies
    assert tallies is not None  # a log with a span has at least one run
    trace: Codes = gathered.column("trace").astype(np.int32, copy=False)
    add_follows(tallies, source.traces, cases.process, trace)
    findings = _all_findings(gathered, cases, court)
    at = moment(court.setting.as_of)
    assert at is not None
    local = local_time(at, court.setting.processing.calendar.zone)
    counted = Counted(court.names, cases, tallies, court.processes, court.prescription.offices, local)
    return JudgedLog(source, court, counted, findings, trace, period, source.ids, _asked(source, scope))


def _counted_cases(gathered: Gathered, clock: ClockColumns, court: Court, period: tuple[date, date]) -> CountedCases:
    ended = court.setting.processing.local_minutes(np.maximum(clock.ended_at, 0)) // _DAY_MINUTES
    first, last = ((day - date(1970, 1, 1)).days for day in period)
    names = (
        "unit",
        "procedure",
        "process",
        "cost",
        "told_cost",
        "fitness",
        "recorded_due",
        "recorded_ended",
        "apologised",
    )
    columns = {name: gathered.column(name) for name in (*names, "result_digitised")}
    ended_day = np.where(clock.ended_at == NO_TIME, -1, ended).astype(np.int32)
    return CountedCases(**columns, clock=clock, ended_day=ended_day, first_day=first, last_day=last)


def _asked(source: LogSource, scope: Scope) -> tuple[int, ...]:
    found = []
    for code in scope.cases:
        try:
            found.append(source.ids.index(code))
        except ValueError:
            raise Refused("log.no_case", case=code) from None
    return tuple(found)


def _whole_period(clock: ClockColumns, court: Court) -> tuple[date, date]:
    """From the first receipt to the as-of day."""
    last = court.setting.as_of_minute // _DAY_MINUTES
    known = clock.key_day[clock.key_day >= 0]
    first = min(int(known.min()), last) if len(known) else last
    return _day(first), _day(last)


def _day(number: int) -> date:
    return date.fromordinal(date(1970, 1, 1).toordinal() + number)


def _all_findings(gathered: Gathered, cases: CountedCases, court: Court) -> FindingColumns:
    with ThreadPoolExecutor(THREADS) as pool:
        raised = raise_whole(gathered.table, foreseen=court.foreseen, each=pool.map)
    return gathered.findings(
        [FindingColumns.of_cases(code, found, cases.unit, cases.process) for code, found in raised.items()]
    )
