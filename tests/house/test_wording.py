"""Each refusal has a sentence whose blanks the refusal can fill; no sentence waits in vain."""

import ast
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from baro.channels import wording
from baro.channels.wording import SENTENCES
from house.refusals_in_code import Found, refusals
from house.source import trees


@cache
def _found() -> Found:
    return refusals(trees())


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_each_refusal_has_a_sentence():
    assert sorted(set(_found().facts) - set(SENTENCES)) == []


def test_no_sentence_waits_in_vain():
    assert sorted(set(SENTENCES) - set(_found().facts)) == []


def test_no_code_has_two_sentences():
    parts = [module.SENTENCES for module in vars(wording).values() if hasattr(module, "SENTENCES")]
    codes = [code for part in parts for code in part]
    assert len(parts) > 1
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_each_refusal_brings_the_facts_of_its_sentence():
    lacking = {
        code: _blanks(SENTENCES[code]) - facts
        for code, places in _found().facts.items()
        for facts in places
        if code in SENTENCES and not _blanks(SENTENCES[code]) <= facts
    }
    assert lacking == {}


def test_each_code_is_written_where_it_can_be_found():
    assert _found().untold == []


_SNIPPETS = {
    'raise Refused("a.plain", file=f, row=3)': {"a.plain": {"file", "row"}},
    'raise Refused("a.one" if x else "a.two")': {"a.one": set(), "a.two": set()},
    "class Spot:\n def refused(self, code, **facts):\n  place = {'sheet': 1}\n  return Refused(code, row=1, **place)\n"
    'raise spot.refused("a.cell", step="x")': {"a.cell": {"sheet", "row", "step"}},
    "def _where():\n return {'row': 1}\nraise Refused('a.spread', **_where())": {"a.spread": {"row"}},
    'def check(spot, known, refusal):\n raise Refused(refusal, row=1)\ncheck(s, k, "a.unknown")': {
        "a.unknown": {"row"}
    },
    'def check(spot, *, code):\n raise Refused(code)\ncheck(s, code="a.named")': {"a.named": set()},
}


@pytest.mark.parametrize(("source", "told"), _SNIPPETS.items(), ids=range(len(_SNIPPETS)))
def test_refusals_are_found_however_they_are_made(source, told):
    found = refusals({Path("a.py"): ast.parse(source)})
    assert {code: set().union(*places) for code, places in found.facts.items()} == told
    assert found.untold == []


def test_a_code_that_cannot_be_told_is_noticed():
    assert refusals({Path("a.py"): ast.parse("raise Refused(CODES[x])")}).untold == ["a.py:1"]
