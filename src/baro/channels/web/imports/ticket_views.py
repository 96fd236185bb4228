"""A delivery on its way: look, say what the columns mean, check, receive; each step on the same page."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.imports.asking import by, own_ticket, seen_of
from baro.channels.web.imports.columns import choices, mapping_text
from baro.channels.web.imports.told import MOST, findings_csv, shown, statement_workbook
from baro.channels.wording.import_differences import conflicts_of
from baro.desk.import_sources import may_describe, source_for
from baro.desk.permission import Asker
from baro.records.loading import jobs
from baro.records.loading.checked_file import read_checked
from baro.records.loading.segments import staging_folder
from baro.records.loading.tickets import Look, read_look, read_work, write_ticket
from baro.records.queries.imports import find_source
from baro.rules.prescribed.refusals import Refused


@require_safe
@asks
def ticket(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """Show where the delivery stands."""
    mine = own_ticket(who, ticket)
    work = read_work(ticket)
    source = find_source(mine.source)
    told = {"ticket": mine, "work": work, "source_name": source.name if source else mine.source_name}
    if work is None or work.state != "done":
        return render(request, "imports/working.html", told)
    if work.phase == "receive":
        return redirect("import_batch", batch_id=work.batch)
    if work.phase == "look":
        look = _look(ticket)
        return render(request, "imports/columns.html", told | {"look": look, "choices": choices(look, source)})
    checked = read_checked(staging_folder(ticket))
    if checked is None:
        raise Refused("import.not_checked", ticket=ticket)
    contradicted = conflicts_of(staging_folder(ticket), mine.source, seen_of(who, source))
    lists = {"contradicted": contradicted[:MOST], "contradicted_count": len(contradicted)}
    return render(request, "imports/checked.html", told | shown(checked) | lists)


@require_safe
@asks
def progress(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """How far it is; when the work ends the page is asked for anew."""
    own_ticket(who, ticket)
    work = read_work(ticket)
    if work is None or work.state not in ("starting", "running"):
        answer = HttpResponse(status=204)
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, "imports/progress.html", {"work": work, "ticket": {"id": ticket}})


@require_POST
@asks
def mapped(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """Take what was said of the columns and begin the check."""
    mine = own_ticket(who, ticket)
    source = find_source(mine.source)
    look = _look(ticket)
    text = mapping_text(request.POST, look, source.mapping if source else "")
    if source is None or text != source.mapping:
        may_describe(mine.source, mine.unit, by(who), now())
    write_ticket(replace(mine, mapping=text))
    jobs.start(ticket, "check")
    return redirect("import_ticket", ticket=ticket)


@require_POST
@asks
def again(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """Begin a phase again that was refused or cut off; the columns can be said anew."""
    own_ticket(who, ticket)
    work = read_work(ticket)
    phase = "look" if request.POST.get("from") == "columns" or work is None else work.phase
    jobs.start(ticket, phase)
    return redirect("import_ticket", ticket=ticket)


@require_POST
@asks
def receive(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """Receive the delivery."""
    mine = own_ticket(who, ticket)
    source_for(mine.source, "import.receive", by(who), now())
    leaving_out = request.POST.get("leave_out") == "yes"
    write_ticket(replace(mine, receiver=who.person, leaving_out_faults=leaving_out))
    jobs.start(ticket, "receive")
    return redirect("import_ticket", ticket=ticket)


@require_POST
@asks
def drop(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """Leave it: nothing was recorded, nothing stays."""
    jobs.drop(own_ticket(who, ticket).id)
    return redirect("imports")


@require_safe
@asks
def findings(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """The cells to be looked at, as a file."""
    own_ticket(who, ticket)
    checked = read_checked(staging_folder(ticket))
    if checked is None:
        raise Refused("import.not_checked", ticket=ticket)
    return findings_csv(checked)


@require_safe
@asks
def workbook(request: HttpRequest, who: Asker, ticket: str) -> HttpResponse:
    """What receiving it would change, with all lists, as a workbook; nothing was recorded."""
    mine = own_ticket(who, ticket)
    checked = read_checked(staging_folder(ticket))
    if checked is None:
        raise Refused("import.not_checked", ticket=ticket)
    return statement_workbook(checked, staging_folder(ticket), seen_of(who, find_source(mine.source)))


def _look(ticket: str) -> Look:
    look = read_look(ticket)
    if look is None:
        raise Refused("import.not_checked", ticket=ticket)
    return look
