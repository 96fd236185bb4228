"""Proposals: the lists, and one with exactly what would be done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.proposals.told import shown
from baro.desk import proposals as desk
from baro.desk.permission import Asker
from baro.desk.two_persons import is_stale
from baro.records.queries.personal_values import stream_held
from baro.records.queries.proposals import Proposal
from baro.rules.prescribed.policy.proposals import UNDER_WAY, Stage, validity_on


@require_safe
@asks
def proposals(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show what waits for the asker, what they proposed, what they decided on."""
    mine = [shown(found, who.on) for found in desk.made_by(who)]
    told = {
        "waiting": [shown(found, who.on) for found in desk.waiting_for(who)],
        "ready": [one for one in mine if one.stage == Stage.APPROVED],
        "open": [one for one in mine if one.stage == Stage.WAITING],
        "over": [one for one in mine if one.stage not in UNDER_WAY],
        "decided": [shown(found, who.on) for found in desk.decided_by(who)],
        "validity": validity_on(who.on),
    }
    return render(request, "proposals/list.html", told)


@require_safe
@asks
def one(request: HttpRequest, who: Asker, proposal_id: str) -> HttpResponse:
    """Show one proposal; one that does not concern the asker is not there."""
    return page(request, who, desk.seen(proposal_id, who))


def page(request: HttpRequest, who: Asker, found: Proposal, *, wrong: str = "", said: str = "") -> HttpResponse:
    """Draw a proposal, with what somebody may do with it; `wrong` is what was wrong with the reason they gave."""
    stage, stale = found.stage(who.on), False
    if stage in UNDER_WAY:
        stale = is_stale(found)
    done = stage == Stage.CARRIED_OUT and found.operation == "ledger.erase"
    told = {
        "proposal": shown(found, who.on),
        "is_mine": found.first == who.person,
        "may_decide": desk.may_decide(who, found),
        "may_carry_out": desk.may_carry_out(who, found) and not stale,
        "may_withdraw": found.first == who.person and stage in UNDER_WAY,
        "is_elsewhere": found.first == who.person and stage == Stage.APPROVED and not desk.may_carry_out(who, found),
        "is_stale": stale,
        "held": stream_held(found.subject.id) if done else None,
        "wrong": wrong,
        "said": said,
    }
    return render(request, "proposals/one.html", told, status=422 if wrong else 200)
