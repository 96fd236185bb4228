"""An entry of the ledger as the message that somebody is told: ids, codes and links; no person, no words of anybody."""

import json
from typing import Any

from django.urls import reverse

from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.webhooks import READ_BY
from baro.records.queries import imports
from baro.records.queries.briefings import briefing
from baro.records.queries.signal_questions import signal_question
from baro.records.row_security.session import reading
from baro.rules.counted.weeks import Week
from baro.rules.observed.entries import Entry
from baro.rules.observed.webhooks import KIND_OF, EventKind
from baro.rules.prescribed.policy.standing import Subject

Told = dict[str, Any]


def message(index: int, entry: Entry, who: Asker, origin: str) -> bytes | None:
    """Write what somebody is told of an entry; None where they may not read what it is about, or nothing is told of it.
    `origin`: what links begin with."""
    kind = KIND_OF.get(entry.type)
    if kind is None:
        return None
    with reading():
        found = _TELLERS[kind](entry, who)
    if found is None:
        return None
    data, links = found
    data |= {"entry": entry.id, "index": index, "links": {name: origin + path for name, path in links.items()}}
    at = entry.recorded_at.isoformat().replace("+00:00", "Z")
    whole = {"id": entry.id, "type": kind.value, "timestamp": at, "data": data}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _delivery(entry: Entry, who: Asker) -> tuple[Told, Told] | None:
    source = imports.find_source(entry.data["source"])
    if source is None or not permission.allows(
        who, READ_BY[EventKind.DELIVERY_RECEIVED], Subject(id=source.code, unit=source.unit)
    ):
        return None
    batch = str(entry.data["batch"])
    data = {"batch": batch, "source": source.code, "body": source.unit}
    return data, _links("batch", "import_batch", batch)


def _question(entry: Entry, who: Asker) -> tuple[Told, Told] | None:
    found = signal_question(permission.scope(who, READ_BY[KIND_OF[entry.type]]), entry.data["question"])
    if found is None:
        return None
    data: Told = {
        "question": found.id, "dossier": found.dossier, "body": found.body, "signal": f"R{found.signal:02}",
        "reply_by": found.reply_by.isoformat(),
    }  # fmt: skip
    if "verdict" in entry.data:
        data["verdict"] = entry.data["verdict"]
    return data, _links("question", "dossier", found.id, found.dossier)


def _briefing(entry: Entry, who: Asker) -> tuple[Told, Told] | None:
    found = briefing(permission.scope(who, READ_BY[EventKind.BRIEFING_FROZEN]), entry.data["briefing"])
    if found is None:
        return None
    data = {"briefing": found.id, "body": found.body, "week": Week(found.monday).written}
    return data, _links("briefing", "briefing_frozen", found.id)


def _links(address: str, page: str, key: str, shown: str = "") -> Told:
    """Where a program reads on, and where a person does."""
    return {"api": reverse(f"api:{address}", args=[key]), "page": reverse(page, args=[shown or key])}


_TELLERS = {
    EventKind.DELIVERY_RECEIVED: _delivery,
    EventKind.QUESTION_ASKED: _question,
    EventKind.QUESTION_ANSWERED: _question,
    EventKind.QUESTION_SETTLED: _question,
    EventKind.BRIEFING_FROZEN: _briefing,
}
