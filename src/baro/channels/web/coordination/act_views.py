"""Recording and ending an obligation; telling that something was asked for, done or declined; taking back what was told by
mistake."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.coordination.forms import BackForm, ObligationEndForm, ObligationForm, ToldForm
from baro.channels.web.coordination.told import since_told
from baro.channels.web.coordination.views import held_now, teller_of
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.followed import Telling
from baro.desk.obligations import (
    KEEP,
    end_obligation,
    owed_until,
    record_obligation,
    take_back_told,
    tell_obligation,
)
from baro.desk.permission import Asker
from baro.records.queries.joint_rules import coordination_rule
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation
from baro.rules.prescribed.policy.standing import Subject

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_KINDS = {"yeu-cau": FollowedKind.ASKED, "thuc-hien": FollowedKind.DONE, "tu-choi": FollowedKind.DECLINED}
_TITLES = {
    FollowedKind.ASKED: "Ghi yêu cầu",
    FollowedKind.DONE: "Ghi thực hiện",
    FollowedKind.DECLINED: "Ghi từ chối",
}
_LATE = "Ghi muộn một mình thì tính từ ngày ghi; ngày của văn bản vẫn giữ bên cạnh."


@_FORM
@asks
def new(request: HttpRequest, who: Asker, rule: str) -> HttpResponse:
    """Record an obligation of a rule."""
    found = coordination_rule(rule)
    if found is None or not permission.allows(who, KEEP, Subject(unit=found.unit)):
        raise Http404
    form = ObligationForm(found, request.POST or None, initial={"valid_from": found.valid_from})
    back = reverse("coordination_rule", args=[found.id])

    def do(_: dict[str, Any]) -> str:
        record_obligation(form.obligation(), by_person(who, unit=found.unit), now())
        return back

    page = Page(title="Ghi nghĩa vụ của quy chế", back=back, trail=_trail(found), lead=f"{found.name}, {found.number}.")
    return act(request, page, form, do, "Đã ghi nghĩa vụ.")


@_FORM
@asks
def end(request: HttpRequest, who: Asker, obligation: str) -> HttpResponse:
    """Record the last day of an obligation."""
    told, rule, back = _kept(who, obligation)

    def do(said: dict[str, Any]) -> str:
        end_obligation(told.id, said["last"], by_person(who, unit=rule.unit), now())
        return back

    lead = "Nghĩa vụ và các lần đã ghi vẫn giữ."
    page = Page(title="Ghi nghĩa vụ hết áp dụng", back=back, trail=_trail(rule, told), lead=lead)
    return act(request, page, ObligationEndForm(request.POST or None), do, "Đã ghi ngày áp dụng cuối cùng.")


@_FORM
@asks
def tell(request: HttpRequest, who: Asker, obligation: str, word: str) -> HttpResponse:
    """Record that something was asked for, or that it was done or declined; which time, the address says (`lan`)."""
    told, rule = held_now(obligation)
    kind, key = _KINDS.get(word), request.GET.get("lan", "")
    teller = teller_of(who, told, rule, kind) if kind else ""
    about = _about(who, told, rule, key) if kind is not FollowedKind.ASKED else ""
    if kind is None or not teller or about is None:
        raise Http404
    back = reverse("obligation", args=[told.id])

    def do(said: dict[str, Any]) -> str:
        telling = Telling(kind=kind, about=key if about else "", **said)
        tell_obligation(told.id, telling, by_person(who, unit=teller), now())
        return back

    lead = f"{body_named(told.debtor)}: {told.task}{f' ({about})' if about else ''}. {body_named(teller)} ghi. {_LATE}"
    page = Page(title=_TITLES[kind], back=back, trail=_trail(rule, told), lead=lead)
    return act(request, page, ToldForm(request.POST or None, initial={"on": who.on}), do, "Đã ghi.")


@_FORM
@asks
def take_back(request: HttpRequest, who: Asker, obligation: str, number: int) -> HttpResponse:
    """Record that what was told of an obligation was told by mistake."""
    told, rule, back = _kept(who, obligation)

    def do(said: dict[str, Any]) -> str:
        take_back_told(told.id, number, said["document"], by_person(who, unit=rule.unit), now())
        return back

    lead = "Điều đã ghi vẫn giữ, gạch ngang, và không tính nữa. Chỉ cơ quan chủ trì quy chế rút được."
    page = Page(title="Rút điều ghi nhầm", back=back, trail=_trail(rule, told), lead=lead)
    return act(request, page, BackForm(request.POST or None), do, "Đã rút.")


def _kept(who: Asker, obligation_id: str) -> tuple[Obligation, CoordinationRule, str]:
    """An obligation of a rule that the asker keeps, and its page; else it is not there."""
    told, rule = held_now(obligation_id)
    if not permission.allows(who, KEEP, Subject(unit=rule.unit)):
        raise Http404
    return told, rule, reverse("obligation", args=[told.id])


def _about(who: Asker, told: Obligation, rule: CoordinationRule, key: str) -> str | None:
    """How the time that is done or declined is called; None if nothing of it is owed."""
    times = (one.owed for one in owed_until(who.on, (rule,)) if one.obligation.id == told.id)
    return next((since_told(told, one) for one in times if one.key == key and one.ended is None), None)


def _trail(rule: CoordinationRule, told: Obligation | None = None) -> tuple[tuple[str, str], ...]:
    first = (("Phối hợp", reverse("coordination")), (rule.number, reverse("coordination_rule", args=[rule.id])))
    return first + (((told.task, reverse("obligation", args=[told.id])),) if told else ())
