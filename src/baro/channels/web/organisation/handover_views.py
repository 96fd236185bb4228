"""What became of all that lay open in a body, and the hand-over of what was left."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.organisation.acting import beside
from baro.channels.web.organisation.asking import asks, by_of, chosen_day, may_over, now
from baro.channels.web.organisation.body_act_views import address_of, known_body
from baro.channels.web.organisation.choices import BodyChoice, Day, body_lines
from baro.channels.web.organisation.items_told import item_called, items_told
from baro.desk import permission
from baro.desk.handover import hand_over, statement
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.handovers import OpenItem
from baro.rules.prescribed.refusals import Refused

SHOWN = 300


class HandOverForm(forms.Form):
    """Open items go to a body from a day on, by a decision."""

    successor = BodyChoice(label="Đơn vị nhận")
    on = Day(label="Ngày bàn giao")
    decision = forms.CharField(label="Biên bản, quyết định", max_length=120, required=False)


@require_safe
@asks
def handover(request: HttpRequest, who: Asker, body_id: str) -> HttpResponse:
    """Show what became of all that lay open in a body."""
    return _statement(request, who, body_id, HandOverForm(initial={"on": who.on}))


@require_POST
@asks
def hand(request: HttpRequest, who: Asker, body_id: str) -> HttpResponse:
    """Give chosen items to a body."""
    known_body(body_id)
    form = HandOverForm(request.POST)
    chosen, by = set(request.POST.getlist("item")), by_of(who, "handover.record")
    open_now = statement(body_id, who.on, by, now()).outstanding
    items = [i for i in open_now if "all" in request.POST or f"{i.kind}-{i.id}" in chosen]
    if form.is_valid() and not items:
        form.add_error(None, "Xin chọn ít nhất một việc để bàn giao.")
    if form.is_valid():
        said = form.cleaned_data
        try:
            n = hand_over(items, said["successor"], said["on"], said["decision"], by, now())
        except Refused as refusal:
            beside(form, refusal)
        else:
            messages.success(request, f"Đã ghi bàn giao {n} việc.")
            return redirect("body_handover", body_id=body_id)
    return _statement(request, who, body_id, form, status=422)


def _statement(request: HttpRequest, who: Asker, body_id: str, form: HandOverForm, status: int = 200) -> HttpResponse:
    known_body(body_id)
    on, wrong = chosen_day(request, who)
    told, known = statement(body_id, on, by_of(who, "handover.read"), now()), bodies()
    if told.suggested and not form.is_bound:
        form.initial["successor"] = told.suggested
    shown_page = {
        "body": body_id,
        "address": address_of(body_id),
        "name": called(known, body_id),
        "told": told,
        "on": on,
        "wrong_day": wrong,
        "counts": [(kind.word, done, left) for kind, (done, left) in told.counts.items() if done or left],
        "handed": [
            (h, item_called(h.kind, h.id, told.codes.get((h.kind, h.id), "")), called(known, h.successor))
            for h in told.handed[:SHOWN]
        ],
        "outstanding": items_told(told.outstanding[:SHOWN]),
        "shown": SHOWN,
        "form": form,
        "body_lines": body_lines(),
        "may_record": any(_may_give(who, item) for item in told.outstanding[:SHOWN]),
    }
    return render(request, "organisation/handover.html", shown_page, status=status)


def _may_give(who: Asker, item: OpenItem) -> bool:
    if item.sealed is not None:
        return permission.allows(who, item.kind.works, item.sealed)
    return may_over(who, "handover.record", item.unit)
