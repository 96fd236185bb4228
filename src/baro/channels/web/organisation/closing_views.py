"""A body is merged, split, dissolved: first a preview with what lies open, then the act with its hand-over; and the hand-over
of what was left."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baro.channels.web.organisation.acting import beside, shown
from baro.channels.web.organisation.asking import asks, by_of, chosen_day, may_over, now
from baro.channels.web.organisation.body_act_views import address_of, known_body, page_of
from baro.channels.web.organisation.body_forms import ClosingForm
from baro.channels.web.organisation.choices import BodyChoice, Day, body_lines
from baro.channels.web.organisation.told import names_of
from baro.channels.wording.organisation import ITEMS
from baro.desk.closing import Closing, close, preview
from baro.desk.handover import hand_over, statement
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.handovers import ItemKind, OpenItem
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import SuccessionKind

_TITLES = {
    SuccessionKind.MERGE: "Sáp nhập vào đơn vị khác",
    SuccessionKind.SPLIT_PART: "Chia tách",
    SuccessionKind.TRANSFER_FUNCTION: "Chuyển giao nhiệm vụ",
    SuccessionKind.DISSOLVE: "Giải thể",
}
SHOWN = 300


@require_http_methods(["GET", "HEAD", "POST"])
@asks
def closing(request: HttpRequest, who: Asker, body_id: str) -> HttpResponse:
    """Ask what becomes of a body, show what would follow, and record it when confirmed."""
    known_body(body_id)
    kind = _kind(request.POST.get("kind") or request.GET.get("cach", ""))
    form = ClosingForm(request.POST or None, kind=kind)
    page = page_of(body_id, _TITLES[kind], button="Xem trước")
    if not (form.is_bound and form.is_valid()):
        return shown(request, page, form)
    by = by_of(who, "organisation.record")
    try:
        found = preview(form.lines(body_id), by, now(), whole=form.cleaned_data.get("whole", False))
        if "confirm" not in request.POST or "again" in request.POST:
            return _previewed(request, who, found, form, page)
        count = close(found, _given(request, found), request.POST.get("decision", "").strip()[:120], by, now())
    except Refused as refusal:
        beside(form, refusal)
        return shown(request, page, form)
    left = len(found.items) - count
    messages.success(
        request, f"Đã ghi. Bàn giao {count} việc; {left} việc chưa bàn giao." if found.items else "Đã ghi."
    )
    return redirect("body_handover" if found.items else "body", body_id=body_id)


def _previewed(request: HttpRequest, who: Asker, found: Closing, form: ClosingForm, page: Any) -> HttpResponse:
    heirs = [(heir, called(found.after, heir)) for heir in found.heirs]
    names = names_of(p.person for p in found.posts)
    told = {
        "page": page,
        "found": found,
        "name": called(found.after, found.body),
        "heirs": heirs,
        "only": heirs[0][0] if len(heirs) == 1 else "",
        "posts": [(p, names.get(p.person, "")) for p in found.posts],
        "kinds": [(k, ITEMS[k], n) for k in ItemKind if (n := sum(i.kind == k for i in found.items))],
        "items": [(i, ITEMS[i.kind]) for i in found.items[:SHOWN]],
        "shown": SHOWN,
        "hidden": [(name, request.POST[name]) for name in form.fields if request.POST.get(name)],
        "on": form.cleaned_data["effective_on"],
        "may_hand_over": may_over(who, "handover.record", found.body),
    }
    return render(request, "organisation/closing.html", told)


def _given(request: HttpRequest, found: Closing) -> dict[OpenItem, str]:
    """To whom each open item goes: what its own line says, else what is said for its kind; only to heirs that are named.

    Raises `Refused("handover.items_changed")` where other items lie open than those shown."""
    if request.POST.get("seen") != str(len(found.items)):
        raise Refused("handover.items_changed", body=called(found.after, found.body))
    chosen = {}
    for item in found.items:
        own = request.POST.get(f"item-{item.kind}-{item.id}", "as-kind")
        heir = request.POST.get(f"kind-{item.kind}", "") if own == "as-kind" else own
        if heir in found.heirs:
            chosen[item] = heir
    return chosen


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
    form = HandOverForm(request.POST)
    chosen = set(request.POST.getlist("item"))
    open_now = statement(body_id, who.on).outstanding
    items = [i for i in open_now if "all" in request.POST or f"{i.kind}-{i.id}" in chosen]
    if form.is_valid() and not items:
        form.add_error(None, "Xin chọn ít nhất một việc để bàn giao.")
    if form.is_valid():
        said = form.cleaned_data
        try:
            n = hand_over(items, said["successor"], said["on"], said["decision"], by_of(who, "handover.record"), now())
        except Refused as refusal:
            beside(form, refusal)
        else:
            messages.success(request, f"Đã ghi bàn giao {n} việc.")
            return redirect("body_handover", body_id=body_id)
    return _statement(request, who, body_id, form, status=422)


def _statement(request: HttpRequest, who: Asker, body_id: str, form: HandOverForm, status: int = 200) -> HttpResponse:
    known_body(body_id)
    if not may_over(who, "handover.read", body_id):
        raise Refused("access.denied")
    on, wrong = chosen_day(request, who)
    told, known = statement(body_id, on), bodies()
    if told.suggested and not form.is_bound:
        form.initial["successor"] = told.suggested
    shown_page = {
        "body": body_id,
        "address": address_of(body_id),
        "name": called(known, body_id),
        "told": told,
        "on": on,
        "wrong_day": wrong,
        "counts": [(ITEMS[kind], done, left) for kind, (done, left) in told.counts.items() if done or left],
        "handed": [(h, ITEMS[h.kind], called(known, h.successor)) for h in told.handed[:SHOWN]],
        "outstanding": [(i, ITEMS[i.kind]) for i in told.outstanding[:SHOWN]],
        "shown": SHOWN,
        "form": form,
        "body_lines": body_lines(),
        "may_record": may_over(who, "handover.record", body_id) and bool(told.outstanding),
    }
    return render(request, "organisation/handover.html", shown_page, status=status)


def _kind(text: str) -> SuccessionKind:
    return next((kind for kind in _TITLES if kind.value == text), SuccessionKind.MERGE)
