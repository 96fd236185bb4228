"""What is recorded of targets, each by a form."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named
from baro.channels.web.targets.forms import ReportForm, ReviseForm, TargetForm
from baro.channels.web.tasks.documents import choices
from baro.channels.web.tasks.forms import ReasonForm
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.targets import REPORT, SET, report_target, revise_target, set_target, withdraw_target
from baro.records.queries.targets import target as target_of
from baro.rules.observed.targets import Direction, Target
from baro.rules.prescribed.policy.standing import Subject

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_TRAIL = ("Chỉ tiêu", "/nhiem-vu/chi-tieu/")


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Give a target."""
    year = who.on.year
    initial = {"assigner": by_of(who, SET).unit, "first": date(year, 1, 1), "last": date(year, 12, 31)}
    form = TargetForm(choices(), request.POST or None, initial=initial)

    def do(said: dict[str, Any]) -> str:
        told = Target(id="", recorded_at=now(), **said | {"direction": Direction(said["direction"])})
        return reverse("target", args=[set_target(told, by_person(who, unit=said["assigner"]), now())])

    lead = "Kế hoạch của cả kỳ; số thực hiện báo cáo sau là số lũy kế từ đầu kỳ."
    page = Page(title="Thêm chỉ tiêu", lead=lead, button="Giao chỉ tiêu", back=reverse("targets"), trail=(_TRAIL,))
    return act(request, page, form, do, "Đã giao chỉ tiêu.")


@_FORM
@asks
def report(request: HttpRequest, who: Asker, target: str) -> HttpResponse:
    """Report what was reached."""
    found, back = _found(target), reverse("target", args=[target])
    _admit(who, REPORT, found.body)
    form = ReportForm(request.POST or None, initial={"upto": min(who.on, found.last), "source": found.source})

    def do(said: dict[str, Any]) -> str:
        report_target(found.id, said["upto"], said["value"], said["source"], by_person(who, unit=found.body), now())
        return back

    lead = f"{found.name}, {body_named(found.body)}. Số lũy kế từ đầu kỳ, tính bằng {found.unit}. Báo cáo lại cùng ngày thì số sau được tính; số trước vẫn giữ."
    page = Page(title="Báo cáo thực hiện", lead=lead, back=back, trail=(_TRAIL, (found.name[:60], back)))
    return act(request, page, form, do, "Đã ghi số thực hiện.")


@_FORM
@asks
def revise(request: HttpRequest, who: Asker, target: str) -> HttpResponse:
    """Change the plan by a document."""
    found, back = _found(target), reverse("target", args=[target])
    _admit(who, SET, found.assigner)
    form = ReviseForm(request.POST or None, initial={"plan": found.plan_now})

    def do(said: dict[str, Any]) -> str:
        revise_target(found.id, said["plan"], said["document"], by_person(who, unit=found.assigner), now())
        return back

    lead = "Kế hoạch đầu vẫn giữ: chỉ tiêu đạt chỉ nhờ điều chỉnh sẽ được nói rõ."
    page = Page(title="Điều chỉnh kế hoạch", lead=lead, back=back, trail=(_TRAIL, (found.name[:60], back)))
    return act(request, page, form, do, "Đã ghi kế hoạch mới.")


@_FORM
@asks
def withdraw(request: HttpRequest, who: Asker, target: str) -> HttpResponse:
    """Withdraw a target that was given by mistake."""
    found, back = _found(target), reverse("target", args=[target])
    _admit(who, SET, found.assigner)
    form = ReasonForm(request.POST or None)

    def do(said: dict[str, Any]) -> str:
        withdraw_target(found.id, said["reason"], by_person(who, unit=found.assigner), now())
        return reverse("targets")

    lead = "Chỉ rút chỉ tiêu giao nhầm, khi chưa có báo cáo nào."
    page = Page(
        title=f"Rút chỉ tiêu: {found.name[:100]}", lead=lead, back=back, trail=(_TRAIL, (found.name[:60], back))
    )
    return act(request, page, form, do, "Đã rút chỉ tiêu.")


def _found(target_id: str) -> Target:
    found = target_of(target_id)
    if found is None or found.withdrawn_at is not None:
        raise Http404
    return found


def _admit(who: Asker, operation: str, body: str) -> None:
    if not permission.allows(who, operation, Subject(unit=body)):
        raise Http404
