"""What a drawing may not hold is refused by element and line, never read as something else."""

from pathlib import Path

import pytest

from baro.channels.intake.processes import read_process
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused
from channels.intake.processes.test_bpmn import flows
from channels.intake.processes.trees import definitions

LINE = 5  # definitions() opens the process on line 3; the bodies below put the culprit on the second line of theirs
ENDS = '<startEvent id="s"/><endEvent id="e"/>'
A = '<task id="a" name="Thẩm định"/>'


def refusal(path: Path, body: str) -> Refused:
    path.write_text(definitions(body), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        read_process(path)
    assert path.name in sentence(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("element", "culprit"),
    [
        ("boundaryEvent", '<boundaryEvent id="x" name="n" attachedToRef="a"/>'),
        ("intermediateCatchEvent", '<intermediateCatchEvent id="x" name="n"/>'),
        ("intermediateThrowEvent", '<intermediateThrowEvent id="x" name="n"/>'),
        ("callActivity", '<callActivity id="x" name="n"/>'),
        ("complexGateway", '<complexGateway id="x" name="n"/>'),
        ("eventBasedGateway", '<eventBasedGateway id="x" name="n"/>'),
        ("transaction", '<transaction id="x" name="n"/>'),
        ("adHocSubProcess", '<adHocSubProcess id="x" name="n"/>'),
        ("timerEventDefinition", '<startEvent id="x" name="n"><timerEventDefinition/></startEvent>'),
        ("terminateEventDefinition", '<endEvent id="x" name="n"><terminateEventDefinition/></endEvent>'),
        ("multiInstanceLoopCharacteristics", '<task id="x" name="n"><multiInstanceLoopCharacteristics/></task>'),
        ("standardLoopCharacteristics", '<userTask id="x" name="n"><standardLoopCharacteristics/></userTask>'),
        (
            "multiInstanceLoopCharacteristics",
            '<subProcess id="x" name="n"><multiInstanceLoopCharacteristics/></subProcess>',
        ),
        ("subProcess", '<subProcess id="x" name="n" triggeredByEvent="true"/>'),
        ("task", '<task id="x" name="n" isForCompensation="true"/>'),
        ("gateway", '<v:gateway xmlns:v="urn:v" id="x" name="n"/>'),
    ],
)
def test_an_element_that_is_not_understood_is_named_with_its_line(element: str, culprit: str, tmp_path: Path) -> None:
    found = refusal(tmp_path / "x.bpmn", f"{ENDS}{A}\n{culprit}\n" + flows("s>a", "a>e"))
    assert (found.code, found.facts["element"], found.facts["line"]) == ("process.unknown_element", element, LINE)
    assert found.facts["name"] == "n"


def test_messages_between_pools_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.bpmn"
    body = definitions(ENDS + A + flows("s>a", "a>e"))
    path.write_text(body.replace("<process", '<collaboration id="c"><messageFlow id="m"/></collaboration><process'))
    with pytest.raises(Refused) as caught:
        read_process(path)
    assert caught.value.facts["element"] == "messageFlow"


def test_a_condition_on_a_flow_out_of_a_task_is_a_choice_that_was_not_drawn(tmp_path: Path) -> None:
    flow = '<sequenceFlow id="f" sourceRef="a" targetRef="e"><conditionExpression/></sequenceFlow>'
    found = refusal(tmp_path / "x.bpmn", f'{ENDS}{A}\n{flow}<sequenceFlow id="g" sourceRef="s" targetRef="a"/>')
    assert (found.facts["element"], found.facts["name"]) == ("conditionExpression", "Thẩm định")


OR = '<inclusiveGateway id="x" name="tách"/><inclusiveGateway id="y" name="gộp"/>'


@pytest.mark.parametrize(
    "body",
    [
        # the join also waits for a path that the split does not open
        OR + A + '<task id="b" name="b"/><exclusiveGateway id="z"/>' + flows("s>z", "z>x", "z>y", "x>a", "x>b", "a>y", "b>y", "y>e"),
        # one branch may leave without coming to the join
        OR + A + '<task id="b" name="b"/><exclusiveGateway id="z"/>' + flows("s>x", "x>a", "x>b", "a>z", "z>y", "z>e", "b>y", "y>e"),
        # split by a choice, joined by an inclusive gateway
        OR.replace('inclusiveGateway id="x"', 'exclusiveGateway id="x"') + A + '<task id="b" name="b"/>'
        + flows("s>x", "x>a", "x>b", "a>y", "b>y", "y>e"),
        # two tokens of one branch come to the join
        OR + A + '<task id="b" name="b"/><parallelGateway id="z"/>' + flows("s>x", "x>z", "x>b", "z>a", "z>y", "a>y", "b>y", "y>e"),
    ],
)  # fmt: skip
def test_an_inclusive_join_without_a_split_of_its_own_is_refused(body: str, tmp_path: Path) -> None:
    found = refusal(tmp_path / "x.bpmn", ENDS + body)
    assert (found.code, found.facts["name"]) == ("process.inclusive_unmatched", "gộp")


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("process.no_process", ""),
        ("process.no_start", A),
        ("process.unnamed_step", ENDS + '<task id="a" name=" "/>' + flows("s>a", "a>e")),
        ("process.id_twice", ENDS + A + A),
        ("process.unconnected", ENDS + A + flows("s>e")),
        ("process.unconnected", ENDS + '<exclusiveGateway id="x"/>' + flows("s>x")),
        ("process.bad_flow", ENDS + A + flows("s>a", "a>e", "e>a")),
        ("process.bad_flow", ENDS + A + flows("s>a", "a>s")),
        ("process.bad_flow", ENDS + A + flows("s>a", "a>nowhere")),
        ("process.no_start", ENDS + f'<subProcess id="q">{A}</subProcess>' + flows("s>q", "q>e")),
        ("process.bad_attribute", ENDS + '<task id="a" name="a"><extensionElements><b:step xmlns:b="urn:baro:process:1" '
         'limit="soon"/></extensionElements></task>' + flows("s>a", "a>e")),
    ],
)  # fmt: skip
def test_a_drawing_that_does_not_hang_together_is_refused(code: str, body: str, tmp_path: Path) -> None:
    assert refusal(tmp_path / "x.bpmn", body).code == code


def test_a_subprocess_whose_end_cannot_be_told_is_refused(tmp_path: Path) -> None:
    inner = (
        '<startEvent id="u"/><endEvent id="v"/><endEvent id="w"/><parallelGateway id="g"/><exclusiveGateway id="h"/>'
    )
    inner += flows("u>g", "g>h", "g>v", "h>v", "h>w")  # two ends at once, but not always the same two
    found = refusal(
        tmp_path / "x.bpmn", f'{ENDS}<subProcess id="q" name="q">{inner}</subProcess>' + flows("s>q", "q>e")
    )
    assert found.code == "process.subprocess_ends"


def test_a_split_into_too_many_branches_is_refused(tmp_path: Path) -> None:
    tasks = "".join(f'<task id="t{k}" name="t{k}"/>' for k in range(11))
    links = [*(f"x>t{k}" for k in range(11)), *(f"t{k}>y" for k in range(11))]
    assert refusal(tmp_path / "x.bpmn", ENDS + OR + tasks + flows("s>x", *links, "y>e")).facts["limit"] == 10


def test_two_processes_in_one_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.bpmn"
    body = definitions(ENDS + A + flows("s>a", "a>e"))
    second = '<process id="q"><startEvent id="z"/></process></definitions>'
    path.write_text(body.replace("</definitions>", second))
    with pytest.raises(Refused, match="many_processes"):
        read_process(path)


@pytest.mark.parametrize(("element", "count", "limit"), [("inclusiveGateway", 41, 40), ("task", 6001, 6000)])
def test_a_drawing_beyond_all_measure_is_refused(element: str, count: int, limit: int, tmp_path: Path) -> None:
    body = "".join(f'<{element} id="x{k}" name="n"/>' for k in range(count))
    found = refusal(tmp_path / "x.bpmn", body)
    assert (found.code, found.facts["limit"]) == ("process.too_many_elements", limit)
