"""A drawing means what BPMN 2.0 says it means: each block allows exactly the orders that its definition gives."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from baro.channels.intake.processes.bpmn import read_bpmn
from baro.rules.prescribed.soundness import check_soundness
from channels.intake.processes.trees import Tree, block, definitions, drawn, task, trees, words, words_of

A, B, C, D = map(task, "abcd")
SKIP = Tree("skip")
LONGEST = 6


def allowed(path: Path, longest: int = LONGEST) -> set[str]:
    return {"".join(word) for word in words_of(read_bpmn(path).net, longest)}


def drawing(path: Path, body: str) -> Path:
    path.write_text(definitions(body), encoding="utf-8")
    return path


def flows(*pairs: str) -> str:
    ends = [pair.split(">") for pair in pairs]
    return "".join(f'<sequenceFlow id="f{k}" sourceRef="{a}" targetRef="{b}"/>' for k, (a, b) in enumerate(ends))


@pytest.mark.parametrize(
    ("tree", "orders"),
    [
        (block("seq", A, B), {"ab"}),
        (block("xor", A, B, SKIP), {"a", "b", ""}),
        (block("and", A, B), {"ab", "ba"}),
        (block("or", A, B), {"a", "b", "ab", "ba"}),
        (block("or", A, SKIP), {"a", ""}),
        (block("or", block("and", A, B), C), {"ab", "ba", "c"} | {"abc", "acb", "cab", "bac", "bca", "cba"}),
        (block("loop", A, B), {"a", "aba", "ababa"}),
        (block("sub", block("and", A, B)), {"ab", "ba"}),
        (block("seq", block("sub", block("sub", A)), B), {"ab"}),
    ],
)
def test_a_block_allows_exactly_these_orders(tree: Tree, orders: set[str], tmp_path: Path) -> None:
    assert allowed(drawn(tmp_path / "x.bpmn", tree)) == orders


@given(trees(("seq", "xor", "and", "or", "loop", "sub"), most=5))
@settings(deadline=None, max_examples=60)
def test_any_nesting_of_blocks_allows_exactly_what_its_parts_say(tree: Tree) -> None:
    with tempfile.TemporaryDirectory() as folder:
        net = read_bpmn(drawn(Path(folder) / "x.bpmn", tree)).net
    assert words_of(net, 5) == words(tree, 5)
    assert check_soundness(net) == ()


def test_every_kind_of_task_is_a_step_and_names_are_tidied(tmp_path: Path) -> None:
    kinds = ["task", *(f"{k}Task" for k in ("user", "manual", "service", "script", "send", "receive", "businessRule"))]
    tasks = "".join(f'<{k} id="n{i}" name="  Bước\n  {i} "/>' for i, k in enumerate(kinds))
    chain = flows("s>n0", *(f"n{i}>n{i + 1}" for i in range(7)), "n7>e")
    process = read_bpmn(drawing(tmp_path / "x.bpmn", f'<startEvent id="s"/><endEvent id="e"/>{tasks}{chain}'))
    assert [(s.no, s.activity) for s in process.steps] == [(str(i + 1), f"Bước {i}") for i in range(8)]
    assert words_of(process.net, 8) == {tuple(f"Bước {i}" for i in range(8))}


def test_a_task_with_several_flows_in_takes_any_and_with_several_out_starts_all(tmp_path: Path) -> None:
    tasks = "".join(f'<task id="{x}" name="{x}"/>' for x in "abcd")
    body = f'<startEvent id="s"/><endEvent id="e"/>{tasks}<exclusiveGateway id="x"/>'
    body += flows("s>x", "x>a", "x>b", "a>c", "b>c", "c>d", "c>e", "d>e")
    assert allowed(drawing(tmp_path / "x.bpmn", body)) == {"acd", "bcd"}


def test_the_process_is_over_when_every_branch_has_come_to_its_own_end(tmp_path: Path) -> None:
    tasks = "".join(f'<task id="{x}" name="{x}"/>' for x in "ab")
    body = f'<startEvent id="s"/><endEvent id="e"/><endEvent id="f"/>{tasks}<parallelGateway id="x"/>'
    body += flows("s>x", "x>a", "x>b", "a>e", "b>f")
    process = read_bpmn(drawing(tmp_path / "x.bpmn", body))
    assert words_of(process.net, 3) == {("a", "b"), ("b", "a")}
    assert process.net.finals == ((0,) * len(process.net.places),)


def test_a_subprocess_with_parallel_ends_is_over_when_all_are_reached(tmp_path: Path) -> None:
    inner = '<startEvent id="is"/><endEvent id="ie"/><endEvent id="if"/><task id="a" name="a"/><task id="b" name="b"/>'
    inner += '<parallelGateway id="x"/>' + flows("is>x", "x>a", "x>b", "a>ie", "b>if")
    body = f'<startEvent id="s"/><endEvent id="e"/><task id="c" name="c"/><subProcess id="p1">{inner}</subProcess>'
    body += flows("s>p1", "p1>c", "c>e")
    assert allowed(drawing(tmp_path / "x.bpmn", body)) == {"abc", "bac"}


def test_the_role_of_a_step_is_the_innermost_lane_that_holds_it(tmp_path: Path) -> None:
    lanes = (
        '<laneSet><lane name="Phòng"><flowNodeRef>a</flowNodeRef><childLaneSet><lane name="Trưởng phòng">'
        "<flowNodeRef>b</flowNodeRef></lane></childLaneSet></lane></laneSet>"
    )
    tasks = '<task id="a" name="a"/><task id="b" name="b"/>'
    body = f'{lanes}<startEvent id="s"/><endEvent id="e"/>{tasks}' + flows("s>a", "a>b", "b>e")
    assert [s.role for s in read_bpmn(drawing(tmp_path / "x.bpmn", body)).steps] == ["Phòng", "Trưởng phòng"]


def test_notes_data_and_layout_do_not_matter(tmp_path: Path) -> None:
    text = definitions(
        '<documentation>x</documentation><startEvent id="s"><documentation/></startEvent><endEvent id="e"/>'
        '<task id="a" name="a"><incoming>f0</incoming><extensionElements><v:z xmlns:v="urn:v"/></extensionElements></task>'
        '<dataObject id="d"/><textAnnotation id="t"><text>ghi chú</text></textAnnotation>' + flows("s>a", "a>e")
    )
    pool = '<collaboration id="c"><participant id="q" processRef="p"/></collaboration><BPMNDiagram xmlns="urn:di"/>'
    path = tmp_path / "Quy trình mẫu.bpmn"
    path.write_text(text.replace("</definitions>", pool + "</definitions>"), encoding="utf-8")
    process = read_bpmn(path)
    assert (process.code, process.name, process.source) == ("Quy trình mẫu", "Quy trình mẫu", "Quy trình mẫu.bpmn")
    assert words_of(process.net, 2) == {("a",)}
