"""What is recorded of tasks, each by a form: one is given, something is told of it, the last thing told is taken back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named
from baro.channels.web.tasks.documents import choices
from baro.channels.web.tasks.forms import AssignForm, ReasonForm, TellForm
from baro.channels.web.tasks.task_views import BUTTONS, WORDS, found_now, taker_of, teller_of
from baro.channels.wording.tasks import KINDS
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, READ, Telling, assign_task, take_back_told, tell_task
from baro.records.queries.directives import directive
from baro.records.queries.tasks import assigned_task
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.observed.directives import Source
from baro.rules.observed.tasks import Task

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_TRAIL = ("Nhiệm vụ", "/nhiem-vu/")
_GIVES = "Đơn vị giao theo dõi và nghiệm thu; đơn vị chủ trì chịu trách nhiệm kết quả. Chậm và chất lượng được ghi thành hai số riêng."
_TELLS = "Ghi đúng ngày việc xảy ra; sổ giữ cả ngày ghi. Ghi muộn một mình không làm số liệu của bên ghi tốt lên: việc của chính mình tính từ ngày ghi."


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Give a task: anew, by a directive, or as a part of one that the asker's body leads."""
    parent = assigned_task(permission.scope(who, READ), request.GET.get("phan-cua", "")[:40])
    form = AssignForm(choices(), request.POST or None, initial=_initial(request, who, parent))

    def do(said: dict[str, Any]) -> str:
        told = Task(
            id="", parent=parent.id if parent else "", source=Source(said["source"]), coordinating=form.helpers(),
            recorded_at=now(),
            **{name: said[name] for name in ("assigner", "lead", "directive", "content", "product", "leader", "assigned_on", "due_on", "arose_on")},
        )  # fmt: skip
        by = by_person(who, unit=said["assigner"])
        return reverse("task", args=[assign_task(told, permission.scope(who, READ), by, now())])

    lead = f"Một phần của nhiệm vụ: {parent.content}. {_GIVES}" if parent else _GIVES
    back = reverse("task", args=[parent.id]) if parent else reverse("tasks")
    page = Page(title="Giao nhiệm vụ", lead=lead, button="Giao nhiệm vụ", back=back, trail=(_TRAIL,))
    return act(request, page, form, do, "Đã giao nhiệm vụ.")


@_FORM
@asks
def tell(request: HttpRequest, who: Asker, task: str, word: str) -> HttpResponse:
    """Record what happened to a task."""
    found, kind = found_now(who, task), WORDS.get(word)
    teller = teller_of(who, found, kind) if kind else ""
    if kind is None or not teller:
        raise Http404
    asked = found.asked.due_on if found.asked else None
    form = TellForm(kind, request.POST or None, initial={"on": who.on, "due_on": asked})
    scope, back = permission.scope(who, READ), reverse("task", args=[task])

    def do(said: dict[str, Any]) -> str:
        tell_task(task, Telling(kind=kind, **said), scope, by_person(who, unit=teller), now())
        return back

    page = Page(title=BUTTONS[kind], lead=f"{_about(found)} {_TELLS}", back=back, trail=_trail(found))
    return act(request, page, form, do, f"Đã ghi: {KINDS[kind]}.")


@_FORM
@asks
def take_back(request: HttpRequest, who: Asker, task: str, number: int) -> HttpResponse:
    """Record that the last thing told did not happen."""
    found = found_now(who, task)
    last = taker_of(who, found)
    if last is None or last.number != number:
        raise Http404
    form, back = ReasonForm(request.POST or None), reverse("task", args=[task])

    def do(said: dict[str, Any]) -> str:
        take_back_told(
            task, number, said["reason"], permission.scope(who, READ), by_person(who, unit=last.teller), now()
        )
        return back

    lead = "Điều đã ghi vẫn giữ trong sổ, gạch ngang, cạnh lý do. Chỉ rút được việc ghi sau cùng."
    page = Page(title=f"Rút việc ghi nhầm: {KINDS[last.kind]}", lead=lead, back=back, trail=_trail(found))
    return act(request, page, form, do, "Đã rút việc ghi nhầm.")


def _initial(request: HttpRequest, who: Asker, parent: Task | None) -> dict[str, Any]:
    given = request.GET.get("van-ban", "")[:40]
    found = directive(given) if given else None
    if parent is not None:
        about = {"assigner": parent.lead, "source": parent.source.value, "directive": parent.directive}
        return about | {"assigned_on": who.on, "due_on": parent.due_on}
    mine = by_of(who, ASSIGN).unit
    about = {"directive": found.id, "source": found.source.value} if found else {}
    return {"assigner": mine, "assigned_on": who.on, **about}


def _about(found: TaskNow) -> str:
    text = found.task.content
    return f"{body_named(found.task.lead)}: {text[:200]}{'…' if len(text) > 200 else ''}."


def _trail(found: TaskNow) -> tuple[tuple[str, str], ...]:
    return (_TRAIL, ("Nhiệm vụ này", reverse("task", args=[found.task.id])))
