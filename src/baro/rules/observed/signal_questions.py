"""A red flag as a question: a supervisor asks the unit, the unit explains, the supervisor says what remains of it.

What a rule raises is never a verdict; only what somebody says after the unit was heard is, and it is about the matter, not
about a person. The days to answer in are said by who asks: no instrument that we could read sets them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class Verdict(StrEnum):
    """What remains of a red flag once the unit was heard."""

    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"


class Stage(StrEnum):
    """How far a question is."""

    ASKED = "asked"
    ANSWERED = "answered"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalQuestion:
    """A question about the red flag R`signal` of a dossier, to the body whose dossier it is. Persons by id; free texts are
    "" where they were not said yet, or erased. The answer is asked for until `reply_by`, that day included."""

    id: str
    dossier: str
    body: str
    signal: int
    asked_by: str
    asked_at: datetime
    reply_by: date
    words: str
    answered_by: str = ""
    answered_at: datetime | None = None
    answer: str = ""
    verdict: Verdict | None = None
    judged_by: str = ""
    judged_at: datetime | None = None
    reason: str = ""

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if self.verdict is not None:
            return Stage.JUDGED
        return Stage.ANSWERED if self.answered_at is not None else Stage.ASKED

    def is_overdue(self, today: date) -> bool:
        """Say whether the unit has let the day pass without an answer."""
        return self.stage is Stage.ASKED and today > self.reply_by


def check_asked(raised: int, signal: int, known: Iterable[SignalQuestion], reply_by: date, today: date) -> None:
    """Refuse to ask about what is not raised, about what is being asked already, or for an answer in the past. `raised`: bit
    k stands for the red flag Rk. Raises `Refused("signal.not_raised" | "signal.asked_already" | "signal.reply_in_past")`."""
    if not raised >> signal & 1:
        raise Refused("signal.not_raised", signal=f"R{signal:02}")
    if any(question.signal == signal and question.stage is not Stage.JUDGED for question in known):
        raise Refused("signal.asked_already", signal=f"R{signal:02}")
    if reply_by < today:
        raise Refused("signal.reply_in_past")


def check_answered(question: SignalQuestion, answer: str) -> None:
    """Refuse a second answer, and one that says nothing. Raises `Refused("signal.answered_already" | "signal.no_answer")`."""
    if question.stage is not Stage.ASKED:
        raise Refused("signal.answered_already")
    if not answer.strip():
        raise Refused("signal.no_answer")


def check_judged(question: SignalQuestion, person: str, reason: str, today: date) -> None:
    """Refuse a verdict before the unit was heard or let its day pass, by who answered, without a reason, or a second one.
    Raises `Refused("signal.judged_already" | "signal.not_heard" | "signal.judges_own_answer" | "signal.no_reason")`."""
    if question.stage is Stage.JUDGED:
        raise Refused("signal.judged_already")
    if question.stage is Stage.ASKED and not question.is_overdue(today):
        raise Refused("signal.not_heard", reply_by=f"{question.reply_by:%d/%m/%Y}")
    if person == question.answered_by:
        raise Refused("signal.judges_own_answer")
    if not reason.strip():
        raise Refused("signal.no_reason")
