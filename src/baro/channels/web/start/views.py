"""The start page, and the short answer for a watchman that asks whether the server lives."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.start.board_views import board_shown
from baro.channels.web.start.counted import article_of, conclusions_of, deliveries_of, dossiers_of, questions_of
from baro.channels.web.start.mine import roles_of
from baro.desk import permission
from baro.desk.article import TOLD_ON
from baro.desk.proposals import waiting_for


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Tell somebody what asks for them here, what they may read, and in which roles they are here."""
    who = request.asker
    board = board_shown(request, who)
    article = article_of(who)
    shown = {
        "roles": roles_of(who),
        "dossiers": None if board else dossiers_of(who),
        **board,
        "questions": questions_of(who),
        "conclusions": conclusions_of(who),
        "deliveries": deliveries_of(who),
        "may_verify": permission.allows(who, "ledger.verify"),
        "article": article,
        "article_veiled": any(figure.veil for group in article for figure in group.figures),
        "proposals_waiting": len(waiting_for(who)),
        "article_on": TOLD_ON,
    }
    return render(request, "start/start.html", shown)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Say that the server answers; nothing about the records."""
    return HttpResponse("tốt\n", content_type="text/plain; charset=utf-8")
