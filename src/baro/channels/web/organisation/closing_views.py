"""A body is merged, split, dissolved: first a preview with what lies open, then the act with its hand-over."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from baro.channels.web.organisation.acting import beside, shown
from baro.channels.web.organisation.asking import asks, by_of, may_over, now
from baro.channels.web.organisation.body_act_views import known_body, page_of
from baro.channels.web.organisation.body_forms import ClosingForm
from baro.channels.web.organisation.items_told import items_told
from baro.channels.web.organisation.told import bodies_told
from baro.desk.closing import Merger, close_all, preview_all
from baro.desk.permission import Asker
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
        found = preview_all(form.lines(body_id), by, now(), whole=form.cleaned_data.get("whole", False))
        if "confirm" not in request.POST or "again" in request.POST:
            return _previewed(request, who, found, form, page)
        count = close_all(found, _given(request, found), request.POST.get("decision", "").strip()[:120], by, now())
    except Refused as refusal:
        beside(form, refusal)
        return shown(request, page, form)
    left = len(found.items) - count
    messages.success(
        request, f"Đã ghi. Bàn giao {count} việc; {left} việc chưa bàn giao." if found.items else "Đã ghi."
    )
    is_one = len(found.closings) == 1
    return redirect("body_handover" if found.items and is_one else "body", body_id=body_id)


def _previewed(request: HttpRequest, who: Asker, found: Merger, form: ClosingForm, page: Any) -> HttpResponse:
    heirs = [(heir, called(found.after, heir)) for heir in found.heirs]
    first, ending = found.closings[0], [c.body for c in found.closings]
    told = {
        "page": page,
        "found": found,
        "last": first.last,
        "names": bodies_told(found.after, ending),
        "several": len(ending) > 1,
        "heirs": heirs,
        "only": heirs[0][0] if len(heirs) == 1 else "",
        "kinds": [(k, n) for k in ItemKind if (n := sum(i.kind == k for i in found.items))],
        "items": items_told(found.items[:SHOWN]),
        "shown": SHOWN,
        "hidden": [(name, request.POST[name]) for name in form.fields if request.POST.get(name)],
        "on": form.cleaned_data["effective_on"],
        "may_hand_over": all(may_over(who, "handover.record", body) for body in ending),
    }
    return render(request, "organisation/closing.html", told)


def _given(request: HttpRequest, found: Merger) -> dict[OpenItem, str]:
    """To whom each open item goes: what its own line says, else what is said for its kind; only to heirs that are named.

    Raises `Refused("handover.items_changed")` where other items lie open than those shown."""
    if request.POST.get("seen") != str(len(found.items)):
        raise Refused("handover.items_changed", body=called(found.after, found.closings[0].body))
    chosen = {}
    for item in found.items:
        own = request.POST.get(f"item-{item.kind}-{item.id}", "as-kind")
        heir = request.POST.get(f"kind-{item.kind}", "") if own == "as-kind" else own
        if heir in found.heirs:
            chosen[item] = heir
    return chosen


def _kind(text: str) -> SuccessionKind:
    return next((kind for kind in _TITLES if kind.value == text), SuccessionKind.MERGE)
