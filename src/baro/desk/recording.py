"""Recording dossiers for units without other software: receiving, handing over, asking for more, pausing, releasing.

What is told is kept at once; that the dossier is then judged, as any dossier that a system delivers, is the work of
`app/book_delivery.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from baro.desk import permission
from baro.desk.by import By, act_of, require, require_on
from baro.desk.import_sources import source_for
from baro.desk.permission import Asker
from baro.desk.recorded_process import Choice
from baro.records.ledger.bodies import moment
from baro.records.ledger.heads import hold
from baro.records.loading.recorded import last_place, last_sequence
from baro.records.queries.organisation import bodies
from baro.records.queries.people import person
from baro.records.queries.recorded import Book, book, receipt, steps
from baro.records.recording import record
from baro.records.round_trips import ask
from baro.records.row_security.session import acting
from baro.rules.judged.late_entry import check_not_future
from baro.rules.observed.acts import Act, Value
from baro.rules.observed.dossier_codes import PREFIX, dossier_code
from baro.rules.observed.kinds import Kind
from baro.rules.observed.recorded_steps import Receipt, RecordedStep, Requester, check_step
from baro.rules.observed.taking_back import standing
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind

READ = "dossier.read"
_AT_THE_COUNTER = frozenset({Kind.SUPPLEMENT_RECEIVED, Kind.PAID, Kind.RETURNED, Kind.WITHDRAWN})
_OPERATIONS = {
    "dossier.assigned": "dossier.assign",
    "dossier.served": "dossier.receive",
    "dossier.worked": "dossier.work",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What somebody says of a dossier that they receive: `activity` as the approved process calls it; `requester` as in
    `Requester`, for internal work."""

    source: str
    procedure: str
    happened_at: datetime
    activity: str = ""
    channel: str = ""
    requester: str = ""
    applicant: str = ""
    contact: str = ""
    address: str = ""
    papers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody says of a step: `unit` a body, `handler` a person, "" where nobody is named."""

    happened_at: datetime
    unit: str = ""
    handler: str = ""
    document: str = ""
    due_on: date | None = None
    reason: str = ""


def open_book(source: str, prefix: str, by: By, at: datetime) -> None:
    """Begin to keep a book here for a source. Raises `Refused("access.…" | "import.no_source" | "recording.prefix" |
    "recording.book_open" | "recording.delivered_already")`: what another system delivers is not written down here too."""
    known = source_for(source, "import.describe", by, at)
    if not re.fullmatch(PREFIX, prefix):
        raise Refused("recording.prefix", prefix=prefix)
    if book(source) is not None:
        raise Refused("recording.book_open", source=source)
    if known.last_batch:
        raise Refused("recording.delivered_already", source=source)
    data: dict[str, Value] = {"source": source, "body": known.unit, "prefix": prefix}
    record(act_of(replace(by, unit=known.unit), "dossier_book.opened", _book_stream(source), at, data), at=at)


@acting()
def receive_dossier(told: Received, by: By, at: datetime) -> str:
    """Receive a dossier; gives its id. Raises `Refused("access.…" | "recording.no_book" | "recording.no_procedure" |
    "recording.requester" | "late_entry.future")`."""
    kept = _book(told.source)
    require(by, "dossier.receive", kept.body, at)
    if (kept.work is WorkKind.INTERNAL) != (told.requester in set(Requester)):
        raise Refused("recording.requester")
    check_not_future(told.happened_at, at)
    if not told.procedure.strip():
        raise Refused("recording.no_procedure")
    code = _next_code(kept, told.happened_at)
    dossier = f"{kept.source}:{code}"
    data: dict[str, Value] = {
        "dossier": dossier, "source": kept.source, "body": kept.body, "code": code, "procedure": told.procedure,
        "channel": told.channel, "requester": told.requester, "number": 1, "place": last_place(kept.source) + 1, "activity": told.activity, "kind": Kind.RECEIVED.name,
        "happened_at": moment(told.happened_at),
    }  # fmt: skip
    personal = {name: getattr(told, name).strip() for name in ("applicant", "contact", "address", "papers")}
    act = act_of(replace(by, unit=kept.body), "dossier.received", stream_of(dossier), at, data, personal)
    record(act, at=at)
    return dossier


@acting()
def record_step(dossier: str, choice: Choice, told: Told, who: Asker, by: By, at: datetime) -> None:
    """Record what happened with a dossier. Raises `Refused("access.…" | "late_entry.future" | "recording.unknown_unit" |
    "recording.unknown_handler")` and as `check_step` does."""
    scope = permission.scope(who, READ)
    known = steps(scope, dossier, held=streams_of(dossier))
    found = receipt(scope, dossier)
    if found is None:
        raise Refused("access.not_found")
    act = _act(found, known, choice, told, by, at)
    require_on(by, _OPERATIONS[act.type], Subject(id=dossier, unit=found.body, holder=held_by(known)), at)
    check_not_future(told.happened_at, at)
    _check_named(told)
    check_step(
        standing(known), choice.kind, told.happened_at, departs=choice.departs, reason=told.reason, due_on=told.due_on
    )
    record(act, at=at)


def _check_named(told: Told) -> None:
    """Refuse a body that does not work on that day, or a person that nobody registered."""
    if told.unit and bodies().term_on(told.unit, permission.day_of(told.happened_at)) is None:
        raise Refused("recording.unknown_unit", unit=told.unit)
    if told.handler and person(told.handler) is None:
        raise Refused("recording.unknown_handler", handler=told.handler)


def operation_of(kind: Kind) -> str:
    """Give the operation that recording a step of a kind carries out."""
    return _OPERATIONS[_type_of(kind)]


def held_by(known: Sequence[RecordedStep]) -> str:
    """Give the person who has the dossier now, "" if nobody was named."""
    return next((step.handler for step in reversed(standing(known)) if step.handler), "")


def stream_of(dossier: str) -> str:
    """All that is told of one dossier stands in one stream; a dossier's id may hold what a stream may not."""
    return f"recorded/{sha256(dossier.encode()).hexdigest()[:32]}"


def streams_of(dossier: str) -> list[str]:
    """Give the streams to hold while something of a dossier is told: its own, and that of its book, whose places it takes."""
    return [stream_of(dossier), _book_stream(dossier.partition(":")[0])]


def _book_stream(source: str) -> str:
    return f"dossier_book/{source}"


def _act(found: Receipt, known: Sequence[RecordedStep], choice: Choice, told: Told, by: By, at: datetime) -> Act:
    data: dict[str, Value] = {
        "dossier": found.dossier, "source": found.source, "body": found.body, "number": len(known) + 1, "place": last_place(found.source) + 1,
        "activity": choice.activity, "kind": choice.kind.name, "happened_at": moment(told.happened_at),
        "unit": told.unit, "handler": told.handler, "document": told.document.strip(), "departs": choice.departs,
        "due_on": told.due_on.isoformat() if told.due_on else "",
    }  # fmt: skip
    kind = _type_of(choice.kind)
    return act_of(
        replace(by, unit=found.body), kind, stream_of(found.dossier), at, data, {"reason": told.reason.strip()}
    )


def _type_of(kind: Kind) -> str:
    if kind is Kind.ASSIGNED:
        return "dossier.assigned"
    return "dossier.served" if kind in _AT_THE_COUNTER else "dossier.worked"


def _book(source: str) -> Book:
    found = book(source)
    if found is None:
        raise Refused("recording.no_book", source=source)
    return found


def _next_code(kept: Book, happened_at: datetime) -> str:
    """The next number of the day; nobody else takes one of this book, or of another whose codes begin alike, until this act ends."""
    if locks := hold([_book_stream(kept.source), f"dossier_codes/{kept.prefix}"]):
        ask(*locks)
    day = permission.day_of(happened_at)
    run = dossier_code(kept.prefix, day, 0).rpartition("-")[0]
    return dossier_code(kept.prefix, day, last_sequence(run) + 1)
