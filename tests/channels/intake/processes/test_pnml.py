"""PNML as others write it."""

from pathlib import Path

import pytest

from baro.channels.intake.processes import read_process
from baro.channels.wording import sentence
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused
from channels.intake.processes.trees import words_of

HIDDEN = '<toolspecific tool="ProM" version="6.4" activity="$invisible$"/>'


def named(element: str, held: str, name: str, inner: str = "") -> str:
    return f'<{element} id="{held}"><name><text>{name}</text></name>{inner}</{element}>'


def marked(name: str, count: str) -> str:
    return f"<{name}><text>{count}</text></{name}>"


def arc(source: str, target: str, inner: str = "") -> str:
    return f'<arc id="{source}-{target}" source="{source}" target="{target}">{inner}</arc>'


PLACES = named("place", "p", "p", marked("initialMarking", "1")) + named("place", "q", "q")
FINAL = '<finalmarkings><marking><place idref="q"><text>1</text></place></marking></finalmarkings>'


def net_text(inner: str, after: str = "", kind: str = "http://www.pnml.org/version-2009/grammar/ptnet") -> str:
    return f'<pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml"><net id="n" type="{kind}">\n<page id="g">\n{inner}\n</page>{after}</net></pnml>'


def read(path: Path, text: str) -> ApprovedProcess:
    path.write_text(text, encoding="utf-8")
    return read_process(path)


@pytest.mark.parametrize(
    ("transition", "word"),
    [
        (named("transition", "t", " Ký\n duyệt "), ("Ký duyệt",)),
        (named("transition", "t", "skip_1", HIDDEN), ()),
        (named("transition", "t", ""), ()),
        (named("transition", "t", "tau"), ()),
        ('<transition id="t"/>', ()),
    ],
)
def test_a_transition_is_silent_when_it_says_so(transition: str, word: tuple[str, ...], tmp_path: Path) -> None:
    process = read(tmp_path / "x.pnml", net_text(PLACES + transition + arc("p", "t") + arc("t", "q")))
    assert words_of(process.net, 2) == {word}
    assert tuple(step.activity for step in process.steps) == word


def test_without_final_markings_one_token_in_a_place_that_nothing_leaves_is_the_end(tmp_path: Path) -> None:
    inner = PLACES + named("place", "r", "r") + named("transition", "t", "a") + named("transition", "u", "b")
    process = read(tmp_path / "x.pnml", net_text(inner + arc("p", "t") + arc("t", "q") + arc("p", "u") + arc("u", "r")))
    assert process.net.finals == ((0, 1, 0), (0, 0, 1))
    assert words_of(process.net, 2) == {("a",), ("b",)}


def test_final_markings_and_arc_weights_are_kept(tmp_path: Path) -> None:
    inner = PLACES + named("transition", "t", "a") + arc("p", "t") + arc("t", "q", marked("inscription", "2"))
    process = read(tmp_path / "x.pnml", net_text(inner, FINAL.replace(">1<", ">2<")))
    assert process.net.transitions[0].produces == ((1, 2),)
    assert process.net.finals == ((0, 2),)


T = named("transition", "t", "a")
FLOW = arc("p", "t") + arc("t", "q")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<pnml/>", "process.not_pnml"),
        (net_text(PLACES, kind="http://www.pnml.org/version-2009/grammar/symmetricnet"), "process.not_pnml"),
        (net_text(PLACES + T + FLOW).replace("</pnml>", '<net id="m"/></pnml>'), "process.many_processes"),
        (net_text(PLACES + PLACES), "process.id_twice"),
        (net_text(PLACES + T + arc("p", "q")), "process.bad_net"),
        (net_text(PLACES + T + arc("p", "z")), "process.bad_net"),
        (net_text(PLACES + T + arc("p", "t", marked("inscription", "x+1"))), "process.bad_net"),
        (net_text(PLACES + T + FLOW, FINAL.replace('"q"', '"z"')), "process.bad_net"),
        (net_text(PLACES.replace(">1<", ">-1<") + T + FLOW), "process.bad_net"),
        (net_text(PLACES.replace(">1<", ">0<") + T + FLOW), "process.no_start"),
        (net_text(PLACES + T + FLOW + '<referencePlace id="r" ref="p"/>'), "process.bad_net"),
    ],
)
def test_a_net_that_does_not_hang_together_is_refused(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read(tmp_path / "x.pnml", text)
    assert caught.value.code == code
    assert "x.pnml" in sentence(caught.value) or code == "process.no_start"
