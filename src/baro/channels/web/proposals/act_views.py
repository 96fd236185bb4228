"""What is done with a proposal: each is one act of the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from baro.channels.web.books.kept import deliver
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.proposals.views import page
from baro.channels.wording import sentence
from baro.desk import proposals as desk
from baro.desk import two_persons
from baro.desk.permission import Asker
from baro.desk.taking_back import book_of_void
from baro.rules.prescribed.refusals import Refused

_MOST = 2000


@require_POST
@asks
def approve(request: HttpRequest, who: Asker, proposal_id: str) -> HttpResponse:
    """Approve as the second person."""
    two_persons.approve(proposal_id, who, now())
    messages.success(request, "Đã phê duyệt. Người đề nghị sẽ thực hiện đúng như nội dung này.")
    return redirect("proposal", proposal_id)


@require_POST
@asks
def refuse(request: HttpRequest, who: Asker, proposal_id: str) -> HttpResponse:
    """Refuse as the second person, with a reason."""
    reason = request.POST.get("reason", "")[:_MOST]
    try:
        two_persons.refuse(proposal_id, reason, who, now())
    except Refused as refusal:
        if refusal.code != "access.no_reason":
            raise
        return page(request, who, desk.seen(proposal_id, who), wrong=sentence(refusal), said=reason)
    messages.success(request, "Đã từ chối; người đề nghị đọc được lý do.")
    return redirect("proposal", proposal_id)


@require_POST
@asks
def withdraw(request: HttpRequest, who: Asker, proposal_id: str) -> HttpResponse:
    """Withdraw one's own."""
    two_persons.withdraw(proposal_id, who, now())
    messages.success(request, "Đã rút đề nghị.")
    return redirect("proposal", proposal_id)


@require_POST
@asks
def carry_out(request: HttpRequest, who: Asker, proposal_id: str) -> HttpResponse:
    """Do what was approved."""
    at = now()
    found = desk.carry_out(proposal_id, who, at)
    if source := book_of_void(found):
        deliver(source, at)
    messages.success(request, "Đã thực hiện đúng như đề nghị được phê duyệt.")
    return redirect("proposal", proposal_id)
