"""Who holds which role over which body, on a day; and what one person or program held over time."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.grants.webhooks_told import may_see_holder, shown_webhooks
from baro.channels.web.organisation.asking import asks, chosen_day
from baro.channels.web.organisation.held_roles import seen_by
from baro.channels.web.organisation.named import holder_named
from baro.channels.wording.access import ROLES
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.access import grants_told
from baro.records.queries.api_keys import ToldKey, keys_told
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.policy.roles import GRANTABLE

MOST, SOON = 500, timedelta(days=30)


@require_safe
@asks
def grants(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the roles in force on a day, by body; found by name or role."""
    on, wrong = chosen_day(request, who)
    wanted, role = " ".join(request.GET.get("tim", "").split())[:120], request.GET.get("vai-tro", "")
    every = [g for g in seen_by(who, grants_told(ended_before=on), on) if g.is_now]
    shown = [g for g in every if _fits(wanted, g.holder_name, g.unit_name) and role in ("", _code(g.role))]
    told = {
        "grants": shown[:MOST],
        "count": len(shown),
        "most": MOST,
        "all_count": len(every),
        "people_count": len({g.holder for g in every}),
        "soon_count": sum(1 for g in every if g.last is not None and g.last <= on + SOON),
        "soon_last": on + SOON,
        "on": on,
        "wrong_day": wrong,
        "wanted": wanted,
        "role": role,
        "roles": [(code, ROLES[code]) for code in ROLES if code in GRANTABLE],
        "keys": _keys(who),
        "webhooks": shown_webhooks(who),
        "may_give": permission.allows(who, "grant.give"),
        "may_end": permission.allows(who, "grant.end"),
        "may_see_denials": permission.allows(who, "denial.read"),
        "may_erase": permission.allows(who, "ledger.erase"),
    }
    return render(request, "grants/list.html", told)


@require_safe
@asks
def history(request: HttpRequest, who: Asker, holder: str) -> HttpResponse:
    """Show every role that somebody held or will hold, with who gave and who ended it."""
    shown = seen_by(who, grants_told(person=holder), who.on)
    if not shown:
        raise Http404
    told = {
        "name": holder_named(holder),
        "holder": holder,
        "is_person": shown[0].is_person,
        "now": [g for g in shown if g.is_now],
        "grants": sorted(shown, key=lambda g: g.recorded_at, reverse=True),
        "keys": [key for key in _keys(who) if key.holder == holder],
        "webhooks": [one for one in shown_webhooks(who) if one.holder == holder],
        "may_end": permission.allows(who, "grant.end"),
        "on": who.on,
    }
    return render(request, "grants/history.html", told)


def _keys(who: Asker) -> list[ToldKey]:
    """The keys of programs over whose roles the asker may read."""
    return [key for key in keys_told() if may_see_holder(who, key.holder)]


def _fits(wanted: str, *names: str) -> bool:
    return not wanted or any(fold(wanted) in fold(name) for name in names)


def _code(word: str) -> str:
    return next((code for code, name in ROLES.items() if name == word), "")
