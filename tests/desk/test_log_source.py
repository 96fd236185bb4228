"""A log as it stood at a moment, and its runs."""

from dataclasses import fields, replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.desk.log_source import LogInMemory, LogSource, known_at
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Cases, EventLog, Events, ObservedCase, milliseconds
from rules.judged.deadlines.drawn import dossiers, moments
from rules.judged.deadlines.logs import Dossier, Happened, log_of, vn

LOGS = st.lists(dossiers(tuple(Kind)), min_size=1, max_size=5)
A_FEW = [Happened(kind, vn(day)) for day, kind in enumerate((Kind.RECEIVED, Kind.WORKED, Kind.RELEASED), start=1)]
quick = settings(max_examples=60, deadline=None)


def whole(source: LogSource, size: int = 500_000) -> list[ObservedCase]:
    """Every case for reading, without the rows of its events and its code in a log made elsewhere."""
    cases = [run.case(i) for run in source.chunks(size) for i in range(run.case_count)]
    return [replace(c, code="", events=tuple(replace(e, row=0) for e in c.events)) for c in cases]


def traces_of(source: LogSource) -> list[tuple[int, ...]]:
    """The trace of every case, by way of the dictionary."""
    return [source.traces.trace(t) for run in source.chunks() for t in run.cases.trace.tolist()]


def until(drawn: list[Dossier], at: datetime) -> list[Dossier]:
    """The dossiers as they were when nothing later had happened."""
    kept = [replace(d, events=tuple(e for e in d.events if e.at <= at)) for d in drawn]
    return [d for d in kept if d.events]


@quick
@given(LOGS, moments())
def test_a_log_cut_at_a_moment_is_the_log_that_never_had_later_events(drawn, at):
    known, never = known_at(LogInMemory(log_of(drawn)), milliseconds(at)), LogInMemory(log_of(until(drawn, at)))
    assert whole(known) == whole(never)
    assert traces_of(known) == traces_of(never)
    assert len(known.traces) == len(never.traces)
    assert (known.case_count, known.event_count, known.span) == (never.case_count, never.event_count, never.span)


@quick
@given(LOGS, moments())
def test_what_is_known_keeps_its_codes_and_its_rows_of_the_source(drawn, at):
    log = log_of(drawn)
    known = known_at(LogInMemory(log), milliseconds(at))
    rows = [r for run in known.chunks() for r in run.events.row.tolist()]
    assert rows == log.events.row[log.events.at <= milliseconds(at)].tolist()
    assert set(known.ids) == {log.cases.ids[n] for n, d in enumerate(drawn) if any(e.at <= at for e in d.events)}
    assert (known.names, known.present) == (log.names, log.present)


@pytest.mark.parametrize("drawn", [[], [Dossier(tuple(A_FEW))]], ids=["empty", "three events"])
def test_looked_at_from_its_last_event_or_later_a_log_is_itself(drawn):
    source = LogInMemory(log_of(drawn))
    assert known_at(source, milliseconds(A_FEW[-1].at)) is source
    assert (source.span is None) is (not drawn)


def test_before_its_first_event_a_log_is_empty():
    known = known_at(LogInMemory(log_of([Dossier(tuple(A_FEW))])), milliseconds(A_FEW[0].at) - 1)
    assert (known.case_count, known.event_count, known.span, list(known.ids)) == (0, 0, None, [])


@quick
@given(LOGS, st.integers(1, 30))
def test_the_runs_hold_every_case_once_and_whole(drawn, size):
    source = LogInMemory(log_of(drawn))
    runs = list(source.chunks(size))
    assert [code for run in runs for code in run.cases.ids] == list(source.ids)
    assert whole(source, size) == whole(source)
    assert all(run.event_count <= size or run.case_count == 1 for run in runs)
    assert all(run.offsets[0] == 0 and run.offsets[-1] == run.event_count for run in runs)


@pytest.mark.parametrize("kind", [Cases, Events], ids=lambda kind: kind.__name__)
def test_the_runs_laid_end_to_end_are_the_columns_of_the_log(kind):
    log: EventLog = log_of([Dossier((e,) * n) for n, e in enumerate(A_FEW, start=1)])
    part = {Cases: "cases", Events: "events"}[kind]
    for name in [f.name for f in fields(kind) if f.name != "ids"]:
        laid = np.concatenate([getattr(getattr(run, part), name) for run in LogInMemory(log).chunks(3)])
        assert laid.tolist() == getattr(getattr(log, part), name).tolist(), name


def test_the_cases_asked_for_are_given_once_in_order():
    log = log_of([Dossier((e,)) for e in A_FEW])
    ((run, places),) = LogInMemory(log).runs_of([2, 0, 2])
    assert places == [(0, 0), (2, 2)]
    assert run.case(2) == log.case(2)
