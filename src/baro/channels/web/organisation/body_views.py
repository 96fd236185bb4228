"""One body: what it was over time, what became of it, who served and who headed it on a day, who was competent."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.organisation.asking import asks, by_of, chosen_day, may_over, now
from baro.channels.web.organisation.told import (
    bodies_told,
    competent_told,
    days_of,
    names_of,
    successions_told,
    terms_told,
)
from baro.channels.wording.organisation import KINDS
from baro.desk.handover import may_see
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies, handed_over
from baro.records.queries.people import service
from baro.records.queries.processes import approvals
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called


@require_safe
@asks
def body(request: HttpRequest, who: Asker, body_id: str) -> HttpResponse:
    """Show a body, on a day and over time."""
    known = bodies()
    if body_id not in known.by_id:
        raise Http404
    on, wrong = chosen_day(request, who)
    role = " ".join(request.GET.get("chuc-danh", "").split())[:200]
    term = known.term_on(body_id, on)
    told, last = service(), known.last_day(body_id)
    shown = {
        "body": body_id,
        "name": term.name if term else called(known, body_id),
        "kind": KINDS[known.by_id[body_id].kind],
        "on": on,
        "wrong_day": wrong,
        "today": who.on,
        "term": term,
        "last": last,
        "above": [(b, called(known, b)) for b in reversed(known.on(on).lineage(body_id)[1:])],
        "below": [known.term_on(b, on) for b in known.on(on).children(body_id)] if term else [],
        "heirs": [] if term else bodies_told(known, known.mapped(body_id, on).heirs),
        "terms": terms_told(known, body_id),
        "successions": (told_lines := successions_told(known, body_id)),
        "eve": told_lines[0].on - timedelta(days=1) if told_lines else None,
        "heads": competent_told(known, told.heads(body_id, on)),
        "posts": _posts(body_id, on),
        "role": role,
        "asked": "chuc-danh" in request.GET,
        "competent": competent_told(known, told.competent(body_id, role, on)) if "chuc-danh" in request.GET else [],
        "titles": sorted({p.title for p in told.posts} | {d.role for d in told.delegations}),
        "processes": [p for p in approvals(body_id) if p.approved_on <= on],
        "may_record": may_over(who, "organisation.record", body_id),
        "may_appoint": may_over(who, "person.record", body_id),
        "may_people": may_over(who, "person.read", body_id),
        "may_hand_over": (last is not None or _gave_something(known, body_id))
        and may_see(body_id, on, by_of(who, "handover.read"), now()),
        "handed": len(handed_over(body_id)),
        "may_erase": may_over(who, "ledger.erase", body_id),
    }
    return render(request, "organisation/body.html", shown)


def _posts(body_id: str, on: date) -> list[dict[str, Any]]:
    """The posts held in a body on a day, the head first."""
    held = [p for p in service().posts if p.unit == body_id and p.term.holds(on)]
    names = names_of(p.person for p in held)
    return [
        {"post": p, "name": names.get(p.person, ""), "days": days_of(p.term)}
        for p in sorted(held, key=lambda p: not p.is_head)
    ]


def _gave_something(known: Bodies, body_id: str) -> bool:
    return any(line.predecessor == body_id for line in known.successions)
