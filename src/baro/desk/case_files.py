"""The files of the cases that the report opens up: each judged again, alone, by the readable rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from baro.desk.chosen_cases import chosen_cases
from baro.desk.findings import FIRST_SIGNAL, FindingColumns
from baro.desk.judged import JudgedLog
from baro.rules.counted.reports.case_told import CaseFile
from baro.rules.counted.reports.tables import DEVIATION_WORDS
from baro.rules.judged.conformance.deviations import DeviationKind, TraceDeviation
from baro.rules.judged.conformance.typed import typed
from baro.rules.judged.deadlines.clock import clock_of
from baro.rules.judged.deadlines.split import split_of
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.observed.log import NO_TIME, ObservedCase

_FROM_TRACE = (
    DeviationKind.SKIPPED, DeviationKind.INSERTED, DeviationKind.REPEATED, DeviationKind.OUT_OF_ORDER,
)  # fmt: skip


def case_files(judged: JudgedLog) -> list[CaseFile]:
    """Give the files of the chosen cases, in the order of the choice."""
    chosen = chosen_cases(judged)
    found = dict(_observed(judged, [c.case for c in chosen]))
    rows = _rows_of(judged.findings, list(found))
    return [_file(judged, c.case, found[c.case], rows.get(c.case, []), c.reason) for c in chosen]


def _observed(judged: JudgedLog, cases: Sequence[int]) -> Iterator[tuple[int, ObservedCase]]:
    for log, places in judged.source.runs_of(cases):
        told = replace(log, names=judged.counted.names)
        for own, whole in places:
            yield whole, told.case(own)


def _rows_of(findings: FindingColumns, cases: Sequence[int]) -> dict[int, list[int]]:
    wanted = np.flatnonzero(np.isin(findings.case, cases))
    rows: dict[int, list[int]] = {}
    for row in wanted.tolist():
        rows.setdefault(int(findings.case[row]), []).append(row)
    return rows


def _file(judged: JudgedLog, index: int, case: ObservedCase, rows: Sequence[int], reason: str) -> CaseFile:
    court, cases = judged.court, judged.counted.cases
    kinds = set(judged.counted.names.kinds.tolist())
    p = int(cases.process[index])
    process = court.processes[p] if p >= 0 else None
    clock = clock_of(
        case, process, court.setting, Kind.RECEIVED in kinds, bool(kinds & CLOSING),
        "recorded_ended" in judged.source.present,
    )  # fmt: skip
    external = {u for u, outside in zip(judged.counted.names.units, court.is_external, strict=True) if outside}
    return CaseFile(
        case=case,
        process=process,
        clock=clock,
        split=split_of(case, clock, process, court.setting, external),
        deviations=_deviations(judged, index, clock.ended_at),
        marks=_marks(judged.findings, case, rows),
        questions=_questions(judged.findings, case, rows),
        unit=judged.counted.unit(int(cases.unit[index])),
        reason=reason,
        zone=court.setting.processing.calendar.zone,
    )


def _deviations(judged: JudgedLog, index: int, ended_at: int) -> tuple[TraceDeviation, ...]:
    """The deviations of its trace; one still under way is judged by what it has done so far."""
    p, trace = int(judged.counted.cases.process[index]), int(judged.trace[index])
    judge = judged.court.so_far if ended_at == NO_TIME else judged.court.conformance
    return typed(judge.alignment(p, trace)) if p >= 0 else ()


def _marks(findings: FindingColumns, case: ObservedCase, rows: Sequence[int]) -> dict[int, list[str]]:
    """Words at events: who and when; signals by their code."""
    place = {e.row: k for k, e in enumerate(case.events)}
    marks: dict[int, list[str]] = {}
    for row in rows:
        kind, at = int(findings.kind[row]), place.get(int(findings.row[row]))
        if at is None or kind in _FROM_TRACE:
            continue
        word = (
            SIGNALS[kind - FIRST_SIGNAL].code if kind >= FIRST_SIGNAL else DEVIATION_WORDS[DeviationKind(kind)].lower()
        )
        marks.setdefault(at, []).append(word)
    return marks


def _questions(findings: FindingColumns, case: ObservedCase, rows: Sequence[int]) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []
    for row in rows:
        kind = int(findings.kind[row])
        if kind >= FIRST_SIGNAL:
            signal = SIGNALS[kind - FIRST_SIGNAL]
            words = signal.question.format(case=case.code, amount=int(findings.amount[row]), **signal.parameters)
            asked.append((signal.code, words))
    return asked
