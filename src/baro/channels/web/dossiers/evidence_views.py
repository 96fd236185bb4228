"""Where a dossier stands in the ledger, to be printed; the proof and the entry as files."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.evidence_told import entry_told
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.frame.qr import qr_of
from baro.channels.wording.evidence import looked_up_by
from baro.desk.dossier_evidence import InLedger, entry_for, evidence_of, proof_for
from baro.desk.permission import Asker


@require_safe
@asks
def evidence(request: HttpRequest, who: Asker, dossier_id: str) -> HttpResponse:
    """Show the entries that are about a dossier, and what they prove."""
    found = evidence_of(dossier_id, who)
    told = {"dossier": dossier_id, "found": found, "entries": [_with_qr(one) for one in found.entries]}
    return render(request, "dossiers/evidence.html", told)


@require_safe
@asks
def proof(request: HttpRequest, who: Asker, dossier_id: str, entry: str) -> HttpResponse:
    """Let the proof of an entry come down (C2SP tlog-proof)."""
    return _file(proof_for(dossier_id, entry, who).encode(), f"{entry}.tlog-proof", "text/plain; charset=utf-8")


@require_safe
@asks
def entry(request: HttpRequest, who: Asker, dossier_id: str, entry: str) -> HttpResponse:
    """Let the very bytes of an entry come down."""
    return _file(entry_for(dossier_id, entry, who, now()), f"{entry}.json", "application/json")


def _with_qr(one: InLedger) -> dict[str, Any]:
    return entry_told(one) | {"qr": qr_of(looked_up_by(one.stands))}


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
