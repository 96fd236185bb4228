"""Refusals of the policy, for who watches over access: who tried what beyond their rights, when."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.organisation.asking import asks, may_over, read_day
from baro.channels.web.organisation.named import body_named, holders_named
from baro.channels.wording.rights import OPERATIONS
from baro.desk.permission import Asker
from baro.records.queries.denials import count_denials, units_of_denials
from baro.records.queries.denials import denials as read_denials

MOST, USUAL = 500, timedelta(days=30)


@require_safe
@asks
def denials(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the refusals of people of the bodies that the asker may watch, over some days."""
    last = read_day(request.GET.get("den", "")) or who.on
    first = read_day(request.GET.get("tu", "")) or last - USUAL
    units = {unit for unit in units_of_denials() if may_over(who, "denial.read", unit)}
    found = read_denials(units, first, last, MOST)
    names = holders_named({one.person for one in found})
    told = {
        "lines": [(one, names[one.person], OPERATIONS[one.operation], body_named(one.unit)) for one in found],
        "count": count_denials(units, first, last),
        "people_count": len(names),
        "most": MOST,
        "first": first,
        "last": last,
        "is_backwards": first > last,
    }
    return render(request, "grants/denials.html", told)
