"""Erasing personal values: what was asked for so far, and a form that proposes one."""

from collections.abc import Iterable

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.erasures.forms import ErasureForm
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.organisation.acting import Page, shown
from baro.channels.web.organisation.asking import by_of, may_over
from baro.channels.web.organisation.named import body_named
from baro.channels.web.proposals.told import shown as told
from baro.channels.wording.organisation import ERASED_NAME
from baro.channels.wording.proposals import GROUND_DOUBT
from baro.desk import permission
from baro.desk.erasing import erasure
from baro.desk.permission import Asker
from baro.desk.two_persons import propose
from baro.records.queries.organisation import bodies
from baro.records.queries.people import person, units_of
from baro.records.queries.personal_values import fields_kept
from baro.records.queries.proposals import proposals_about
from baro.rules.prescribed.policy.standing import Subject

MOST = 200
_TRAIL = (("Hủy dữ liệu cá nhân", "/huy-du-lieu/"),)
_PROPOSED = "Đã lập đề nghị. Chưa có gì bị hủy: cần người thứ hai phê duyệt, rồi bạn thực hiện tại đây."


@require_safe
@asks
def erasures(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show what was asked for and done over the bodies that the asker may erase for."""
    found = [p for p in proposals_about("ledger.erase", "", MOST) if may_over(who, "ledger.erase", p.subject.unit)]
    lines = [told(one, who.on) for one in found]
    done = sum(1 for one in lines if one.stage == "carried_out")
    return render(request, "erasures/list.html", {"lines": lines, "done": done, "doubt": GROUND_DOUBT})


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def of_person(request: HttpRequest, who: Asker, person_id: str) -> HttpResponse:
    """Ask for the erasure of personal values of a person; somebody whom the asker may not erase for is not there."""
    found, unit = person(person_id), _unit_of(who, units_of(person_id))
    if found is None or unit is None:
        raise Http404
    name = found.name or f"({ERASED_NAME})"
    back = reverse("person", kwargs={"person_id": person_id})
    return _asked(request, who, f"person/{person_id}", unit, name, back)


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def of_body(request: HttpRequest, who: Asker, body_id: str) -> HttpResponse:
    """Ask for the erasure of personal values in what was noted of a body."""
    if body_id not in bodies().by_id or not may_over(who, "ledger.erase", body_id):
        raise Http404
    unit = bodies().place_of(body_id, who.on)
    return _asked(request, who, f"body/{body_id}", unit, body_named(body_id), reverse("body", args=[body_id]))


def _asked(request: HttpRequest, who: Asker, stream: str, unit: str, name: str, back: str) -> HttpResponse:
    kept = fields_kept(stream)
    if not kept:
        return render(request, "erasures/nothing.html", {"name": name, "back": back})
    form = ErasureForm(request.POST or None, kept=kept)
    if form.is_bound and form.is_valid():
        return _propose(request, who, form, stream, unit)
    lead = (
        "Giá trị và khóa của nó bị xóa hẳn, không lấy lại được. Ngày, số quyết định, trách nhiệm vẫn còn; sổ cái vẫn kiểm "
        f"chứng được. {GROUND_DOUBT}"
    )
    page = Page(title=f"Đề nghị hủy dữ liệu: {name}", lead=lead, back=back, trail=_TRAIL, button="Gửi đề nghị")
    return shown(request, page, form)


def _propose(request: HttpRequest, who: Asker, form: forms.Form, stream: str, unit: str) -> HttpResponse:
    said = form.cleaned_data
    asked = erasure(stream, ground=said["ground"], unit=unit, fields=said["fields"])
    made = propose(asked, who, now(), reason=said["reason"], days=settings.HOME_SETTINGS.proposal_days)
    messages.info(request, _PROPOSED)
    return redirect("proposal", made)


def _unit_of(who: Asker, units: Iterable[str]) -> str | None:
    """The body for which the asker may erase somebody's values; the asker's own for who serves nowhere."""
    told = tuple(units) or (by_of(who, "ledger.erase").unit,)
    places = (bodies().place_of(unit, who.on) for unit in told)
    return next((unit for unit in places if permission.allows(who, "ledger.erase", Subject(unit=unit))), None)
