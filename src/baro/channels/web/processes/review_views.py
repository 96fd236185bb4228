"""Campaigns of review: all of them, one with how far it is, a new one, what was found of the processes chosen."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.review_forms import CampaignForm, ReviewForm
from baro.channels.web.processes.review_listed import PAGE, by_body, is_meant, line_of, review_asked
from baro.channels.wording import sentence
from baro.channels.wording.reviews import STATES
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.permission import Asker
from baro.desk.reviews import BEGIN, REVIEW, begin_review, bodies_within, record_review, reviewed
from baro.records.queries.processes import registered
from baro.records.queries.reviews import campaign as campaign_of
from baro.records.queries.reviews import campaigns
from baro.rules.judged.registered.reviewing import Reviewed, ReviewState, progress
from baro.rules.observed.reviews import Campaign
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import RegisterKind

_FORM = require_http_methods(["GET", "HEAD", "POST"])
_TRAIL = (("Quy trình", "/quy-trinh/"), ("Rà soát", "/quy-trinh/ra-soat/"))
_TITLES = (
    "Mã hiệu", "Tên quy trình", "Cơ quan", "Tình trạng", "Kết quả rà soát", "Lý do", "Ngày ghi",
)  # fmt: skip


@require_safe
@asks
def reviews(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show all campaigns with how far each is."""
    register = registered()
    lines = [
        {"told": one, "unit": body_named(one.unit), "progress": (p := progress(reviewed(one, register, who.on))),
         "is_late": one.due_on < who.on and p.reviewed < p.processes}
        for one in campaigns()
    ]  # fmt: skip
    told = {"lines": lines, "may_begin": permission.allows(who, BEGIN)}
    return render(request, "processes/reviews.html", told)


@_FORM
@asks
def review(request: HttpRequest, who: Asker, campaign: str) -> HttpResponse:
    """Show one campaign, and record what was found of the processes chosen."""
    found = _found(campaign)
    form = ReviewForm(request.POST or None)
    wrong = ""
    if request.method == "POST" and form.is_valid():
        try:
            chosen = request.POST.getlist("chon")
            n = record_review(
                found.id, chosen, form.cleaned_data["found"], form.cleaned_data["words"], by_of(who, REVIEW), now()
            )
        except Refused as refusal:
            if refusal.code.startswith("access."):
                raise
            wrong = sentence(refusal)
        else:
            messages.success(request, f"Đã ghi kết quả rà soát của {n} quy trình.")
            return redirect(request.get_full_path())
    return render(
        request, "processes/review.html", _told(request, who, found, form, wrong), status=422 if wrong else 200
    )


@require_safe
@asks
def export(request: HttpRequest, who: Asker, campaign: str) -> HttpResponseBase:
    """The processes of a campaign, as the page shows them, as a workbook."""
    found, asked = _found(campaign), review_asked(request.GET.dict())
    chosen = [one for one in reviewed(found, registered(), who.on) if is_meant(one, asked)]
    lines = (line_of(one, may=False) for one in chosen)
    rows = ((one.code, one.name, one.body, one.word, one.found, one.reason, one.on) for one in lines)
    about = [
        ("Đợt rà soát", found.name),
        ("Văn bản", found.document),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số dòng", str(len(chosen))),
    ]
    return workbook(request, "ra-soat-quy-trinh.xlsx", _TITLES, rows, about)


@_FORM
@asks
def new(request: HttpRequest, who: Asker) -> HttpResponse:
    """Lay down a campaign."""
    initial = {"unit": by_of(who, BEGIN).unit, "begins_on": who.on, "kinds": [RegisterKind.INTERNAL.value]}
    form = CampaignForm(request.POST or None, initial=initial)

    def do(said: dict[str, Any]) -> str:
        told = {name: said[name] for name in ("unit", "name", "document", "begins_on", "due_on")}
        by = by_person(who, unit=said["unit"])
        made = begin_review(by, now(), bodies=bodies_within(said["top"], who.on), kinds=form.chosen_kinds(), **told)
        return reverse("review", args=[made])

    lead = "Đợt rà soát gồm mọi quy trình đang áp dụng hôm nay của đơn vị đã chọn và các đơn vị cấp dưới; mỗi đơn vị ghi kết quả của mình."
    page = Page(
        title="Mở đợt rà soát quy trình", lead=lead, button="Mở đợt rà soát", back=reverse("reviews"), trail=_TRAIL
    )
    return act(request, page, form, do, "Đã mở đợt rà soát.")


def _told(request: HttpRequest, who: Asker, found: Campaign, form: ReviewForm, wrong: str) -> dict[str, Any]:
    asked, whole = review_asked(request.GET.dict()), reviewed(found, registered(), who.on)
    chosen = [one for one in whole if is_meant(one, asked)]
    lines = [line_of(one, may=_may(who, one)) for one in chosen[asked.start : asked.start + PAGE]]
    counts = {
        state: sum(one.state is state for one in whole if asked.body in ("", one.process.unit)) for state in ReviewState
    }
    return {
        "told": found, "unit": body_named(found.unit), "asked": asked, "form": form, "wrong": wrong,
        "progress": progress(whole), "bodies": by_body(whole, asked), "lines": lines, "count": len(chosen),
        "states": [(asked.changed(tinh_trang=s.value), STATES[s], counts[s], s.value == asked.state) for s in ReviewState],
        "all": (asked.changed(tinh_trang=""), sum(counts.values()), not asked.state),
        "body": body_named(asked.body) if asked.body else "", "every_body": asked.changed(co_quan=""),
        "may": any(line.may for line in lines), "is_late": found.due_on < who.on, "address": asked.changed(),
        "chosen": frozenset(request.POST.getlist("chon")),
        "next": asked.changed(tu=str(asked.start + PAGE)) if len(chosen) > asked.start + PAGE else "",
        "first": asked.changed() if asked.start else "",
    }  # fmt: skip


def _may(who: Asker, one: Reviewed) -> bool:
    return permission.allows(who, REVIEW, Subject(id=one.process.id, unit=one.process.unit))


def _found(campaign_id: str) -> Campaign:
    found = campaign_of(campaign_id)
    if found is None:
        raise Http404
    return found
