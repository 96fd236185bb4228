"""Red flags as questions: those in reach, one with its story; asked, answered and judged by the same acts as on the pages."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import question_shapes as given
from baro.channels.api.v1.places import AT, LAST, day_place, moment_place, next_page
from baro.channels.api.v1.questions_told import question_told
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.channels.wording.signals import STAGE_WORDS
from baro.desk import permission
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.desk.signal_questions import READ, answer_question, ask_unit, judge_answer, story
from baro.records.queries.dossier_lists import dossier
from baro.records.queries.signal_questions import (
    Place,
    count_questions,
    questions_at,
    signal_question,
    signal_questions,
)
from baro.rules.observed.signal_questions import SignalQuestion, Stage, Verdict
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Câu hỏi về dấu hiệu"])
PAGE = 100
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã câu hỏi.")


@router.get(
    "",
    response={200: given.QuestionPage, **PROBLEMS},
    summary="Danh sách câu hỏi",
    description="Như trang Câu hỏi: theo ngày cần trả lời, hoặc kết luận mới nhất trước; 100 câu hỏi mỗi trang.",
)
def questions(request: HttpRequest, asked: Query[given.QuestionQuery]) -> dict[str, Any]:
    """Give a page of the questions that are so far."""
    told = words_of(request)
    word = told.get("tinh-trang", next(iter(STAGE_WORDS)))
    stage = STAGE_WORDS.get(word, Stage.ASKED)
    after = _place(told, stage)
    require_understood(told, {*(("tinh-trang",) if word in STAGE_WORDS else ()), *((LAST, AT) if after else ())})
    who: Asker = request.auth  # type: ignore[attr-defined]
    scope = permission.scope(who, READ)
    counts, overdue = count_questions(scope, who.on)
    found = questions_at(scope, stage, PAGE + 1, after)
    last = found[PAGE - 1] if len(found) > PAGE else None
    at = (last.judged_at if stage is Stage.JUDGED else last.reply_by) if last else None
    return {
        "count": counts[stage],
        "overdue": overdue,
        "items": [question_told(who, one) for one in found[:PAGE]],
        "next": next_page({"tinh-trang": word}, last.id, at) if last else "",
    }


@router.get(
    "/{question_id}",
    response={200: given.QuestionFull, **PROBLEMS},
    summary="Một câu hỏi và diễn biến",
    description="Câu hỏi, giải trình, kết luận; mỗi việc kèm mục trong sổ cái.",
)
def question(request: HttpRequest, question_id: str = _ID) -> dict[str, Any]:
    """Give one question with its story."""
    return _full(request, question_id)


@router.post(
    "",
    response={201: given.QuestionFull, **_WRITES},
    summary="Hỏi đơn vị về một dấu hiệu",
    description="Như nút Hỏi đơn vị trên trang hồ sơ. Khóa phải của một tài khoản được hỏi đơn vị của hồ sơ.",
)
def ask(request: HttpRequest, asked: given.Ask, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Ask the unit of a dossier about one of its red flags."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    line = dossier(permission.scope(who, "dossier.read"), asked.dossier)
    if line is None:
        raise Refused("access.not_found")

    def act(by: By) -> str:
        return ask_unit(line.id, asked.signal, who, by, now(), reply_by=asked.reply_by, words=asked.words)

    return Status(201, _full(request, written(request, idempotency_key, asked, line.body, act)))


@router.post(
    "/{question_id}/answer",
    response={200: given.QuestionFull, **_WRITES},
    summary="Giải trình thay mặt đơn vị",
    description="Chủ tài khoản của khóa là người giải trình; sổ cái ghi như vậy.",
)
def answer(
    request: HttpRequest, asked: given.Answer, question_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Explain, for the unit."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    found = _found(who, question_id)

    def act(by: By) -> None:
        answer_question(found.dossier, found.id, who, by, now(), answer=asked.answer)

    return _full(request, written_of(request, idempotency_key, asked, found.body, found.id, act))


@router.post(
    "/{question_id}/verdict",
    response={200: given.QuestionFull, **_WRITES},
    summary="Kết luận sau giải trình",
    description="Sau khi đơn vị đã giải trình, hoặc đã quá ngày cần trả lời. Người giải trình không tự kết luận.",
)
def judge(
    request: HttpRequest, asked: given.Judge, question_id: str = _ID, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Say what remains of a red flag."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    found = _found(who, question_id)

    def act(by: By) -> None:
        verdict = Verdict(asked.verdict)
        judge_answer(found.dossier, found.id, who, by, now(), verdict=verdict, reason=asked.reason)

    return _full(request, written_of(request, idempotency_key, asked, found.body, found.id, act))


def _found(who: Asker, question_id: str) -> SignalQuestion:
    found = signal_question(permission.scope(who, READ), question_id)
    if found is None:
        raise Refused("access.not_found")
    return found


def _full(request: HttpRequest, question_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    found = _found(who, question_id)
    about = signal_questions(permission.scope(who, READ), found.dossier)
    history = [{"act": entry.type, "at": entry.recorded_at, "entry": entry.id} for entry in story(found)]
    others = [one.id for one in about if one.signal == found.signal and one.id != found.id]
    return {"question": question_told(who, found), "history": history, "others": others}


def _place(told: dict[str, str], stage: Stage) -> Place | None:
    place = moment_place(told) if stage is Stage.JUDGED else day_place(told)
    return Place(*place) if place else None
