"""Figures by the structure of a day, or of today with the mark of a conversion."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.organisation.asking import asks, chosen_day
from baro.channels.web.organisation.told import bodies_told
from baro.channels.wording.organisation import LEVELS
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.records.queries.processes import count_in_force
from baro.rules.counted.rolled import rolled_forward
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.work_processes import RegisterKind


@require_safe
@asks
def mapped(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the approved processes of a day by the bodies of that day and by those of today."""
    on, wrong = chosen_day(request, who)
    known = bodies()
    in_force = known.in_force(on)
    counts = count_in_force([t.body for t in in_force], RegisterKind.INTERNAL, on)
    told = rolled_forward(known, {t.body: counts.get(t.body, 0) for t in in_force}, who.on)
    shown = {
        "on": on,
        "today": who.on,
        "wrong_day": wrong,
        "of_day": [(t, LEVELS[t.level], counts.get(t.body, 0)) for t in in_force if counts.get(t.body)],
        "count": len(in_force),
        "whole": sum(counts.values()),
        "rows": [
            (row, called(known, row.body), bodies_told(known, row.sources))
            for row in told.rows
            if row.total or row.is_mapped
        ],
        "apart": [
            (found.body, called(known, found.body), count, bodies_told(known, found.heirs))
            for found, count in told.apart
        ],
        "apart_sum": sum(count for _, count in told.apart),
    }
    return render(request, "organisation/mapped.html", shown)
