"""A delivery received: its statement, as a document one can sign; the proof of a row."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.imports.asking import seen_of, visible_sources
from baro.channels.web.imports.told import findings_csv, shown, statement_workbook
from baro.channels.wording.import_differences import OUTCOMES, conflicts_of, vanished_from
from baro.desk.permission import Asker
from baro.records.loading.checked_file import read_checked
from baro.records.loading.row_store import row_proof
from baro.records.loading.segments import segment_folder
from baro.records.queries.imports import Batch, adoptions, batch, find_source, outcomes_of
from baro.rules.observed.delivery import Checked
from baro.rules.prescribed.refusals import Refused

_SHOWN = 200


@require_safe
@asks
def statement(request: HttpRequest, who: Asker, batch_id: str) -> HttpResponse:
    """Show the reconciliation statement of a delivery."""
    received, checked = _received(who, batch_id)
    source = find_source(received.source)
    folder = segment_folder(batch_id)
    vanished, contradicted = vanished_from(folder), conflicts_of(folder, received.source, seen_of(who, source))
    became = outcomes_of([c.id for c in contradicted])
    told = {
        "batch": received,
        "source_name": source.name if source else received.source,
        "vanished": vanished[:_SHOWN],
        "vanished_count": len(vanished),
        "contradicted": [(c, OUTCOMES[became.get(c.id, "")]) for c in contradicted[:_SHOWN]],
        "outcomes": [(words, n) for key, words in OUTCOMES.items() if (n := list(became.values()).count(key))],
        "adoptions": adoptions(received.source) if "adopted" in became.values() else (),
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
    folder, seen = segment_folder(batch_id), seen_of(who, find_source(received.source))
    told = outcomes_of([c.id for c in conflicts_of(folder, received.source, seen)])
    return statement_workbook(checked, folder, seen, told)


@require_safe
@asks
def proof(request: HttpRequest, who: Asker, batch_id: str) -> HttpResponse:
    """Prove one row of the file: its text, its place, and the hashes that lead from it to the root in the ledger."""
    received, _ = _received(who, batch_id)
    row = request.GET.get("dong", "")
    if not row.isdecimal() or len(row) > 12:
        raise Refused("import.no_row", row=row)
    sheet, holding = (request.GET.get(name, "") for name in ("trang", "ho-so"))
    text, shown_by = row_proof(segment_folder(batch_id), int(row), sheet, holding)
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


def _received(who: Asker, batch_id: str) -> tuple[Batch, Checked]:
    """A delivery that the asker may see. Raises `Refused`; one of a source they may not see is not there."""
    received = batch(batch_id)
    if received.source not in {source.code for source in visible_sources(who)}:
        raise Refused("import.no_batch", batch=batch_id)
    checked = read_checked(segment_folder(batch_id))
    if checked is None:
        raise Refused("import.no_batch", batch=batch_id)
    return received, checked
