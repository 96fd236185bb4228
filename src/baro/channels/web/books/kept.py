"""A book and its dossiers as a page asks for them, and the delivery of what was just recorded."""

from datetime import date, datetime

from django.conf import settings
from django.utils.module_loading import import_string

from baro.desk.permission import Asker
from baro.desk.prescription import PrescriptionOf
from baro.desk.recorded_dossiers import Kept, dossier_for, procedures_served
from baro.records.queries.procedures import procedure_names


def dossier_in(who: Asker, source: str, code: str) -> Kept:
    """Give a dossier of a book that the asker may read. Raises `Refused("access.not_found")`."""
    return dossier_for(who, source, code, prescription_of())


def prescription_of() -> PrescriptionOf:
    """What reads by what the dossiers of a source are judged."""
    found: PrescriptionOf = import_string(settings.PRESCRIPTION_OF)
    return found


def procedures_of(source: str, on: date) -> list[tuple[str, str]]:
    """Give the procedures that the approved processes of a book serve on a day, with their names."""
    known = procedures_served(source, on, prescription_of())
    named = procedure_names(known)
    return [(code, f"{named[code]} ({code})" if code in named else code) for code in known]


def deliver(source: str, at: datetime) -> None:
    """Have what was just recorded judged."""
    import_string(settings.BOOK_DELIVERY)(source, at)
