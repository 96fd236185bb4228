"""The catalogue of English: whole for the doors, nearly whole for all; the same blanks; nothing that breaks a page; the words of
the glossary."""

import re
from collections import Counter

import pytest

from baro.channels.web.english.catalogue import BLANK
from baro.channels.web.english.missing import catalogued, found
from house.source import ROOT, table_rows

WHOLE = ("channels/web/frame", "channels/web/lookup", "channels/web/account", "channels/web/english")
MOST_MISSING = 0.1
"""Of all messages: a page that is merged is told by `baro english`, and not kept back for its English."""
_VARIABLE = re.compile(r"{{\s*(.*?)\s*}}")
ALL = catalogued() | catalogued(is_joined=True)
FOUND = found()
MISSING = {message: file for message, file in FOUND.items() if not ALL.get(message)}


def test_doors_errors_and_the_frame_are_whole():
    assert {message: file for message, file in MISSING.items() if file.startswith(WHOLE)} == {}


def test_nearly_all_is_said_in_english():
    assert len(MISSING) <= MOST_MISSING * len(FOUND), "run: baro english"


def test_no_message_is_told_twice():
    assert set(catalogued()) & set(catalogued(is_joined=True)) == set()


def variables(text: str) -> Counter[str]:
    """The values of a template that a text shows, without the plural that English needs besides."""
    return Counter(found for found in _VARIABLE.findall(text) if not found.endswith("|pluralize"))


def test_a_template_shows_the_same_values_in_english():
    wrong = {m: said for m, said in ALL.items() if "{{" in m and variables(m) != variables(said)}
    assert wrong == {}


def test_a_plural_is_of_a_value_that_is_there():
    asked = {
        m: [f.removesuffix("|pluralize") for f in _VARIABLE.findall(said) if f.endswith("|pluralize")]
        for m, said in ALL.items()
    }
    assert [m for m, values in asked.items() for value in values if value not in m] == []


def blanks(text: str) -> set[str]:
    """The blanks of a sentence of Python."""
    return {name.partition("|")[0] for name in BLANK.findall(text)}


def test_a_sentence_has_the_same_blanks_in_english():
    assert {m: said for m, said in ALL.items() if "{{" not in m and blanks(m) != blanks(said)} == {}


def test_a_blank_asks_for_words_or_nothing():
    asked = {name.partition("|")[2] for said in ALL.values() if "{{" not in said for name in BLANK.findall(said)}
    assert asked <= {"", "words"}


def test_english_opens_no_tag_and_closes_no_attribute():
    templates = {m: said for m, said in catalogued().items() if FOUND.get(m, "").endswith(".html")}
    bare = {m: _VARIABLE.sub("", said) for m, said in templates.items()}
    assert {m: said for m, said in bare.items() if re.search(r'["<>]|{%', said)} == {}


def test_english_is_no_vietnamese():
    """But for names, and what is to be typed as it is."""
    kept = re.compile(
        r"“[^”]*”|Ba Rõ|Điều|điểm|khoản|Tiếng Việt|Cốc Cốc|Hùng|Thạch Thất|Luật[^,;.]*|Nghị quyết.*|Thông báo.*|Nghị định[^,]*|QĐ|NĐ-CP|NĐ|BLĐTBXH|\d+ ngày làm việc|default:\"[^\"]*\""
    )
    said = {m: kept.sub("", text) for m, text in ALL.items()}
    assert {m: text for m, text in said.items() if re.search(r"[À-ÖØ-öø-ỹĐđ]", text)} == {}


def terms() -> dict[str, tuple[str, str]]:
    """The terms of the glossary that are messages too: the name in code, and the English."""
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    folded = {m.lower(): said for m, said in ALL.items()}
    rows = [(row[0].strip("` "), row[1].partition("(")[0].strip()) for row in table_rows(page)]
    return {term: (name, folded[term.lower()]) for name, term in rows if term.lower() in folded}


SAID_OTHERWISE = {
    "thời hạn giải quyết": "a time limit, to people",
    "có kết quả": "of a dossier: it has a result",
    "chỉ tiêu": "of a year's plan: a target",
}
"""A term that the pages use otherwise than as the name in code."""


def test_a_term_of_the_glossary_is_said_as_its_name_in_code():
    wrong = {}
    for term, (name, said) in terms().items():
        words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name.rpartition(".")[2])
        stems = [word.lower()[:4] for word in words]
        if term not in SAID_OTHERWISE and not any(stem in said.lower() for stem in stems):
            wrong[term] = (name, said)
    assert wrong == {}


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("Hồ sơ", "Dossiers"),
        ("Dấu hiệu", "Signals"),
        ("Giao ban", "Briefing"),
        ("Thông báo", "Notices"),
        ("Kết luận", "Conclusion"),
    ],
)
def test_the_words_of_the_rail_are_those_of_the_glossary(term, said):
    assert ALL[term] == said
