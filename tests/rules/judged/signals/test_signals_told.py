"""What is told of the red flags: the document, the questions, and why one could not be checked."""

from pathlib import Path
from string import Formatter

import pytest

from baro.rules.judged.signals.registry import SIGNALS, missing
from baro.rules.judged.signals.signal import Severity
from baro.rules.judged.signals.told import NEED_WORDS, SEVERITY_WORDS, document, need_told, question_told, rule_told
from baro.rules.observed.kinds import Kind
from rules.judged.signals.dossiers import COLUMNS

DOCUMENT = Path(__file__).parents[4] / "docs" / "rules" / "signals.md"
BY_CODE = {s.code: s for s in SIGNALS}
EVERY_SIGNAL = pytest.mark.parametrize("signal", SIGNALS, ids=lambda s: s.code)


def test_the_document_is_the_registry():
    assert DOCUMENT.read_text("utf-8") == document(), "docs/rules/signals.md is not what told.document() gives"


def test_signals_stand_in_the_order_of_their_codes():
    codes = [s.code for s in SIGNALS]
    assert codes == sorted(set(codes))


@EVERY_SIGNAL
def test_a_signal_asks_the_unit_and_names_its_ground(signal):
    asked = question_told(signal, "H26-240402-0001", 3)
    assert asked.endswith("?")
    assert "H26-240402-0001" in asked
    assert rule_told(signal)
    assert all((signal.name, signal.duty, signal.article, signal.false_positives))
    assert signal.severity in SEVERITY_WORDS


@EVERY_SIGNAL
def test_its_texts_use_the_parameters_and_its_rule_names_each(signal):
    named = {field for text in (signal.question, signal.rule) for _, field, _, _ in Formatter().parse(text) if field}
    assert named - {"case", "amount"} == set(signal.parameters)


@EVERY_SIGNAL
def test_it_looks_at_one_case_or_at_all_and_has_a_plain_rule(signal):
    of_one = (signal.raise_in, signal.readable)
    of_all = (signal.raise_over, signal.readable_over)
    assert all(of_all if signal.whole_log else of_one)
    assert not any(of_one if signal.whole_log else of_all)


@EVERY_SIGNAL
def test_what_it_needs_are_columns_and_kinds_that_exist(signal):
    names = {n for need in signal.needs for n in need.split("|")}
    assert names <= COLUMNS | {"competence"} | {k.name for k in Kind}
    assert names <= set(NEED_WORDS)


def test_a_full_log_lacks_nothing():
    assert {
        s.code: missing(s, COLUMNS | {"competence"}, Kind)
        for s in SIGNALS
        if missing(s, COLUMNS | {"competence"}, Kind)
    } == {}


def test_a_log_without_papers_is_told_as_not_checked():
    assert missing(BY_CODE["R08"], COLUMNS - {"component"}, Kind) == ("component",)
    assert missing(BY_CODE["R15"], COLUMNS - {"document"}, Kind) == ()
    assert missing(BY_CODE["R15"], COLUMNS - {"document", "file"}, Kind) == ("document|file",)


def test_what_is_lacking_is_told_in_words():
    assert need_told("document|file") == "số văn bản, phiếu hoặc tệp kết quả"


def test_a_log_that_shows_no_apologies_cannot_tell_who_did_not_apologise():
    assert missing(BY_CODE["R01"], COLUMNS, [Kind.RECEIVED, Kind.RELEASED]) == ("APOLOGISED|EXTENDED",)


def test_a_threshold_that_no_law_gives_is_called_unverified():
    by_law = {"R02", "R03", "R04", "R05"}
    unverified = {s.code for s in SIGNALS if "chưa kiểm chứng" in s.article}
    assert {s.code for s in SIGNALS if s.parameters} - by_law <= unverified


def test_every_severity_has_a_word():
    assert set(SEVERITY_WORDS) == set(Severity)
