"""A red flag is a question: asked once at a time, answered once, judged after the unit was heard, never by who answered."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from baro.rules.observed.signal_questions import (
    SignalQuestion,
    Stage,
    Verdict,
    check_answered,
    check_asked,
    check_judged,
)
from baro.rules.prescribed.refusals import Refused

TODAY, AT = date(2026, 11, 27), datetime(2026, 11, 20, 3, tzinfo=UTC)
ASKED = SignalQuestion(
    id="x.1", dossier="s:1", body="b-so", signal=5, asked_by="p-hoi", asked_at=AT, reply_by=TODAY, words=""
)
ANSWERED = replace(ASKED, answered_by="p-dap", answered_at=AT, answer="Có lý do.")
JUDGED = replace(ANSWERED, verdict=Verdict.EXPLAINED, judged_by="p-hoi", judged_at=AT, reason="Đủ căn cứ.")
RAISED = 1 << 5


@pytest.mark.parametrize(
    ("raised", "known", "reply_by", "code"),
    [
        (1 << 4, (), TODAY, "signal.not_raised"), (RAISED, (ASKED,), TODAY, "signal.asked_already"),
        (RAISED, (JUDGED, replace(ANSWERED, id="x.2")), TODAY, "signal.asked_already"),
        (RAISED, (), date(2026, 11, 26), "signal.reply_in_past"),
        (RAISED, (), TODAY, ""), (RAISED, (JUDGED,), TODAY, ""), (RAISED, (replace(ASKED, signal=4),), TODAY, ""),
    ],
)  # fmt: skip
def test_what_may_be_asked(raised, known, reply_by, code):
    assert refused(check_asked, raised, 5, known, reply_by, TODAY) == code


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        (ASKED, "Vì thiếu người.", ""), (ASKED, " \n", "signal.no_answer"),
        (ANSWERED, "Nữa.", "signal.answered_already"), (JUDGED, "Nữa.", "signal.answered_already"),
    ],
)  # fmt: skip
def test_the_unit_answers_once(question, answer, code):
    assert refused(check_answered, question, answer) == code


@pytest.mark.parametrize(
    ("question", "person", "today", "reason", "code"),
    [
        (ANSWERED, "p-hoi", TODAY, "Đủ.", ""), (ANSWERED, "p-dap", TODAY, "Đủ.", "signal.judges_own_answer"),
        (ANSWERED, "p-hoi", TODAY, " ", "signal.no_reason"), (JUDGED, "p-hoi", TODAY, "Đủ.", "signal.judged_already"),
        (ASKED, "p-hoi", TODAY, "Đủ.", "signal.not_heard"), (ASKED, "p-hoi", date(2026, 11, 28), "Không trả lời.", ""),
    ],
)  # fmt: skip
def test_nobody_is_judged_unheard_nor_by_themselves(question, person, today, reason, code):
    assert refused(check_judged, question, person, reason, today) == code


def test_how_far_a_question_is():
    assert [q.stage for q in (ASKED, ANSWERED, JUDGED)] == [Stage.ASKED, Stage.ANSWERED, Stage.JUDGED]
    assert [q.is_overdue(date(2026, 11, 28)) for q in (ASKED, ANSWERED, JUDGED)] == [True, False, False]
    assert not ASKED.is_overdue(TODAY)


def refused(check, *told) -> str:
    try:
        check(*told)
    except Refused as refusal:
        return refusal.code
    return ""
