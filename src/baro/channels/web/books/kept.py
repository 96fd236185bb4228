"""A book and its prescription as a page needs them, and the delivery of what was just recorded."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.http import Http404
from django.utils.module_loading import import_string

from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.prescription import Prescription
from baro.desk.recorded_process import Choice, choices, process_of
from baro.desk.recording import READ
from baro.records.queries.imports import find_source
from baro.records.queries.procedures import procedure_names
from baro.records.queries.recorded import Book, receipt, steps
from baro.records.queries.recorded import book as kept_book
from baro.rules.observed.recorded_steps import Receipt, RecordedStep
from baro.rules.observed.taking_back import standing
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.processes import ApprovedProcess
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


def book_of(who: Asker, source: str, operation: str = READ) -> Book:
    """Give a book in which the asker may do this; else it is not there."""
    found = kept_book(source)
    if found is None or not permission.allows(who, operation, Subject(unit=found.body)):
        raise Http404
    return found


def dossier_in(who: Asker, source: str, code: str) -> Kept:
    """Give a dossier of a book that the asker may read; else it is not there."""
    book, scope, key = book_of(who, source), permission.scope(who, READ), f"{source}:{code}"
    found = receipt(scope, key) if "\0" not in code else None
    if found is None:
        raise Http404
    told = steps(scope, key)
    known = standing(told)
    process = process_of(prescription(source), found.procedure, local_time(found.received_at, VIETNAM).date())
    return Kept(
        book=book, receipt=found, steps=known, told=told, process=process, choices=choices(process, known)
    )  # fmt: skip


def prescription(source: str) -> Prescription:
    """Give what the dossiers of a book are judged by."""
    told: Prescription = import_string(settings.PRESCRIPTION_OF)(find_source(source))
    return told


def procedures_of(source: str, on: date) -> list[tuple[str, str]]:
    """Give the procedures that the approved processes of a book serve on a day, with their names."""
    known = {
        name: process
        for process in prescription(source).processes
        for name in process.procedures
        if process_of(prescription(source), name, on) is not None
    }
    named = procedure_names(list(known))
    return [(code, f"{named[code]} ({code})" if code in named else code) for code in known]


def deliver(source: str, at: datetime) -> None:
    """Have what was just recorded judged."""
    import_string(settings.BOOK_DELIVERY)(source, at)
