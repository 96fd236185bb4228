"""The process map: what was observed on an approved process, and which successions the process foresees."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from baro.rules.counted.reports.maps import decision_words, process_maps
from baro.rules.counted.tallies import Tallies, add_follows
from baro.rules.counted.told import ProcessMap
from baro.rules.judged.conformance.automaton import Automaton
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.observed.log import Names
from baro.rules.observed.traces import distinct_traces
from baro.rules.prescribed.processes import Approval, ApprovedProcess, Net, Step
from rules.counted.counting import Dossier, counted_of, tallies_of
from rules.judged.conformance.nets import build

LETTERS = Names(tuple("abcd"), np.zeros(4, np.int8))
PROCESS = ApprovedProcess(
    "QT-01", "Cấp đổi", Net((), (), (), ()), (Step("1", "a", "Cán bộ Một cửa"), Step("2a", "b")), version="3"
)


def observed(*words: str) -> Tallies:
    """The tallies of dossiers that did these words, letter by letter."""
    activities = np.array(["abcd".index(letter) for word in words for letter in word], np.int32)
    offsets = np.cumsum([0, *map(len, words)]).astype(np.int64)
    traces, trace = distinct_traces(activities, offsets)
    sums = tallies_of(names=LETTERS)
    add_follows(sums, traces, np.zeros(len(words), np.int32), trace)
    sums.step_count[0, :4] = np.bincount(activities, minlength=4)
    return sums


def the_map(automaton: Automaton | None, *words: str, sums: Tallies | None = None) -> ProcessMap:
    counted = counted_of([Dossier()] * len(words), sums or observed(*words), processes=(PROCESS,), names=LETTERS)
    (found,) = process_maps(counted, [automaton])
    return found


def edges(found: ProcessMap, *, foreseen: bool) -> dict[str, int]:
    """The successions as two letters, "." for start and end."""
    letters = [*(n.activity for n in found.nodes), "."]
    return {letters[e.source] + letters[e.target]: e.count for e in found.edges if e.foreseen is foreseen}


@pytest.mark.parametrize(
    ("block", "words", "unforeseen"),
    [
        (("seq", "a", "b", "c"), ["abc", "abc"], {}),
        (("seq", "a", "b", "c"), ["ac", "abcd"], {"ac": 1, "cd": 1, "d.": 1}),
        (("seq", "a", "b"), ["ba"], {".b": 1, "ba": 1, "a.": 1}),
        (("seq", "a", ("and", "b", "c"), "d"), ["abcd", "acbd"], {}),
        (("seq", "a", ("xor", "b", "c"), "d"), ["abcd"], {"bc": 1}),
        (("seq", "a", ("loop", "b"), "c"), ["abbbc", "aac"], {"aa": 1, "ac": 1}),
        (("seq", "a", ("skip", "b"), "c"), ["ac", "abb"], {"bb": 1, "b.": 1}),
    ],
)
def test_a_succession_is_foreseen_where_some_run_of_the_process_has_it(block, words, unforeseen):
    found = the_map(compile_net(build(block)), *words)
    assert edges(found, foreseen=False) == unforeseen
    total = sum(edges(found, foreseen=True).values()) + sum(unforeseen.values())
    assert total == sum(len(word) + 1 for word in words)


def test_where_the_process_is_too_large_to_compile_nothing_is_held_against_it():
    assert edges(the_map(None, "ba"), foreseen=False) == {}


def test_a_step_tells_its_number_role_times_and_what_was_wrong_with_it():
    sums = observed("ab", "ab", "ad")
    sums.step_deviations[0, 1, DeviationKind.SKIPPED] = 1
    sums.step_deviations[0, 1, DeviationKind.OVER_STEP_LIMIT] = 9  # told as late time, not as a deviation
    sums.step_deviations[0, 2, DeviationKind.SKIPPED] = 3
    sums.step_late[0, 1] = 480
    found = the_map(compile_net(build(("seq", "a", "b", "c"))), "ab", "ab", "ad", sums=sums)
    assert [(n.activity, n.step_no, n.role, n.count, n.deviations, n.late_minutes, n.layer) for n in found.nodes] == [
        ("a", "1", "Cán bộ Một cửa", 3, 0, 0, 0),
        ("b", "2a", "", 2, 1, 480, 1),
        ("c", "", "", 0, 3, 0, 2),
        ("d", "", "", 1, 0, 0, 4),
    ]


def test_steps_outside_the_process_lie_after_all_its_layers():
    found = the_map(compile_net(build(("seq", "a", ("and", "b", "c")))), "dacb")
    layers = {n.activity: n.layer for n in found.nodes}
    assert layers["a"] == 0
    assert layers["b"] == layers["c"] == 1
    assert layers["d"] > 1


def test_the_busiest_processes_are_mapped_first_and_idle_ones_not_at_all():
    processes = tuple(replace(PROCESS, code=f"QT-0{k}") for k in range(4))
    dossiers = [Dossier(process=k) for k in (2, 2, 1, 0, 0, -1)] + [Dossier(process=2, cost=1, told_cost=1)]
    counted = counted_of(dossiers, processes=processes)
    automaton = [compile_net(build("a"))] * 4
    assert [(m.code, m.cases, m.fitting) for m in process_maps(counted, automaton)] == [
        ("QT-02", 3, 2), ("QT-00", 2, 2), ("QT-01", 1, 1),
    ]  # fmt: skip
    assert [m.code for m in process_maps(counted, automaton, most=1)] == ["QT-02"]


@pytest.mark.parametrize(
    ("approval", "words"),
    [
        (Approval(), "chưa ghi quyết định phê duyệt"),
        (Approval(signer="Nguyễn Văn Mẫu", signed_on=date(2024, 1, 5)), "chưa ghi quyết định phê duyệt"),
        (Approval("12/QĐ-UBND"), "QĐ 12/QĐ-UBND"),
        (
            Approval("12/QĐ-UBND", date(2024, 1, 5), "Nguyễn Văn Mẫu"),
            "QĐ 12/QĐ-UBND ngày 05/01/2024, người ký Nguyễn Văn Mẫu",
        ),
    ],
)
def test_the_approving_decision_is_told_as_far_as_it_is_recorded(approval, words):
    assert decision_words(replace(PROCESS, approval=approval)) == words
