"""The flow: how a run of cases is judged, as one ordered tuple of steps, and how the runs become one judged log.

receipts -> the process in force -> clock -> conformance -> holder split -> competence -> red flags -> findings -> sums
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from baro.desk.court import Court
from baro.desk.findings import FindingColumns, findings_at, over_limits, raised_findings
from baro.desk.log_source import LogSource
from baro.rules.counted.tallies import Tallies, add_segments, no_tallies
from baro.rules.judged.conformance.columns import ConformanceColumns, DeviationColumns
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.conformance.spread import deviations_of_cases, joined
from baro.rules.judged.deadlines.clock_bulk import clock_columns
from baro.rules.judged.deadlines.columns import ClockColumns, SplitColumns
from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.judged.deadlines.receipts import receipts
from baro.rules.judged.deadlines.split_bulk import split_columns
from baro.rules.judged.deadlines.step_limits import step_places
from baro.rules.judged.signals.case_table import CaseTable
from baro.rules.judged.signals.fact_columns import FactColumns
from baro.rules.judged.signals.judge import raise_all
from baro.rules.judged.signals.raised import Raised
from baro.rules.judged.signals.tabled import case_table
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, NONE, Codes, EventLog, Ints
from baro.rules.prescribed.competence_columns import Competence
from baro.rules.prescribed.in_force import processes_in_force

Progress = Callable[[int, int], None]
RUN_EVENTS = 500_000
THREADS = 2
_WRONG = {Competence.WRONG_ROLE: DeviationKind.WRONG_ROLE, Competence.NO_POST: DeviationKind.NO_COMPETENCE}


@dataclass(slots=True)
class Run:
    """A run of consecutive cases on its way through the flow; each step fills in its own answer."""

    log: EventLog
    first_case: int
    received_at: Ints = field(init=False)
    key_day: Codes = field(init=False)
    process: Codes = field(init=False)
    conformance: ConformanceColumns = field(init=False)
    deviations: DeviationColumns = field(init=False)
    clock: ClockColumns = field(init=False)
    told_cost: Codes = field(init=False)
    split: SplitColumns = field(init=False)
    competence: npt.NDArray[np.int8] | None = None
    raised: dict[str, Raised] = field(init=False)
    table: CaseTable = field(init=False)
    findings: FindingColumns = field(init=False)
    tallies: Tallies = field(init=False)
    kinds: KindIndex = field(init=False)
    case: Codes = field(init=False)
    step: Codes = field(init=False)  # places of the events' steps, see `step_places`
    unit: Codes = field(init=False)
    apologised: npt.NDArray[np.bool_] = field(init=False)
    digitised: npt.NDArray[np.bool_] = field(init=False)


def receive(run: Run, court: Court) -> None:
    """Find where each case's clock starts."""
    run.received_at, run.key_day = receipts(run.log, court.setting.receiving, run.kinds)


def choose_process(run: Run, court: Court) -> None:
    """Choose the version in force on the key date, for the procedure; find its steps."""
    run.process = processes_in_force(court.processes, run.log.names.procedures, run.log.cases.procedure, run.key_day)
    run.step = step_places(run.log, run.process, len(court.processes))


def clock(run: Run, court: Court) -> None:
    """Say when each case was due and how it stands."""
    run.clock = clock_columns(
        run.log, run.process, court.processes, court.setting, run.received_at, run.key_day, run.kinds
    )


def conform(run: Run, court: Court) -> None:
    """Compare the steps done with the process; one still under way is not blamed for what has not come to it yet."""
    run.conformance = court.conformance.judge(run.process, run.log.cases.trace)
    ended = run.clock.ended_at != NO_TIME
    done = deviations_of_cases(run.log, court.conformance, run.conformance, ended)
    so_far = court.so_far.judge(np.where(ended, NONE, run.process), run.log.cases.trace)
    run.told_cost = np.where(ended, run.conformance.cost, so_far.cost)
    run.deviations = joined([done, deviations_of_cases(run.log, court.so_far, so_far, ~ended)])


def hold(run: Run, court: Court) -> None:
    """Say who held each case how long, and who carries the late time."""
    run.split = split_columns(
        run.log, run.clock, run.process, court.processes, court.setting, court.is_external,
        run.kinds, court.step_limits, run.step,
    )  # fmt: skip


def check_competence(run: Run, court: Court) -> None:
    """Say of each event whether its performer held that day what the step asks for."""
    if court.competence is None or "actor" not in run.log.present:
        return
    e = run.log.events
    role = court.role_of.reshape(-1)[run.step]
    unit = e.unit
    if (unit == NONE).any():
        unit = np.where(unit == NONE, run.unit[run.case], unit)

    def days_of(events: Ints) -> Codes:
        return (court.setting.processing.local_minutes(e.at[events]) // 1440).astype(np.int32)

    found = court.competence.of_events(e.actor, unit, role, days_of)
    found[role == NONE] = Competence.NOT_CHECKED
    run.competence = found


def flag(run: Run, court: Court) -> None:
    """Raise the red flags that one case at a time can show; keep what those across cases will need."""
    competent = None if run.competence is None else ~np.isin(run.competence, list(map(int, _WRONG)))
    setting = court.setting
    facts = FactColumns(run.log, run.clock, setting.processing, setting.as_of, competent, index=run.kinds)
    run.raised = raise_all(facts, foreseen=court.foreseen)
    run.table = case_table(facts)


def find(run: Run, court: Court) -> None:
    """Write all findings of the run as rows."""
    log, d = run.log, run.deviations
    parts = [
        findings_at(log, run.process, run.first_case, d.kind, d.case, d.event, 0, d.activity, d.cost),
        over_limits(log, run.process, run.first_case, run.split, run.case),
    ]
    for code, kind in _WRONG.items() if run.competence is not None else ():
        event = np.flatnonzero(run.competence == code)
        case = run.case[event].astype(np.int64)
        parts.append(findings_at(log, run.process, run.first_case, int(kind), case, event))
    parts += [raised_findings(log, run.process, run.first_case, c, r) for c, r in run.raised.items()]
    found = FindingColumns.together(parts)
    run.findings = found.take(np.lexsort((found.kind, found.row, found.case)))


def tally(run: Run, court: Court) -> None:
    """Sum up segments, persons, units and deviations."""
    run.tallies = no_tallies(run.log, len(court.processes))
    kind_of_event = np.full(run.log.event_count, NONE, np.int32)
    shown = run.deviations.event >= 0
    kind_of_event[run.deviations.event[shown]] = run.deviations.kind[shown]
    add_segments(run.tallies, run.log, run.step, run.split, kind_of_event)
    f = run.findings
    told = f.kind < len(DeviationKind)
    np.add.at(run.tallies.step_deviations, (f.process[told], f.activity[told], f.kind[told]), 1)


def look(run: Run, court: Court) -> None:
    """Note what later steps share: each event's case, each case's unit, what was apologised for or digitised."""
    log, kinds = run.log, KindIndex(run.log)
    run.kinds, run.case = kinds, kinds.case
    first = log.events.unit[log.offsets[:-1]] if log.case_count else log.cases.unit
    run.unit = np.where(log.cases.unit == NONE, first, log.cases.unit).astype(np.int32)
    run.apologised = kinds.count(kinds.of(Kind.APOLOGISED, Kind.EXTENDED)) > 0
    run.digitised = kinds.count(kinds.of(Kind.DIGITISED)) > 0


FLOW: tuple[Callable[[Run, Court], None], ...] = (
    look, receive, choose_process, clock, conform, hold, check_competence, flag, find, tally,
)  # fmt: skip


def judge_runs(
    source: LogSource, court: Court, progress: Progress | None = None, threads: int = THREADS
) -> Iterator[Run]:
    """Judge a log run by run, two at a time, and give the runs in order. `progress` hears of events done."""
    done = 0
    with ThreadPoolExecutor(threads) as pool:
        waiting: list[Future[Run]] = []
        first_case = 0
        for log in source.chunks(RUN_EVENTS):
            waiting.append(pool.submit(_judge_run, log, first_case, court))
            first_case += log.case_count
            if len(waiting) > threads:
                run = waiting.pop(0).result()
                done += _report(run, progress, done, source.event_count)
                yield run
        for future in waiting:
            run = future.result()
            done += _report(run, progress, done, source.event_count)
            yield run


def _judge_run(log: EventLog, first_case: int, court: Court) -> Run:
    run = Run(_with_names(log, court), first_case)
    for step in FLOW:
        step(run, court)
    return run


def _with_names(log: EventLog, court: Court) -> EventLog:
    return EventLog(court.names, log.traces, log.cases, log.events, log.offsets, log.present)


def _report(run: Run, progress: Progress | None, done: int, total: int) -> int:
    if progress is not None:
        progress(done + run.log.event_count, total)
    return run.log.event_count
