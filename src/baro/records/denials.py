"""Refusals by the policy: written to the access log, and kept as rows for those who watch over access.

A row names the person, a body in which they serve, and the operation. Of sealed matters, of matters in compartments and of
people who have not signed in there is no row: the log alone has those.
"""

import logging
from datetime import datetime

from baro.records.ids_made import new_id
from baro.records.models.denials import DenialRow
from baro.records.row_security.after_acts import after_act

_LOG = logging.getLogger("baro.access")


def note_denial(person: str, operation: str, subject: str) -> None:
    """Write a refusal to the access log. A sealed matter is told there by nothing but its kind."""
    _LOG.warning("refused person=%s operation=%s subject=%s", person or "-", operation, subject or "-")


def keep_denial(person: str, operation: str, subject: str, unit: str, at: datetime) -> None:
    """Write a refusal to the log and keep it as a row; what an act did is undone by it, the row is not."""
    note_denial(person, operation, subject)
    row = DenialRow(id=new_id(at), at=at, person=person, unit=unit, operation=operation, subject=subject[:160])
    after_act(lambda: row.save(force_insert=True))
