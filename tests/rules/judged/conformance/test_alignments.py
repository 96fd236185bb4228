"""Alignments are optimal, whatever the way they are found, and told in one preferred form."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from baro.rules.judged.conformance.align import CompiledRuns, PlayedRuns, align
from baro.rules.judged.conformance.bulk import Conformance, prepare, unfinished
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.judged.conformance.deviations import DeviationKind, Move
from baro.rules.judged.conformance.layers import Layers
from baro.rules.judged.conformance.typed import typed
from baro.rules.observed.log import Traces
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused
from rules.judged.conformance.nets import LABELS, blocks, build, reachable, traces, wild_nets
from rules.judged.conformance.plain_search import plain_cost

MAIN = ("seq", "tiếp nhận", ("loop", "thẩm định"), "trình ký", "ký duyệt", ("skip", "số hóa"), "trả kết quả")


def aligned(trace, block=MAIN):
    return align(tuple(trace), CompiledRuns(compile_net(build(block))))


def as_traces(listed):
    offsets = np.cumsum([0, *(len(t) for t in listed)])
    names = (*LABELS, "z")
    codes = np.array([names.index(a) for t in listed for a in t], np.int32)
    return Traces(offsets, codes), names


@settings(max_examples=1_000, deadline=None)
@given(blocks, traces)
def test_the_cost_equals_that_of_a_plain_search_over_markings(block, trace):
    net = build(block)
    assert align(trace, CompiledRuns(compile_net(net))).cost == plain_cost(trace, net)


@settings(max_examples=1_000, deadline=None)
@given(wild_nets(), traces)
def test_wild_nets_too_or_they_are_refused(net, trace):
    try:
        expected = plain_cost(trace, net, most=4_000)
        automaton = compile_net(net, most_markings=500)
    except OverflowError:
        assume(False)
    except Refused as refusal:
        assert refusal.code == "process.too_many_states" or expected is None
        return
    assert align(trace, CompiledRuns(automaton)).cost == expected


@settings(max_examples=300, deadline=None)
@given(blocks, st.lists(traces, min_size=1, max_size=12))
def test_whole_layers_give_what_the_search_of_single_traces_gives(block, listed):
    ready = prepare(ApprovedProcess("P", "P", build(block)))
    found, names = as_traces(listed)
    conformance = Conformance([ready], found, names)
    n = len(listed)
    columns = conformance.judge(np.zeros(n, np.int32), np.arange(n, dtype=np.int32))
    told = [align(t, ready.runs) for t in listed]
    assert columns.cost.tolist() == [a.cost for a in told]
    assert [conformance.alignment(0, t) for t in range(n)] == told
    assert conformance.deviations(columns.pair.tolist()) == [typed(a) for a in told]
    assert columns.fitness == pytest.approx(
        [1 - a.cost / ((len(t) + ready.shortest) or 1) for a, t in zip(told, listed, strict=True)]
    )


@settings(max_examples=200, deadline=None)
@given(blocks, traces)
def test_a_net_too_large_to_compile_is_searched_and_answers_the_same(block, trace):
    net = build(block)
    assert align(trace, PlayedRuns(net)) == align(trace, CompiledRuns(compile_net(net)))


@settings(max_examples=200, deadline=None)
@given(blocks, traces)
def test_an_alignment_is_the_trace_beside_a_run_and_its_deviations_sum_to_its_cost(block, trace):
    net = build(block)
    alignment = align(trace, CompiledRuns(compile_net(net)))
    assert tuple(m.activity for m in alignment.moves if m.move is not Move.MODEL) == trace
    assert plain_cost([m.activity for m in alignment.moves if m.move is not Move.LOG], net) == 0
    assert sum(d.cost for d in typed(alignment)) == alignment.cost


@pytest.mark.parametrize(
    ("trace", "expected"),
    [
        (("tiếp nhận", "thẩm định", "trình ký", "ký duyệt", "trả kết quả"), []),
        (("tiếp nhận", "thẩm định", "thẩm định", "trình ký", "ký duyệt", "số hóa", "trả kết quả"), []),
        (("tiếp nhận", "thẩm định", "ký duyệt", "trả kết quả"), [(DeviationKind.SKIPPED, "trình ký", 2)]),
        (
            ("tiếp nhận", "thẩm định", "trình ký", "trình ký", "ký duyệt", "trả kết quả"),
            [(DeviationKind.REPEATED, "trình ký", 3)],
        ),
        (
            ("tiếp nhận", "thẩm định", "kiểm tra lại", "trình ký", "ký duyệt", "trả kết quả"),
            [(DeviationKind.INSERTED, "kiểm tra lại", 2)],
        ),
        (
            ("tiếp nhận", "thẩm định", "ký duyệt", "trình ký", "trả kết quả"),
            [(DeviationKind.OUT_OF_ORDER, "trình ký", 3)],
        ),
    ],
)
def test_each_difference_has_the_name_an_official_would_give_it(trace, expected):
    assert [(d.kind, d.activity, d.position) for d in typed(aligned(trace))] == expected


@settings(max_examples=200, deadline=None)
@given(blocks, st.lists(traces, min_size=1, max_size=8))
def test_a_case_under_way_is_not_blamed_for_what_has_not_come_to_it(block, listed):
    net = build(block)
    anywhere = replace(net, finals=reachable(net))  # a block can always be finished from where it stands
    ready = unfinished(prepare(ApprovedProcess("P", "P", net)))
    found, names = as_traces(listed)
    n = len(listed)
    columns = Conformance([ready], found, names).judge(np.zeros(n, np.int32), np.arange(n, dtype=np.int32))
    assert columns.cost.tolist() == [plain_cost(t, anywhere) for t in listed]
    played = unfinished(replace(ready, automaton=None, runs=PlayedRuns(net)))
    assert columns.cost.tolist() == [align(t, played.runs).cost for t in listed]


def test_an_empty_log_case_lacks_the_shortest_run():
    assert aligned(()).cost == 5


def test_a_process_that_cannot_end_is_refused():
    net = build(("seq", "a", "b"))
    stuck = type(net)(net.places, net.transitions[:1], net.initial, net.finals)
    with pytest.raises(Refused, match=r"process\.no_proper_end"):
        compile_net(stuck)


def test_too_many_states_are_refused_and_the_process_is_still_judged():
    wide = build(("and", *(("loop", f"bước {k}") for k in range(12))))
    with pytest.raises(Refused, match=r"process\.too_many_states"):
        compile_net(wide, most_states=100)


def test_equal_languages_give_equal_automata():
    one = compile_net(build(("xor", ("seq", "a", "b"), ("seq", "a", "c"))))
    other = compile_net(build(("seq", "a", ("xor", "b", "c"))))
    assert one.next.tolist() == other.next.tolist()
    assert one.accepting.tolist() == other.accepting.tolist()


def test_layers_hold_traces_of_very_different_length():
    automaton = compile_net(build(("loop", ("seq", "a", "b"))))
    listed = [(), ("a",), ("a", "b") * 50, ("b", "a") * 50, ("z",) * 30]
    found, names = as_traces(listed)
    code = {label: k for k, label in enumerate(automaton.activities)}
    translated = np.array([code.get(names[a], -1) for a in found.activities], np.int32)
    runs = CompiledRuns(automaton)
    assert Layers(automaton).costs(found.offsets, translated).tolist() == [align(t, runs).cost for t in listed]


def test_a_trace_of_many_thousand_events_costs_what_it_lacks_and_has_too_much():
    ready = prepare(ApprovedProcess("P", "P", build(("seq", "a", ("loop", "b"), "c"))))
    found, names = as_traces([("a", *("b",) * 20_000, "c"), ("z",) * 40_000])
    columns = Conformance([ready], found, names).judge(np.zeros(2, np.int32), np.arange(2, dtype=np.int32))
    assert columns.cost.tolist() == [0, 40_003]
