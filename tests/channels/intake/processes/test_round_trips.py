"""What is written can be read back: the same orders of steps, the same steps, the same decision."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from baro.channels.intake.processes import read_process, write_process
from baro.channels.intake.processes.rows import END, Row, links_into, net_of_rows
from baro.channels.wording import sentence
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import Approval, ApprovedProcess, Net, Step, Transition
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.state_space import explore
from channels.intake.processes.trees import drawn, trees
from rules.judged.conformance.nets import blocks, build, wild_nets

SUFFIXES = (".bpmn", ".pnml", ".xlsx", ".csv")
words = st.text("ăếộđ aB1_.-=+'\"<&", max_size=6).map(lambda t: " ".join(t.split()))
limits = (
    st.none()
    | st.builds(Duration, st.integers(1, 9999), st.sampled_from(Unit))
    | st.just(Duration(0, Unit.WORKING_DAY))
)
limits = limits.filter(lambda d: d is None or d.unit is not Unit.MONTH or d.value <= 1200)
days = st.none() | st.dates(date(1945, 9, 2), date(2999, 12, 31))
lists = st.lists(words.filter(bool), max_size=2).map(tuple)


def same_orders(a: Net, b: Net) -> bool:
    one, other = compile_net(a), compile_net(b)
    same = (np.array_equal(getattr(one, k), getattr(other, k)) for k in ("next", "accepting", "to_end"))
    return one.activities == other.activities and all(same)


def back(process: ApprovedProcess, suffix: str) -> ApprovedProcess:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        write_process(process, path)
        return read_process(path)


@st.composite
def processes(draw: st.DrawFn) -> ApprovedProcess:
    """A process read from a random drawing, its steps and decision filled in at random."""
    with tempfile.TemporaryDirectory() as folder:
        read = read_process(drawn(Path(folder) / "x.bpmn", draw(trees(("seq", "xor", "and", "or", "loop"), most=6))))
    steps = [
        Step(str(n), s.activity, draw(words), draw(limits), draw(lists), draw(lists), draw(words), draw(words), kind)
        for n, s in enumerate(draw(st.permutations(read.steps)), start=1)
        for kind in [draw(st.sampled_from(["", "received", "released"]))]
    ]
    first, last = sorted([draw(days), draw(days)], key=lambda day: (day is None, day))
    approval = Approval(draw(words), draw(days), draw(words), draw(days))
    named = draw(words.filter(bool)), draw(words.filter(bool))
    return ApprovedProcess(*named, read.net, tuple(steps), draw(lists), "2", first, last, approval, draw(limits))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(process=processes())
@settings(deadline=None, max_examples=25)
def test_any_process_drawn_in_blocks_survives_writing_and_reading(suffix: str, process: ApprovedProcess) -> None:
    found = back(process, suffix)
    assert same_orders(found.net, process.net)
    assert found.steps == process.steps
    for said in ("code", "name", "procedures", "version", "valid_from", "valid_to", "approval", "total_limit"):
        assert getattr(found, said) == getattr(process, said)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(block=blocks)
@settings(deadline=None, max_examples=25)
def test_a_net_with_one_last_place_survives_too(suffix: str, block: object) -> None:
    net = build(block)
    assert same_orders(back(ApprovedProcess("x", "x", net), suffix).net, net)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(net=wild_nets())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_wild_net_is_written_exactly_or_refused(suffix: str, net: Net) -> None:
    assume(any(net.initial) and is_small(net))
    try:
        found = back(ApprovedProcess("x", "x", net), suffix).net
    except Refused as refusal:
        assert (refusal.code, suffix == ".pnml") == ("process.not_writable", False)
        return
    assert same_orders(found, net)


def tangle(seed: int) -> Net:
    """Rows that lead anywhere, sound or not: choices, splits and joins without any order in them."""
    chance = Random(seed)
    size = chance.randint(2, 6)
    groups = [{tuple(chance.sample([END, *range(size)], chance.randint(1, 2))) for _ in range(2)} for _ in range(size)]
    rows = [Row(chance.choice(["a", "b", "c", None]), tuple(sorted(group))) for group in groups]
    waits = [(tuple(links),) if links and chance.random() < 0.5 else () for links in links_into(rows)]
    return net_of_rows([replace(row, waits=groups) for row, groups in zip(rows, waits, strict=True)])


@pytest.mark.parametrize("suffix", [".bpmn", ".csv"])
def test_a_tangle_of_choices_and_joins_survives_too(suffix: str) -> None:
    nets = [net for seed in range(4000) if is_small(net := tangle(seed)) and hangs_together(net)]
    assert len(nets) > 50
    for net in nets:
        assert same_orders(back(ApprovedProcess("x", "x", net), suffix).net, net)


def is_small(net: Net) -> bool:
    """Whether the net has few markings, and an end."""
    space = explore(net, 60)
    return space.complete and any(marking in net.finals for marking in space.markings)


def hangs_together(net: Net) -> bool:
    """Whether every transition can happen: what nothing leads to cannot be drawn."""
    return len(explore(net, 60).fired) == len(net.transitions)


@given(net=wild_nets())
@settings(deadline=None, max_examples=50)
def test_pnml_keeps_the_net_itself(net: Net) -> None:
    if any(net.initial):
        found = back(ApprovedProcess("x", "x", net), ".pnml").net
        assert [(t.label, t.consumes, t.produces) for t in found.transitions] == [
            (t.label, t.consumes, t.produces) for t in net.transitions
        ]
        assert (found.places, found.initial, found.finals) == (net.places, net.initial, net.finals)


def test_a_choice_that_depends_on_other_work_is_not_written_as_a_drawing(tmp_path: Path) -> None:
    moves = (
        Transition("t0", None, ((0, 1),), ((1, 1), (2, 1))),
        Transition("t1", "một mình", ((1, 1),), ()),
        Transition("t2", "cùng nhau", ((1, 1), (2, 1)), ()),
        Transition("t3", "còn lại", ((2, 1),), ()),
    )
    net = Net(("a", "b", "c"), moves, (1, 0, 0), ((0, 0, 0),))
    with pytest.raises(Refused, match="not_writable") as caught:
        write_process(ApprovedProcess("x", "Quy trình", net), tmp_path / "x.bpmn")
    assert "một mình" in sentence(caught.value)
    assert not (tmp_path / "x.bpmn").exists()
