"""The first page: what was delivered, what waits for a person, and a form for the next file."""

import re
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.imports.asking import by, visible_sources
from baro.desk import permission
from baro.desk.import_sources import may_describe, source_for
from baro.desk.permission import Asker
from baro.records.ids_made import new_id
from baro.records.loading.jobs import start
from baro.records.loading.tickets import Ticket, write_ticket
from baro.records.queries.imports import batches, find_source, open_conflict_counts
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.refusals import Refused

_ENDINGS = (".csv", ".csv.gz", ".tsv", ".txt", ".xlsx", ".parquet", ".xes", ".xes.gz")
_SHOWN = 20


@require_safe
@asks
def imports(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show deliveries and the form."""
    known = visible_sources(who)
    codes = {source.code: source.name for source in known}
    latest = [b for b in batches(most=500) if b.source in codes][:_SHOWN]
    waiting = {code: n for code, n in open_conflict_counts().items() if code in codes}
    shown = {
        "sources": known,
        "may_bring": permission.allows(who, "import.try"),
        "may_describe": permission.allows(who, "import.describe"),
        "batches": [(b, codes[b.source], b.counts["dossiers"]) for b in latest],
        "waiting": sum(waiting.values()),
        "may_see_names": permission.allows(who, "name.read"),
        "endings": ",".join(_ENDINGS),
    }
    return render(request, "imports/start.html", shown)


@require_POST
@asks
def upload(request: HttpRequest, who: Asker) -> HttpResponse:
    """Take a file in and begin to look at it."""
    source, name = _source(request)
    at, acting = now(), by(who)
    if find_source(source):
        unit = source_for(source, "import.try", acting, at).unit
    else:
        unit = may_describe(source, "", acting, at)
    file = request.FILES.get("file")
    if file is None or not file.name or not file.name.lower().endswith(_ENDINGS):
        messages.error(request, "Xin chọn một tệp CSV, XLSX, Parquet hoặc XES.")
        return redirect("imports")
    ticket = Ticket(
        id=new_id(at),
        source=source,
        source_name=name,
        file_name=_safe_name(file.name),
        is_part=request.POST.get("extent") == "part",
        declared_dossiers=_number(request, "dossiers"),
        declared_rows=_number(request, "rows"),
        actor=who.person,
        unit=unit,
        channel="ui",
        at=at.isoformat(),
    )
    ticket.file.parent.mkdir(parents=True)
    with ticket.file.open("wb") as stream:
        for chunk in file.chunks():
            stream.write(chunk)
    write_ticket(ticket)
    start(ticket.id, "look")
    return redirect("import_ticket", ticket=ticket.id)


def _source(request: HttpRequest) -> tuple[str, str]:
    """The code of the source, and its name if it is a new one. Raises `Refused("import.source_code")`."""
    chosen = request.POST.get("source", "").strip()
    if chosen:
        return chosen, ""
    name = " ".join(request.POST.get("name", "").split())
    code = re.sub(r"[^a-z0-9]+", "-", fold_words(name)).strip("-")[:38]
    if not code:
        raise Refused("import.source_code", source=name)
    return code, name


def _safe_name(name: str) -> str:
    """The name of a file without any way out of its folder."""
    return re.sub(r"[^\w. ()-]", "_", Path(name).name)[-120:].lstrip(".") or "tep"


def _number(request: HttpRequest, field: str) -> int | None:
    text = re.sub(r"[.\s]", "", request.POST.get(field, ""))
    return int(text) if text.isdecimal() and len(text) < 12 else None
