"""The three ways of counting joint dossiers side by side, and whose the lateness of those received in the period is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.held_bar import time_told
from baro.channels.web.frame.asking import asks
from baro.channels.wording.periods import period_told
from baro.desk.joint_counts import joint_counts
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.rules.counted.periods import QUARTER, YEAR, period_of, read_period
from baro.rules.prescribed.body_checks import called


@require_safe
@asks
def counts(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the counts of the period that the address asks for, of this month without one."""
    period = read_period(request.GET.get("ky", "")) or period_of(who.on)
    board = joint_counts(who, period)
    counted, held, late = board.counted, board.held, board.late
    known, day = bodies(), who.on if period.first <= who.on < period.end else period.first
    agencies = sorted(board.agencies, key=lambda body: called(known, body))
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
