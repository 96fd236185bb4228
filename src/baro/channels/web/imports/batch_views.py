"""A delivery received: its statement, as a document one can sign; the proof of a row; what contradicts."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.imports.asking import by, subject_of, visible_sources
from baro.channels.web.imports.differences_told import conflicts_of, field_words, value_words, vanished_from
from baro.channels.web.imports.told import findings_csv, shown
from baro.channels.web.imports.workbook import statement_workbook
from baro.desk import permission
from baro.desk.imports import settle_conflict
from baro.desk.permission import Asker
from baro.records.loading.checked_file import read_checked
from baro.records.loading.row_store import row_proof
from baro.records.loading.segments import segment_folder
from baro.records.queries.imports import Batch, Source, batch, find_source, open_conflict_counts, open_conflicts
from baro.rules.observed.delivery import Checked
from baro.rules.prescribed.policy.decisions import REFUSED, Decision
from baro.rules.prescribed.refusals import Refused

_SHOWN = 200


@require_safe
@asks
def statement(request: HttpRequest, who: Asker, batch_id: str) -> HttpResponse:
    """Show the reconciliation statement of a delivery."""
    received, checked = _received(who, batch_id)
    source = find_source(received.source)
    vanished, contradicted = (
        vanished_from(segment_folder(batch_id)),
        conflicts_of(segment_folder(batch_id), _seen(who, source)),
    )
    told = {
        "batch": received,
        "source_name": source.name if source else received.source,
        "vanished": vanished[:_SHOWN],
        "vanished_count": len(vanished),
        "contradicted": contradicted[:_SHOWN],
        "contradicted_count": len(contradicted),
    }
    return render(request, "imports/statement.html", told | shown(checked))


@require_safe
@asks
def findings(request: HttpRequest, who: Asker, batch_id: str) -> HttpResponse:
    """The cells to be looked at, as a file."""
    return findings_csv(_received(who, batch_id)[1])


@require_safe
@asks
def workbook(request: HttpRequest, who: Asker, batch_id: str) -> HttpResponse:
    """The statement with all its lists, as a workbook."""
    received, checked = _received(who, batch_id)
    return statement_workbook(checked, segment_folder(batch_id), _seen(who, find_source(received.source)))


@require_safe
@asks
def proof(request: HttpRequest, who: Asker, batch_id: str) -> HttpResponse:
    """Prove one row of the file: its text, its place, and the hashes that lead from it to the root in the ledger."""
    received, _ = _received(who, batch_id)
    row = request.GET.get("dong", "")
    if not row.isdecimal() or len(row) > 12:
        raise Refused("import.no_row", row=row)
    text, shown_by = row_proof(segment_folder(batch_id), int(row), request.GET.get("trang", ""))
    told = {
        "batch": received.id,
        "entry": received.entry,
        "file_sha256": received.file_sha256,
        "root": received.row_root,
        "row": text.decode(),
        "index": shown_by.index,
        "size": shown_by.size,
        "salt": shown_by.salt.hex(),
        "path": [step.hex() for step in shown_by.path],
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="chung-minh-dong-{row}.json"'
    return answer


@require_safe
@asks
def conflicts(request: HttpRequest, who: Asker) -> HttpResponse:
    """List what contradicts and waits for a person."""
    seen = {source.code: _seen(who, source) for source in visible_sources(who)}
    codes = set(seen)
    found = [(seen[code], c) for code in sorted(codes) for c in open_conflicts(code, most=_SHOWN)]
    shown_ones = [
        replace(
            c,
            dossier=c.dossier.partition(":")[2],
            field=field_words(c.field),
            ours=value_words(c.field, c.ours, sees),
            theirs=value_words(c.field, c.theirs, sees),
        )
        for sees, c in found[:_SHOWN]
    ]
    waiting = sum(n for code, n in open_conflict_counts().items() if code in codes)
    may_settle = permission.allows(who, "import.settle")
    told = {"conflicts": shown_ones, "count": waiting, "may_settle": may_settle}
    return render(request, "imports/conflicts.html", told)


@require_POST
@asks
def settle(request: HttpRequest, who: Asker, conflict_id: str) -> HttpResponse:
    """Record that ours stands, and why."""
    settle_conflict(conflict_id, request.POST.get("reason", ""), by(who), now())
    messages.success(request, "Đã ghi: giữ dữ liệu đang có.")
    return redirect("import_conflicts")


def _seen(who: Asker, source: Source | None) -> Decision:
    """Up to which class the asker sees what a source tells."""
    return permission.decide(who, "import.read", subject_of(source)) if source else REFUSED


def _received(who: Asker, batch_id: str) -> tuple[Batch, Checked]:
    """A delivery that the asker may see. Raises `Refused`; one of a source they may not see is not there."""
    received = batch(batch_id)
    if received.source not in {source.code for source in visible_sources(who)}:
        raise Refused("import.no_batch", batch=batch_id)
    checked = read_checked(segment_folder(batch_id))
    if checked is None:
        raise Refused("import.no_batch", batch=batch_id)
    return received, checked
