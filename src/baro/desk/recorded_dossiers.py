"""A book and one dossier of it as whoever works in it needs them: the steps that stand, the process, what may be told next."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from baro.desk import permission
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.desk.prescription import Prescription, PrescriptionOf
from baro.desk.recorded_process import Choice, choices, process_of, receiving_activity
from baro.desk.recording import READ, Received, held_by, operation_of, receive_dossier
from baro.records.queries.imports import find_source
from baro.records.queries.recorded import Book, book, receipt, steps
from baro.rules.observed.recorded_steps import Receipt, RecordedStep
from baro.rules.observed.taking_back import standing
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import VIETNAM, local_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A dossier written down here: what it was received with, the steps that stand, all that were `told`, its process, what may be
    told next."""

    book: Book
    receipt: Receipt
    steps: list[RecordedStep]
    told: list[RecordedStep]
    process: ApprovedProcess | None
    choices: list[Choice]


def book_for(who: Asker, source: str, operation: str = READ) -> Book:
    """Give a book in which the asker may do this. Raises `Refused("access.not_found")`."""
    found = book(source)
    if found is None or not permission.allows(who, operation, Subject(unit=found.body)):
        raise Refused("access.not_found")
    return found


def dossier_for(who: Asker, source: str, code: str, prescription_of: PrescriptionOf) -> Kept:
    """Give a dossier of a book that the asker may read. Raises `Refused("access.not_found")`."""
    found_in, scope, key = book_for(who, source), permission.scope(who, READ), f"{source}:{code}"
    found = receipt(scope, key) if "\0" not in code else None
    if found is None:
        raise Refused("access.not_found")
    told = steps(scope, key)
    known = standing(told)
    process = process_of(_judged_by(source, prescription_of), found.procedure, _day(found.received_at))
    return Kept(
        book=found_in, receipt=found, steps=known, told=told, process=process, choices=choices(process, known)
    )  # fmt: skip


def tellable(who: Asker, kept: Kept) -> list[Choice]:
    """Give the steps that the asker may tell, those that the process expects first."""
    subject = Subject(id=kept.receipt.dossier, unit=kept.book.body, holder=held_by(kept.steps))
    return [one for one in kept.choices if permission.allows(who, operation_of(one.kind), subject)]


def seen_of(who: Asker, received: Receipt) -> Decision:
    """Up to which class somebody sees what was written down of a dossier: whoever received it sees what they wrote."""
    return permission.decide(who, READ, Subject(unit=received.body, holder=received.received_by))


def procedures_served(source: str, on: date, prescription_of: PrescriptionOf) -> list[str]:
    """Give the procedures that the approved processes of a book serve on a day."""
    told = _judged_by(source, prescription_of)
    named = dict.fromkeys(name for process in told.processes for name in process.procedures)
    return [name for name in named if process_of(told, name, on) is not None]


def receive_by_process(told: Received, prescription_of: PrescriptionOf, by: By, at: datetime) -> str:
    """Receive a dossier; its first step is called as the process in force calls the receipt. Gives its id. Raises as
    `receive_dossier` does."""
    process = process_of(_judged_by(told.source, prescription_of), told.procedure, _day(told.happened_at))
    return receive_dossier(replace(told, activity=receiving_activity(process)), by, at)


def _judged_by(source: str, prescription_of: PrescriptionOf) -> Prescription:
    found = find_source(source)
    if found is None:
        raise Refused("recording.no_book", source=source)
    return prescription_of(found)


def _day(at: datetime) -> date:
    return local_time(at, VIETNAM).date()
