"""Sums over segments: exact, the same whatever the runs, and the late parts sum to the late time of the dossiers."""

from collections import Counter
from dataclasses import fields

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.desk.log_source import LogInMemory
from baro.rules.counted.tallies import LateGround, Tallies, add_follows, add_segments, add_tallies, no_tallies
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.judged.deadlines.columns import ClockColumns, SplitColumns
from baro.rules.judged.deadlines.step_limits import step_places
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Codes
from rules.counted.plain_sums import plain_tallies
from rules.judged.deadlines.drawn import judged_logs
from rules.judged.deadlines.logs import Dossier, Happened, log_of, vn
from rules.judged.deadlines.twins import Judged

quick = settings(max_examples=40, deadline=None)
KINDS = st.sampled_from([-1, -1, *map(int, DeviationKind)])


@st.composite
def judged_with_deviations(draw: st.DrawFn) -> tuple[Judged, Codes]:
    """A small log, and per event the kind of deviation it shows (-1: none)."""
    judged = draw(judged_logs())
    n = judged.log.event_count
    return judged, np.array(draw(st.lists(KINDS, min_size=n, max_size=n)), np.int32)


def tallied(judged: Judged, kinds: Codes, runs: int) -> tuple[Tallies, ClockColumns, SplitColumns]:
    """The sums over a log cut into runs of about `runs` events."""
    clock = judged.columns()
    split = judged.split_columns(clock)
    sums, case, event = no_tallies(judged.log, len(judged.processes)), 0, 0
    for run in LogInMemory(judged.log).chunks(runs):
        cases, events = slice(case, case + run.case_count), slice(event, event + run.event_count)
        more = no_tallies(run, len(judged.processes))
        step = step_places(run, np.array(judged.chosen, np.int32)[cases], len(judged.processes))
        add_segments(more, run, step, cut(split, cases, events), kinds[events])
        add_tallies(sums, more)
        case, event = cases.stop, events.stop
    add_follows(sums, judged.log.traces, np.array(judged.chosen, np.int32), judged.log.cases.trace)
    return sums, clock, split


def cut(split: SplitColumns, cases: slice, events: slice) -> SplitColumns:
    """The segments of a run."""
    names = [f.name for f in fields(SplitColumns)]
    per_case = {name for name in names if name.startswith("tail_")} | {"total"}
    return SplitColumns(**{name: getattr(split, name)[cases if name in per_case else events] for name in names})


def told(tallies: Tallies) -> dict[str, object]:
    """Tallies as plain values, without the zeros of `late`."""
    plain = {f.name: getattr(tallies, f.name).tolist() for f in fields(Tallies) if f.name != "late"}
    return plain | {"late": {k: v for k, v in tallies.late.items() if v}}


@quick
@given(judged_with_deviations())
def test_the_sums_are_those_of_adding_up_by_hand(drawn):
    judged, kinds = drawn
    sums, _, split = tallied(judged, kinds, 1_000)
    assert told(sums) == plain_tallies(judged, split, kinds)


@quick
@given(judged_with_deviations(), st.integers(1, 12))
def test_the_sums_do_not_depend_on_the_runs(drawn, runs):
    assert told(tallied(*drawn, runs)[0]) == told(tallied(*drawn, 1_000)[0])


@quick
@given(judged_with_deviations())
def test_the_late_parts_sum_to_the_late_minutes_of_the_dossiers(drawn):
    sums, clock, _ = tallied(*drawn, 1_000)
    whole = int(clock.late_minutes.sum())
    assert sum(sums.late.values()) == whole
    assert sums.unit_late.sum() == sums.person_late.sum() == whole
    assert sums.unit_late[:, HolderKind.APPLICANT].sum() == 0


@quick
@given(judged_with_deviations())
def test_all_time_held_is_somebodys(drawn):
    sums, _, split = tallied(*drawn, 1_000)
    assert sums.unit_held.sum() == sums.person_held.sum() == split.total.sum()


def test_the_kinds_of_ground_are_tried_in_their_order():
    """Over its limit, then another agency, then an extra step, then after the due date (docs/rules/late-charge.md)."""
    events = {
        LateGround.OVER_STEP_LIMIT: (1, HolderKind.OTHER_AGENCY, DeviationKind.REPEATED),
        LateGround.OTHER_AGENCY: (0, HolderKind.OTHER_AGENCY, DeviationKind.REPEATED),
        LateGround.EXTRA_STEP: (0, HolderKind.OFFICE, DeviationKind.INSERTED),
        LateGround.AFTER_DUE: (0, HolderKind.OFFICE, DeviationKind.WRONG_ROLE),
    }
    sums = grounds(list(events.values()), tail=(HolderKind.OFFICE, 7))
    assert sums == Counter(dict.fromkeys(events, 5)) + Counter({LateGround.STILL_HELD: 7})
    assert grounds([], tail=(HolderKind.OTHER_AGENCY, 7)) == {LateGround.OTHER_AGENCY: 7}


@quick
@given(judged_logs())
def test_each_dossier_goes_from_start_to_end_once(judged):
    sums, _, _ = tallied(judged, np.full(judged.log.event_count, -1, np.int32), 1_000)
    assert sums.follows[:, -1, :].sum() == sums.follows[:, :, -1].sum() == judged.log.case_count
    assert sums.follows.sum() == judged.log.event_count + judged.log.case_count


def grounds(events: list[tuple[int, HolderKind, DeviationKind]], tail: tuple[HolderKind, int]) -> Counter[LateGround]:
    """The late minutes by ground of one dossier whose every stretch carries 5 late minutes."""
    n = max(len(events), 1)
    rows = [*events, (0, HolderKind.OFFICE, DeviationKind.SKIPPED)][:n]
    late = np.full(n, 5 if events else 0)
    ones, none = np.ones(1, np.int64), np.full(1, -1, np.int32)
    split = SplitColumns(
        late, np.array([h for _, h, _ in rows], np.int8), np.full(n, -1, np.int32), np.full(n, -1, np.int32), late,
        np.array([o for o, _, _ in rows]), ones * tail[1], np.full(1, tail[0], np.int8), none, none, ones * tail[1],
        ones,
    )  # fmt: skip
    log = log_of([Dossier(tuple(Happened(Kind.WORKED, vn(1, f"{9 + k:02}:00")) for k in range(n)))])
    sums = no_tallies(log, 0)
    add_segments(sums, log, step_places(log, none, 0), split, np.array([k for _, _, k in rows], np.int32))
    found: Counter[LateGround] = Counter()
    for (_, _, ground), minutes in sums.late.items():
        found[LateGround(ground)] += minutes
    return found
