"""Questions about red flags as pages tell them: who asked what until when, what the unit says, what remains, what the
reader may do now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baro.channels.web.organisation.named import holders_named
from baro.channels.wording.signals import STAGES, VERDICTS
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.seeing import subjects_of
from baro.desk.signal_questions import may_judge
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.judged.signals.signal import Signal
from baro.rules.observed.signal_questions import SignalQuestion, Stage
from baro.rules.prescribed.policy.masking import VEIL, hides
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.zones import VIETNAM, local_time

SIGNAL_OF: dict[int, Signal] = {int(signal.code[1:]): signal for signal in SIGNALS}
_ASKED, _HEARD = Stage.ASKED, (Stage.ANSWERED, Stage.JUDGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """A question as a page draws it. Moments are Vietnam's; texts are veiled where the reader may not see them."""

    id: str
    dossier: str
    code: str
    signal: Signal
    stage: str
    state: str
    asked_by: str
    asked_at: datetime
    reply_by: date
    words: str
    answered_by: str
    answered_at: datetime | None
    answer: str
    verdict: str
    judged_by: str
    judged_at: datetime | None
    reason: str
    may_answer: bool
    may_judge: bool


def shown_questions(who: Asker, found: Sequence[SignalQuestion]) -> list[ShownQuestion]:
    """Tell questions to somebody."""
    persons = {one for q in found for one in (q.asked_by, q.answered_by, q.judged_by) if one}
    named = holders_named(persons) | {"": ""}
    subjects = subjects_of(who, {q.dossier: q.body for q in found}, "signal.read")
    return [_shown(who, question, named, subjects[question.dossier]) for question in found]


def may_ask(who: Asker, body: str, dossier: str) -> bool:
    """Say whether somebody may ask the unit of a dossier."""
    return permission.allows(who, "signal.ask", subjects_of(who, {dossier: body}, "signal.ask")[dossier])


def _shown(who: Asker, q: SignalQuestion, named: dict[str, str], subject: Subject) -> ShownQuestion:
    seen = permission.decide(who, "signal.read", subject)

    def told(name: str, value: str) -> str:
        return VEIL if value and hides(seen, "signal_question", name) else value

    stage, state = _state(q, who.on)
    return ShownQuestion(
        id=q.id, dossier=q.dossier, code=q.dossier.partition(":")[2] or q.dossier, signal=SIGNAL_OF[q.signal],
        stage=stage, state=state, asked_at=local_time(q.asked_at, VIETNAM), reply_by=q.reply_by,
        asked_by=told("asked_by", named[q.asked_by]), words=told("words", q.words),
        answered_by=told("answered_by", named[q.answered_by]), answered_at=_local(q.answered_at),
        answer=told("answer", q.answer), verdict=VERDICTS[q.verdict] if q.verdict else "",
        judged_by=told("judged_by", named[q.judged_by]), judged_at=_local(q.judged_at), reason=told("reason", q.reason),
        may_answer=q.stage is _ASKED and permission.allows(who, "signal.answer", subject),
        may_judge=may_judge(who, q, subject),
    )  # fmt: skip


def _state(q: SignalQuestion, today: date) -> tuple[str, str]:
    """The stage in words, and the state by which it is drawn."""
    if q.is_overdue(today):
        return f"{STAGES[_ASKED]}, đã quá ngày {q.reply_by:%d/%m/%Y}", "late"
    return STAGES[q.stage], {Stage.ASKED: "unknown", Stage.ANSWERED: "soon", Stage.JUDGED: "closed"}[q.stage]


def _local(at: datetime | None) -> datetime | None:
    return local_time(at, VIETNAM) if at else None
