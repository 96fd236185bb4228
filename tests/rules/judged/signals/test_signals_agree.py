"""Each red flag rises on columns exactly where its plain rule says, whatever the log."""

from dataclasses import fields, replace
from datetime import timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.rules.judged.signals.case_table import CaseRow, CaseTable
from baro.rules.judged.signals.fact_columns import FactColumns
from baro.rules.judged.signals.judge import raise_all, raise_whole
from baro.rules.judged.signals.one_case import case_facts
from baro.rules.judged.signals.registry import SIGNALS, missing
from baro.rules.judged.signals.tabled import case_table
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.observed.log import NO_TIME, Event, milliseconds
from baro.rules.prescribed.durations import Unit
from rules.judged.signals.dossiers import COLUMNS, at, dossier, judged

CASE_LEVEL = [s for s in SIGNALS if not s.whole_log]
ACROSS = [s for s in SIGNALS if s.whole_log]
OFTEN = (Kind.RECEIVED, Kind.TRANSFERRED, Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED, Kind.RELEASED)
NOW_AND_THEN = (Kind.EXTENDED, Kind.RETURNED, Kind.PAUSED, Kind.RESUMED, Kind.CONSULTED, Kind.ANSWERED)
# Before work, at work, around noon, 15:00 and the end of work, and midnight sharp, in the days around 30/4/2024.
MINUTES = (0, 470, 480, 600, 719, 720, 721, 899, 900, 1049, 1050, 1439)
# Set so that what is rare among random events happens often.
SETTINGS = {
    "R06": {"last_days": 4, "last_percent": 40, "min_limit_days": 2},
    "R07": {"max_percent_of_limit": 30},
    "R14": {"min_closings": 3},
    "R27": {"min_cases": 2},
}
START = at("22/04 00:00")

moments = st.builds(
    lambda day, minute, ms: START + timedelta(days=day, minutes=minute, milliseconds=ms),
    st.integers(0, 24),
    st.sampled_from(MINUTES),
    st.sampled_from((0, 0, 300, 30_000)),
)
days_later = st.integers(0, 5).map(lambda n: timedelta(days=n))


@st.composite
def events(draw) -> Event:
    kind = draw(st.sampled_from(OFTEN) | st.sampled_from(NOW_AND_THEN) | st.sampled_from(Kind))
    moment = draw(moments)
    return Event(
        activity=kind.name,
        kind=kind,
        at=moment,
        actor=draw(st.sampled_from(("", "A", "B"))),
        recorded_at=draw(st.none() | days_later.map(lambda d: moment + d)),
        due=draw(st.sampled_from((None, at("06/05 00:00"), at("06/05 17:00"), at("08/05 00:00")))),
        flags=draw(st.integers(0, 31)),
    )


@st.composite
def cases(draw):
    listed = draw(st.lists(events(), min_size=1, max_size=9))
    if draw(st.booleans()):
        listed = [replace(listed[0], kind=Kind.RECEIVED, activity="RECEIVED", at=START + timedelta(hours=9)), *listed]
    if draw(st.integers(0, 9)) == 0:
        listed = [replace(e, at=listed[0].at) for e in listed]
    return dossier(
        *listed,
        days=draw(st.sampled_from((-1, 0, 1, 3, 5, 10))),
        unit=draw(st.sampled_from((Unit.WORKING_DAY, Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.WORKING_HOUR))),
        recorded_due=draw(st.none() | st.integers(0, 30).map(lambda n: START + timedelta(days=n, hours=10))),
        applicant=draw(st.integers(0, 2)),
        procedure=draw(st.sampled_from(("", "1.01", "1.02"))),
        code_prefix=draw(st.sampled_from(("", "H26"))),
        code_day=draw(st.sampled_from((-1, 19_835, 19_836))),
        code_sequence=draw(st.integers(-1, 5)),
    )


@st.composite
def logs(draw) -> FactColumns:
    listed = draw(st.lists(cases(), min_size=1, max_size=4))
    count = sum(len(c.events) for c in listed)
    competence = st.lists(st.booleans(), min_size=count, max_size=count).map(tuple)
    return judged(
        *listed,
        as_of=draw(st.sampled_from((at("10/05 12:00"), at("15/05 17:00"), at("31/05 23:59")))),
        present=COLUMNS - draw(st.sets(st.sampled_from(("document", "reason", "file", "signed", "dossier_code")))),
        competent=draw(st.none() | competence),
        leg_due_days=draw(st.sampled_from((1, 5))),
    )


def parameters_of(signal):
    return {**signal.parameters, **SETTINGS.get(signal.code, {})}


def told(found):
    return list(zip(found.case.tolist(), found.event.tolist(), found.amount.tolist(), strict=True))


@settings(max_examples=300, deadline=None)
@given(logs())
def test_columns_and_the_plain_rule_of_each_case_agree(facts):
    answers = raise_all(facts, SETTINGS)
    shown = facts.log.present | ({"competence"} if facts.competent is not None else set())
    checked = [s for s in CASE_LEVEL if not missing(s, shown, list(Kind))]
    assert list(answers) == [s.code for s in checked]
    known = [case_facts(facts, i) for i in range(facts.log.case_count)]
    for signal in checked:
        plain = [
            (i, -1 if k < 0 else int(facts.log.offsets[i]) + k, amount)
            for i, case in enumerate(known)
            for k, amount in signal.readable(case, parameters_of(signal))
        ]
        assert told(answers[signal.code]) == plain, signal.code


@settings(max_examples=100, deadline=None)
@given(logs())
def test_a_run_of_cases_judged_apart_gives_the_same(facts):
    whole, start = {}, 0
    for i in range(facts.log.case_count):
        for code, found in raise_all(one_of(facts, i)).items():
            whole.setdefault(code, []).extend((c + i, e + start * (e >= 0), n) for c, e, n in told(found))
        start = int(facts.log.offsets[i + 1])
    assert {code: told(found) for code, found in raise_all(facts).items()} == whole


def one_of(facts: FactColumns, i: int) -> FactColumns:
    """Case i of a log as a log of its own."""
    span = slice(int(facts.log.offsets[i]), int(facts.log.offsets[i + 1]))
    log = replace(
        facts.log,
        cases=sliced(facts.log.cases, slice(i, i + 1)),
        events=sliced(facts.log.events, span),
        offsets=facts.log.offsets[i : i + 2] - facts.log.offsets[i],
    )
    competent = None if facts.competent is None else facts.competent[span]
    return replace(facts, log=log, clock=sliced(facts.clock, slice(i, i + 1)), competent=competent)


def sliced(columns, span):
    return replace(columns, **{f.name: getattr(columns, f.name)[span] for f in fields(columns)})


@given(logs())
@settings(max_examples=150, deadline=None)
def test_the_table_tells_who_closed_each_case_and_when(facts):
    for i, row in enumerate(case_table(facts).rows()):
        case, clock = facts.log.case(i), case_facts(facts, i)
        closings = [e for e in case.events if e.kind in CLOSING and e.at == clock.ended_at]
        closing = closings[-1] if closings else None
        persons = facts.log.names.persons
        assert row.ended_at == milliseconds(clock.ended_at)
        assert row.ended_kind == clock.ended_kind
        assert row.ended_actor == (persons.index(closing.actor) if closing and closing.actor else -1)
        assert row.ended_flags == (closing.flags if closing else 0)
        if clock.ended_at is None:
            assert (row.ended_day, row.ended_timed) == (-1, False)
        else:
            day = clock.day(clock.ended_at)
            assert row.ended_day == (day - at("01/01 00:00").date()).days + 19_723
            assert row.ended_timed == (clock.ended_at.astimezone(START.tzinfo).time() != START.time())


def table(rows) -> CaseTable:
    columns = list(zip(*rows, strict=True))
    kinds = (np.int64, np.int32, np.int32, np.int32, np.int32, np.int64, np.int32, np.int64, np.int32, np.int8)
    made = [np.array(c, t) for c, t in zip(columns, (*kinds, np.int32, np.uint8, np.bool_), strict=True)]
    return CaseTable(*made, present=COLUMNS, kinds=frozenset(Kind))


@st.composite
def rows(draw):
    days = st.integers(0, 40).map(lambda n: n * 86_400_000)
    near = st.integers(0, 12).map(lambda n: n * 60_000)
    closed = draw(st.sampled_from((0, Kind.REFUSED, Kind.WITHDRAWN, Kind.WITHDRAWN, Kind.RELEASED)))
    return (
        draw(st.integers(0, 2)),
        draw(st.integers(-1, 1)),
        draw(st.integers(-1, 1)),
        draw(st.integers(-1, 1)),
        draw(st.integers(-1, 6)),
        draw(st.just(NO_TIME) | days),
        draw(st.integers(-1, 3)),
        draw(days | near) if closed else NO_TIME,
        draw(st.integers(0, 3)) if closed else -1,
        int(closed),
        draw(st.sampled_from((-1, 0, 0, 1))) if closed else -1,
        draw(st.sampled_from((0, 0, 0, 1, 2, 4))),
        draw(st.booleans()) if closed else False,
    )


@settings(max_examples=300, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=25), st.integers(0, 24))
def test_what_compares_cases_agrees_with_its_plain_rule_on_any_division(listed, cut):
    parts = [table(part) for part in (listed[:cut], listed[cut:]) if part]
    columns = {f.name: np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(CaseRow)}
    answers = raise_whole(replace(parts[0], **columns), SETTINGS)
    assert list(answers) == [s.code for s in ACROSS]
    for signal in ACROSS:
        found = signal.readable_over(table(listed).rows(), parameters_of(signal))
        plain = [(i, -1, amount) for i, amount in found]
        assert told(answers[signal.code]) == sorted(plain), signal.code
