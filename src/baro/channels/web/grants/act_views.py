"""Giving and ending roles: at once where one person may, else as a proposal to a second person."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.grants.forms import EndForm, GiveForm
from baro.channels.web.organisation.acting import Page, shown
from baro.channels.web.organisation.asking import may_over
from baro.channels.web.organisation.named import body_named, holder_named
from baro.channels.web.organisation.told import days_of
from baro.channels.wording import sentence
from baro.channels.wording.access import ROLES
from baro.desk import access as desk
from baro.desk.permission import Asker
from baro.records.queries.access import ToldGrant, told_grant_row
from baro.rules.prescribed.refusals import Refused

_TRAIL = (("Quyền", "/quyen/"),)
_ABOUT = {
    "access.not_grantable": "role",
    "access.self_grant": "person",
    "access.roles_apart": "role",
    "access.end_in_the_past": "last",
    "access.no_reason": "reason",
    "access.not_found": "unit",
    "access.denied": "unit",
}
_NOT_OVER = "Bạn không giao được vai trò ở đơn vị này; chỉ ở đơn vị mình và cấp dưới."
_WHY = "Việc này cần người thứ hai phê duyệt; xin ghi lý do để họ quyết định."
_PROPOSED = "Việc này cần người thứ hai, nên chưa ghi mà đã lập đề nghị. Sau khi được phê duyệt, bạn thực hiện tại đây."


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def give(request: HttpRequest, who: Asker) -> HttpResponse:
    """Give a role, or propose to."""
    form = GiveForm(request.POST or None, initial={"valid_from": who.on, "person": request.GET.get("nguoi", "")})
    lead = "Vai trò nhìn rộng hơn một đơn vị, hoặc tại đơn vị có cấp dưới, cần người thứ hai ở đơn vị khác phê duyệt."
    page = Page(title="Giao vai trò", lead=lead, back=reverse("grants"), trail=_TRAIL, button="Giao vai trò")
    if form.is_bound and form.is_valid():
        try:
            return _give(request, who, form)
        except Refused as refusal:
            _beside(form, refusal)
    return shown(request, page, form)


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def end(request: HttpRequest, who: Asker, grant_id: str) -> HttpResponse:
    """Say the last day of a role, or propose it."""
    held = told_grant_row(grant_id)
    if held is None or not may_over(who, "grant.end", held.grant.unit):
        raise Http404
    form = EndForm(request.POST or None, initial={"last": who.on})
    grant, name = held.grant, holder_named(held.person)
    lead = (
        f"{ROLES[grant.role]}, {body_named(grant.unit)}, {days_of(grant.term)}. Lịch sử giữ nguyên; chỉ ghi ngày cuối."
    )
    back = reverse("grant_history", kwargs={"holder": held.person})
    page = Page(
        title=f"Thôi vai trò: {name}", lead=lead, back=back, trail=(*_TRAIL, (name, back)), button="Thôi vai trò"
    )
    if form.is_bound and form.is_valid():
        try:
            return _end(request, who, form, held)
        except Refused as refusal:
            _beside(form, refusal)
    return shown(request, page, form)


def _give(request: HttpRequest, who: Asker, form: GiveForm) -> HttpResponse:
    new = form.new_role()
    if desk.takes_two(who, new.grant):
        reason = form.cleaned_data["reason"]
        made = desk.propose_role(new, who, now(), reason=reason, days=settings.HOME_SETTINGS.proposal_days)
        return _to_proposal(request, made)
    desk.give_role(new, who, now())
    messages.success(request, f"Đã giao vai trò {ROLES[new.grant.role]} cho {holder_named(new.person)}.")
    return redirect("grant_history", new.person)


def _end(request: HttpRequest, who: Asker, form: EndForm, held: ToldGrant) -> HttpResponse:
    last: date = form.cleaned_data["last"]
    if desk.takes_two(who, held.grant):
        reason = form.cleaned_data["reason"]
        made = desk.propose_ending(held.id, last, who, now(), reason=reason, days=settings.HOME_SETTINGS.proposal_days)
        return _to_proposal(request, made)
    desk.end_role(held.id, last, who, now())
    messages.success(request, f"Vai trò còn hiệu lực đến hết {last:%d/%m/%Y}.")
    return redirect("grant_history", held.person)


def _to_proposal(request: HttpRequest, made: str) -> HttpResponse:
    messages.info(request, _PROPOSED)
    return redirect("proposal", made)


def _beside(form: Form, refusal: Refused) -> None:
    """Put a refusal beside the field it is about; what is about none goes on up."""
    field = _ABOUT.get(refusal.code)
    if field not in form.fields:
        raise refusal
    told = {"access.not_found": _NOT_OVER, "access.denied": _NOT_OVER, "access.no_reason": _WHY}
    form.add_error(field, told.get(refusal.code) or sentence(refusal))
