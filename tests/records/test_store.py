"""What is written is what is read: whole, in runs, one case; and a directory without its end is no store."""

import dataclasses
import json

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import baro.records.writing as writing
from baro.records.ids import Ids
from baro.records.layout import CASE_COLUMNS, EVENT_COLUMNS, META
from baro.records.store import open_store
from baro.records.writing import write_store
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Cases, EventLog, Events, Names
from baro.rules.observed.traces import distinct_traces
from baro.rules.prescribed.refusals import Refused


def a_log(lengths, seed=0, *, absent=()):
    """A log of cases of these lengths with random values in all columns but those absent."""
    rng = np.random.default_rng(seed)
    count, total = len(lengths), sum(lengths)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    activity = rng.integers(0, 3, total).astype(np.int32)
    traces, trace = distinct_traces(activity, offsets)
    cases = {n: _column(layout, count, rng, n in absent) for n, layout in CASE_COLUMNS.items() if n != "trace"}
    events = {n: _column(layout, total, rng, n in absent) for n, layout in EVENT_COLUMNS.items() if n != "activity"}
    names = Names(
        activities=("Tiếp nhận", "Thẩm định", "Trả kết quả"),
        kinds=np.array([Kind.RECEIVED, Kind.WORKED, Kind.RETURNED], np.int8),
        **{table: tuple(f"{table} {k}" for k in range(5)) for table in
           ("persons", "units", "roles", "procedures", "channels", "code_prefixes")},
    )  # fmt: skip
    return EventLog(
        names=names,
        traces=traces,
        cases=Cases(ids=tuple(f"HS-{n}" for n in range(count)), trace=trace, **cases),
        events=Events(activity=activity, **events),
        offsets=offsets,
        present=frozenset({"actor", "due"}),
    )


def _column(layout, count, rng, is_absent):
    if is_absent:
        return np.broadcast_to(np.array(layout.absent, layout.dtype), (count,))
    return rng.integers(0, 5, count).astype(layout.dtype)


def content(log):
    """All of a log as plain values."""
    parts = [(p, f.name) for p in ("cases", "events") for f in dataclasses.fields(getattr(log, p))]
    columns = {(p, n): list(getattr(getattr(log, p), n)) for p, n in parts}
    names = {n: tuple(v) for n, v in dataclasses.asdict(log.names).items()}
    traces = [log.traces.trace(t) for t in range(len(log.traces))]
    return columns, names, traces, log.offsets.tolist(), log.present


def run(log, low, high):
    """The cases low..high of a log as a log."""
    span = slice(int(log.offsets[low]), int(log.offsets[high]))

    def cut(part, index):
        return type(part)(**{f.name: getattr(part, f.name)[index] for f in dataclasses.fields(part)})

    return dataclasses.replace(
        log, cases=cut(log.cases, slice(low, high)), events=cut(log.events, span),
        offsets=log.offsets[low : high + 1] - log.offsets[low],
    )  # fmt: skip


_LENGTHS = st.lists(st.integers(1, 6), max_size=30)
_ABSENT = st.sets(st.sampled_from([*(set(CASE_COLUMNS) | set(EVENT_COLUMNS)) - {"trace", "activity", "at"}]))


@given(_LENGTHS, st.integers(0, 99), _ABSENT, st.integers(1, 40))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_what_is_read(tmp_path, lengths, seed, absent, group):
    log = a_log(lengths, seed, absent=absent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "GROUP_EVENTS", group)
        write_store(tmp_path / "s", log)
    store = open_store(tmp_path / "s")
    assert (store.case_count, store.event_count) == (log.case_count, log.event_count)
    assert content(store.whole()) == content(log)
    assert store.trace_of_cases().tolist() == log.cases.trace.tolist()
    assert list(store.ids) == list(log.cases.ids)


@given(_LENGTHS.filter(bool), st.integers(1, 20), st.integers(1, 60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_runs_hold_every_case_once_in_order_and_stay_within_their_bound(tmp_path, lengths, group, most):
    log = a_log(lengths)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "GROUP_EVENTS", group)
        write_store(tmp_path / "s", log)
    runs = list(open_store(tmp_path / "s").chunks(most))
    assert [case for part in runs for case in part.cases.ids] == list(log.cases.ids)
    assert np.concatenate([part.events.row for part in runs]).tolist() == log.events.row.tolist()
    largest_group = max(group, *lengths)
    assert all(part.event_count <= max(most, largest_group) for part in runs)
    low = 0
    for part in runs:
        assert content(part) == content(run(log, low, low + part.case_count))
        low += part.case_count


@given(_LENGTHS.filter(lambda lengths: len(lengths) > 1), st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_log_written_in_runs_is_the_log_written_whole(tmp_path, lengths, data):
    log = a_log(lengths, absent=("channel", "role"))
    cut = data.draw(st.integers(1, len(lengths) - 1))
    write_store(tmp_path / "s", [run(log, 0, cut), run(log, cut, len(lengths))])
    assert content(open_store(tmp_path / "s").whole()) == content(log)


def test_rows_in_sequence_are_not_written_and_still_read(tmp_path):
    log = a_log([2, 3])
    rows = np.arange(2, 7)
    log = dataclasses.replace(log, events=dataclasses.replace(log.events, row=rows))
    write_store(tmp_path / "s", log)
    assert json.loads((tmp_path / "s" / META).read_text("utf-8"))["first_row"] == 2
    assert open_store(tmp_path / "s").whole().events.row.tolist() == rows.tolist()


def test_one_case_is_found_by_its_code(tmp_path):
    log = a_log([2, 3, 1])
    write_store(tmp_path / "s", log)
    store = open_store(tmp_path / "s")
    assert store.case("HS-1") == log.case(1)
    with pytest.raises(Refused) as refusal:
        store.case("HS-9")
    assert refusal.value.code == "store.no_case"
    assert refusal.value.facts == {"case": "HS-9"}


def test_kinds_may_be_named_anew_when_opening(tmp_path):
    write_store(tmp_path / "s", a_log([2]))
    names = open_store(tmp_path / "s", {"Thẩm định": Kind.APPROVED}).names
    assert names.kinds.tolist() == [Kind.RECEIVED, Kind.APPROVED, Kind.RETURNED]


def test_a_directory_without_its_end_is_no_store(tmp_path):
    write_store(tmp_path / "s", a_log([2]))
    (tmp_path / "s" / META).unlink()
    for path in (tmp_path / "s", tmp_path / "nowhere"):
        with pytest.raises(Refused) as refusal:
            open_store(path)
        assert refusal.value.code == "store.missing"


def test_a_store_of_another_version_is_refused(tmp_path):
    write_store(tmp_path / "s", a_log([2]))
    meta = json.loads((tmp_path / "s" / META).read_text("utf-8"))
    (tmp_path / "s" / META).write_text(json.dumps(meta | {"schema": 0}), encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        open_store(tmp_path / "s")
    assert refusal.value.code == "store.version"


def test_a_store_that_breaks_off_while_written_is_no_store(tmp_path):
    write_store(tmp_path / "s", a_log([2]))

    def runs():
        yield a_log([3])
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_store(tmp_path / "s", runs())
    with pytest.raises(Refused):
        open_store(tmp_path / "s")


def test_ids_are_read_only_when_looked_at():
    looks = []

    def load():
        looks.append(1)
        return pa.array(["a", "b", "c", "d"])

    ids = Ids(4, load)
    assert len(ids) == 4
    assert looks == []
    assert (ids[1], ids[-1], list(ids[1:3]), list(ids[::2]), list(ids)) == (
        "b",
        "d",
        ["b", "c"],
        ["a", "c"],
        list("abcd"),
    )
    assert looks == [1]
