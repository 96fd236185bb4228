"""Red flags as questions: those that wait, and the three forms by which one is asked, answered, judged."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.dossiers.question_forms import AnswerForm, AskForm, VerdictForm
from baro.channels.web.dossiers.questions_told import SIGNAL_OF, shown_questions
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.wording.signals import STAGE_WORDS, STAGES
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.signal_questions import READ, answer_question, ask_unit, judge_answer
from baro.records.queries.dossier_lists import Line, dossier
from baro.records.queries.signal_questions import count_questions, questions_at, signal_questions
from baro.rules.judged.signals.told import rule_told
from baro.rules.observed.signal_questions import SignalQuestion, Stage

MOST = 200
_DAYS = 7
_FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@asks
def questions(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the questions that are so far: by the day of the answer, or the newest verdicts first."""
    scope = permission.scope(who, READ)
    word = request.GET.get("tinh-trang", "")
    stage = STAGE_WORDS.get(word, Stage.ASKED)
    counts, overdue = count_questions(scope, who.on)
    states = [
        ("?" + urlencode({"tinh-trang": one}), STAGES[of].capitalize(), counts[of], of is stage)
        for one, of in STAGE_WORDS.items()
    ]
    lines = shown_questions(who, questions_at(scope, stage, MOST))
    told = {"lines": lines, "states": states, "count": counts[stage], "overdue": overdue, "most": MOST}
    return render(
        request, "dossiers/questions.html", told | {"is_asked": stage is Stage.ASKED, "total": sum(counts.values())}
    )


@_FORM
@asks
def ask(request: HttpRequest, who: Asker, dossier_id: str, signal: int) -> HttpResponse:
    """Ask the unit of a dossier about one of its red flags."""
    line = _line(who, dossier_id)
    if signal not in SIGNAL_OF or not line.signals >> signal & 1:
        raise Http404
    told = SIGNAL_OF[signal]
    form = AskForm(request.POST or None, initial={"reply_by": who.on + timedelta(days=_DAYS)})

    def do(said: dict[str, Any]) -> str:
        ask_unit(line.id, signal, who, by_person(who, unit=line.body), now(), **said)
        return _back(line.id)

    page = _page(f"Hỏi đơn vị: {told.code} {told.name}", line, rule_told(told), "Gửi câu hỏi")
    return act(request, page, form, do, "Đã gửi câu hỏi. Đơn vị thấy ngay; chưa ai bị kết luận điều gì.")


@_FORM
@asks
def answer(request: HttpRequest, who: Asker, dossier_id: str, question: str) -> HttpResponse:
    """Explain, for the unit."""
    line, found = _question(who, dossier_id, question)
    form = AnswerForm(request.POST or None)

    def do(said: dict[str, Any]) -> str:
        answer_question(line.id, found.id, who, by_person(who, unit=line.body), now(), **said)
        return _back(line.id)

    page = _page(
        _titled("Giải trình", found), line, found.words or rule_told(SIGNAL_OF[found.signal]), "Gửi giải trình"
    )
    return act(request, page, form, do, "Đã gửi giải trình. Người hỏi sẽ kết luận, có nêu lý do.")


@_FORM
@asks
def judge(request: HttpRequest, who: Asker, dossier_id: str, question: str) -> HttpResponse:
    """Say what remains of a red flag."""
    line, found = _question(who, dossier_id, question)
    form = VerdictForm(request.POST or None)

    def do(said: dict[str, Any]) -> str:
        judge_answer(line.id, found.id, who, by_person(who, unit=line.body), now(), **said)
        return _back(line.id)

    heard = (
        f"Đơn vị giải trình: {found.answer}" if found.answer else "Đơn vị không giải trình trong thời gian được hỏi."
    )
    return act(request, _page(_titled("Kết luận", found), line, heard, "Ghi kết luận"), form, do, "Đã ghi kết luận.")


def _titled(what: str, found: SignalQuestion) -> str:
    signal = SIGNAL_OF[found.signal]
    return f"{what}: {signal.code} {signal.name}"


def _page(title: str, line: Line, lead: str, button: str) -> Page:
    trail = (("Hồ sơ", reverse("dossiers")), (line.code, _back(line.id)))
    return Page(title=title, lead=lead, button=button, back=_back(line.id), trail=trail)


def _line(who: Asker, dossier_id: str) -> Line:
    line = dossier(permission.scope(who, "dossier.read"), dossier_id)
    if line is None:
        raise Http404
    return line


def _question(who: Asker, dossier_id: str, question: str) -> tuple[Line, SignalQuestion]:
    found = signal_questions(permission.scope(who, READ), dossier_id)
    for one in found:
        if one.id == question:
            return _line(who, dossier_id), one
    raise Http404


def _back(dossier_id: str) -> str:
    return reverse("dossier", args=[dossier_id]) + "#hoi"
