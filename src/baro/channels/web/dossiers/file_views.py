"""One dossier: how it stands, why this date, who held it, what it did, what is asked."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.evidence_told import entry_told
from baro.channels.web.dossiers.held_bar import bar_of
from baro.channels.web.dossiers.papers_told import papers_told
from baro.channels.web.dossiers.questions_told import may_ask, shown_questions
from baro.channels.web.dossiers.told import shown
from baro.channels.web.frame.asking import asks
from baro.channels.web.organisation.named import holders_named
from baro.channels.wording.briefings import CAUSES
from baro.desk import permission
from baro.desk.briefings import READ as BRIEFING
from baro.desk.dossier_evidence import evidence_of
from baro.desk.dossier_files import DossierFile, dossier_file
from baro.desk.permission import Asker
from baro.desk.signal_questions import READ
from baro.records.queries.briefings import explanations
from baro.records.queries.procedures import procedure_names
from baro.records.queries.recorded import is_book
from baro.records.queries.signal_questions import signal_questions
from baro.rules.counted.told import ProcessMap
from baro.rules.counted.weeks import week_of
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.signals.told import rule_told
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.zones import VIETNAM, local_time


def _asked(who: Asker, file: DossierFile) -> dict[str, Any]:
    """The red flags with what was asked of them, and questions about some that new data raise no more."""
    scope = permission.scope(who, READ)
    asked = [] if scope.is_empty else shown_questions(who, signal_questions(scope, file.line.id))
    open_ = {q.signal.code for q in asked if not q.verdict}
    may = may_ask(who, file.line.body, file.line.id)
    flags = [
        {
            "signal": signal,
            "number": int(signal.code[1:]),
            "question": question or rule_told(signal),
            "asked": [q for q in asked if q.signal is signal],
            "may_ask": may and signal.code not in open_,
        }
        for signal, question in file.raised
    ]
    raised = {signal.code for signal, _ in file.raised}
    return {"flags": flags, "past": [q for q in asked if q.signal.code not in raised]}


def _map(told: ProcessMap | None) -> dict[str, Any] | None:
    """The way through the approved process as a picture, with the process's name and decision."""
    if told is None:
        return None
    draw: Callable[[ProcessMap], str] = import_string(settings.MAP_DRAWER)
    picture = draw(told)
    is_apart = any(not edge.foreseen for edge in told.edges)
    return {"picture": mark_safe(picture), "told": told, "is_apart": is_apart} if picture else None


def _explained(who: Asker, file: DossierFile) -> dict[str, Any]:
    """What the unit said of its lateness, and whether the reader may say more."""
    subject, scope = Subject(id=file.line.id, unit=file.line.body), permission.scope(who, BRIEFING)
    said = [] if scope.is_empty else explanations(scope, [file.line.id]).get(file.line.id, [])
    named = holders_named({one.said_by for one in said})
    is_late = file.line.time_class in (TimeClass.LATE, TimeClass.PENDING_LATE)
    return {
        "explained": [
            (one, CAUSES[one.cause], named[one.said_by], local_time(one.said_at, VIETNAM), _week(one.promised_on))
            for one in said
        ],
        "may_explain": is_late and permission.allows(who, "briefing.explain", subject),
    }


def _week(day: date | None) -> str:
    """The week of a day as the address of a briefing has it."""
    return week_of(day).written if day else ""


def _in_ledger(dossier_id: str, who: Asker) -> dict[str, Any]:
    """Where the content stands in the ledger, and the delivery whose rows its steps are, for who may see these."""
    found = evidence_of(dossier_id, who)
    return {"held_in": entry_told(found.entries[0]) if found.entries else None, "rows_of": found.rows_of}


@require_safe
@asks
def one(request: HttpRequest, who: Asker, dossier_id: str) -> HttpResponse:
    """Show a dossier; one that the asker may not read is not there."""
    file = dossier_file(dossier_id, who, import_string(settings.PRESCRIPTION_OF))
    told = {
        "is_recorded": is_book(file.line.source),
        "source": file.line.source,
        "line": shown(file.line, file.seen, procedure_names([file.line.procedure])),
        "file": file.told,
        "bar": bar_of(file.told.split),
        "map": _map(file.map),
        **_asked(who, file),
        **_explained(who, file),
        **_in_ledger(dossier_id, who),
        **papers_told(who, file.line),
        "as_of": local_time(file.line.as_of, VIETNAM),
    }
    return render(request, "dossiers/one.html", told)
