"""The joint dossiers in reach: what nobody acknowledged first, by what the address asks for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.joint.asked import CLOSED, MOST, VIEWS, asked_of, closed_now, is_meant, open_now
from baro.channels.web.joint.told import shown_joint
from baro.desk import permission
from baro.desk.joint import READ, WORK
from baro.desk.permission import Asker
from baro.records.queries.joint_dossiers import count_joint
from baro.records.queries.organisation import bodies
from baro.records.queries.processes import names_of_processes
from baro.rules.prescribed.body_checks import called


@require_safe
@asks
def dossiers(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the joint dossiers that the asker may read and the address asks for."""
    asked = asked_of(request.GET.dict())
    opened, after = open_now(who), ""
    n_open, n_closed = count_joint(permission.scope(who, READ))
    if asked.view == CLOSED:
        closed, after = closed_now(who, asked)
        chosen = [now for now in closed if is_meant(now, asked, "")]
    else:
        chosen = [now for now in opened if is_meant(now, asked, asked.view)]
    named, known = names_of_processes(), bodies()
    agencies = sorted({party for now in opened for party in now.process.parties})
    counts = {view: sum(is_meant(now, asked, view) for now in opened) for view in VIEWS} | {CLOSED: n_closed}
    told = {
        "asked": asked,
        "lines": [shown_joint(now, named.get(now.dossier.process, now.dossier.process), known) for now in chosen],
        "views": [(asked.changed(xem=view), word, counts[view], view == asked.view) for view, word in VIEWS.items()],
        "is_closed": asked.view == CLOSED,
        "total": n_open + n_closed,
        "count": n_open,
        "unacknowledged": sum(len(now.unacknowledged) for now in opened),
        "late": sum(len(now.late_legs) for now in opened),
        "processes": [(one, named.get(one, one)) for one in sorted({now.dossier.process for now in opened})],
        "agencies": [(one, called(known, one)) for one in agencies],
        "next": asked.changed(sau=after) if after else "",
        "first": asked.changed() if asked.after else "",
        "left_out": max(0, n_open - MOST),
        "may_work": permission.allows(who, WORK),
    }
    return render(request, "joint/list.html", told)
