"""The three ways of counting joint dossiers side by side, and whose the lateness of those received in the period is."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.held_bar import time_told
from baro.channels.web.frame.asking import asks
from baro.channels.wording.periods import period_told
from baro.desk import permission
from baro.desk.joint import READ, joints_at
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import Asker
from baro.records.queries.joint_dossiers import joint_between
from baro.records.queries.organisation import bodies
from baro.rules.counted.joint import counted_in
from baro.rules.counted.periods import QUARTER, YEAR, period_of, read_period
from baro.rules.judged.joint.split import split_of
from baro.rules.prescribed.body_checks import called


@require_safe
@asks
def counts(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the counts of the period that the address asks for, of this month without one."""
    period = read_period(request.GET.get("ky", "")) or period_of(who.on)
    found = joints_at(joint_between(permission.scope(who, READ), period.begins, period.ends), who.at)
    counted = counted_in([(now.dossier, now.process) for now in found], period.begins, period.ends)
    held, late = Counter[str](), Counter[str]()
    for now in found:
        if period.begins <= now.dossier.received_at < period.ends:
            for share in split_of(now, CALENDAR).shares:
                held[share.agency] += share.held
                late[share.agency] += share.late
    known, day = bodies(), who.on if period.first <= who.on < period.end else period.first
    agencies = sorted({*counted.dossiers, *counted.results, *held}, key=lambda body: called(known, body))
    told = {
        "counted": counted,
        "period": period_told(period),
        "before": f"?ky={period.before().written}",
        "after": f"?ky={period.after().written}",
        "spans": [
            (f"?ky={one.written}", capfirst(period_told(one)), one == period)
            for one in (period_of(day), period_of(day, QUARTER), period_of(day, YEAR))
        ],
        "lines": [
            (called(known, one), counted.dossiers.get(one, 0), counted.results.get(one, 0), time_told(held[one]),
             time_told(late[one]) if late[one] else "")
            for one in agencies
        ],
        "late": time_told(late.total()) if late else "",
    }  # fmt: skip
    return render(request, "joint/counts.html", told)
