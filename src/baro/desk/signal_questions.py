"""Red flags asked, answered and judged: the right of reply comes before any verdict."""

from datetime import date, datetime
from hashlib import sha256

from baro.desk import permission
from baro.desk.by import By, act_of, require_on
from baro.desk.permission import Asker
from baro.desk.seeing import subject_for
from baro.records.queries.dossier_lists import Line, dossier
from baro.records.queries.signal_questions import signal_questions
from baro.records.queries.stream_entries import entries_of
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.observed.acts import Value
from baro.rules.observed.entries import Entry
from baro.rules.observed.signal_questions import (
    SignalQuestion,
    Stage,
    Verdict,
    check_answered,
    check_asked,
    check_judged,
)
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

READ = "signal.read"


@acting()
def ask_unit(dossier_id: str, signal: int, who: Asker, by: By, at: datetime, *, reply_by: date, words: str = "") -> str:
    """Ask the unit of a dossier about its red flag R`signal`; gives the question's id. Without `words` the question is the
    rule's own. Raises `Refused("access.…" | "signal.not_raised" | "signal.asked_already" | "signal.reply_in_past")`."""
    line = _line(dossier_id, who)
    require_on(by, "signal.ask", subject_for(by, line.id, line.body, "signal.ask"), at)
    stream = _stream(line.id, signal)
    known = signal_questions(permission.scope(who, READ), line.id, held=[stream])
    check_asked(line.signals, signal, known, reply_by, permission.day_of(at))
    question = f"{stream.partition('/')[2]}.{sum(one.signal == signal for one in known) + 1}"
    data: dict[str, Value] = {
        "question": question,
        "dossier": line.id,
        "body": line.body,
        "signal": signal,
        "reply_by": reply_by.isoformat(),
    }
    record(act_of(by, "signal.asked", stream, at, data, {"words": words.strip()}), at=at)
    return question


@acting()
def answer_question(dossier_id: str, question_id: str, who: Asker, by: By, at: datetime, *, answer: str) -> None:
    """Explain, for the unit. Raises `Refused("access.…" | "signal.answered_already" | "signal.no_answer")`."""
    found = _held(dossier_id, question_id, who)
    require_on(by, "signal.answer", subject_for(by, found.dossier, found.body, "signal.answer"), at)
    check_answered(found, answer)
    act = act_of(
        by,
        "signal.answered",
        _stream(found.dossier, found.signal),
        at,
        {"question": found.id},
        {"answer": answer.strip()},
    )
    record(act, at=at)


@acting()
def judge_answer(
    dossier_id: str, question_id: str, who: Asker, by: By, at: datetime, *, verdict: Verdict, reason: str
) -> None:
    """Say what remains of a red flag. Raises `Refused("access.…" | "signal.judged_already" | "signal.not_heard" |
    "signal.judges_own_answer" | "signal.no_reason")`."""
    found = _held(dossier_id, question_id, who)
    require_on(by, "signal.judge", subject_for(by, found.dossier, found.body, "signal.judge"), at)
    check_judged(found, by.actor, reason, permission.day_of(at))
    data = {"question": found.id, "verdict": verdict.value}
    act = act_of(by, "signal.judged", _stream(found.dossier, found.signal), at, data, {"reason": reason.strip()})
    record(act, at=at)


def may_judge(who: Asker, q: SignalQuestion, subject: Subject) -> bool:
    """Say whether somebody may say what remains of a red flag: once it is answered by another, or past its day."""
    is_heard = q.stage is Stage.ANSWERED or q.is_overdue(who.on)
    return is_heard and q.answered_by != who.person and permission.allows(who, "signal.judge", subject)


def story(found: SignalQuestion) -> list[Entry]:
    """Give the entries of the ledger that tell of a question, the oldest first."""
    return [entry for entry in entries_of(_stream_of(found.id)) if entry.data.get("question") == found.id]


def _held(dossier_id: str, question_id: str, who: Asker) -> SignalQuestion:
    scope = permission.scope(who, READ)
    found = signal_questions(scope, dossier_id, held=[_stream_of(question_id)])
    for question in found:
        if question.id == question_id:
            return question
    raise Refused("access.not_found")


def _line(dossier_id: str, who: Asker) -> Line:
    line = dossier(permission.scope(who, "dossier.read"), dossier_id)
    if line is None:
        raise Refused("access.not_found")
    return line


def _stream_of(question_id: str) -> str:
    return f"signal/{question_id.partition('.')[0]}"


def _stream(dossier_id: str, signal: int) -> str:
    """All questions about one red flag of one dossier stand in one stream; a dossier's id may hold what a stream may not."""
    return f"signal/{sha256(f'{dossier_id}/R{signal:02}'.encode()).hexdigest()[:32]}"
