"""Make the rows of one stream anew, after some of its personal values were erased: what was told of them goes too."""

from typing import Any

from django.db import connection, models

from baro.records.ledger.bodies import entry_of
from baro.records.ledger.personal import open_values
from baro.records.projections.registry import project
from baro.records.projections.row_statements import Statements
from baro.records.round_trips import Trip
from baro.rules.observed.entries import Entry

ERASED = "personal.erased"
_BODIES = "SELECT entry_id, CAST(body AS {}) FROM ledger_entry WHERE stream = %s AND version < %s ORDER BY version"
_BYTES = {"sqlite": "BLOB", "postgresql": "bytea"}
_VALUES = "SELECT entry_id, field, stream, sealed FROM personal_value WHERE stream = %s"


def erased_stream(entry: Entry) -> tuple[str, str]:
    """Give what an erasure is about: the kind of stream and the id in it."""
    kind, _, key = str(entry.data["stream"]).partition("/")
    return kind, key


def project_again(erasure: Entry, *rows: "models.QuerySet[Any]") -> None:
    """Delete these rows, all of which come of the stream that was erased, and project its entries before the erasure."""
    for found in rows:
        found.delete()
    trip = Statements(Trip())
    for entry in _before(erasure):
        if entry.type != ERASED:
            project(entry, trip)
    trip.send()


def _before(erasure: Entry) -> list[Entry]:
    with connection.cursor() as cursor:
        cursor.execute(_BODIES.format(_BYTES[connection.vendor]), [erasure.stream, erasure.version])
        bodies = cursor.fetchall()
        cursor.execute(_VALUES, [erasure.stream])
        opened = open_values(cursor.fetchall())
    return [
        entry_of(bytes(body), {field: value for field, (value, _) in opened.get(entry_id, {}).items()})
        for entry_id, body in bodies
    ]
