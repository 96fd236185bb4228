"""Rebuild all projected rows from the ledger, or replay it beside them and say which rows differ from what it makes."""

from collections.abc import Iterator

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from baro.records.ledger.bodies import entry_of
from baro.records.ledger.personal import open_values
from baro.records.projections.gathered_rows import GatheredRows
from baro.records.projections.registry import UnknownAct, project
from baro.records.projections.row_statements import Statements
from baro.records.round_trips import Trip
from baro.records.row_differences import different_rows
from baro.records.row_security.session import system
from baro.records.shadow_tables import one_moment, shadowed
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.refusals import Refused

_BY_ACCOUNT = frozenset({"account"})  # how people sign in is not a fact about the authority: it is not made anew
_AT_ONCE, _TOGETHER = 10_000, 100
_NOTHING: dict[str, tuple[str, bytes]] = {}
_BODIES = "SELECT place, entry_id, CAST(body AS {}) FROM ledger_entry WHERE place > %s ORDER BY place LIMIT %s"
_BYTES = {"sqlite": "BLOB", "postgresql": "bytea"}
_VALUES = "SELECT entry_id, field, stream, sealed FROM personal_value WHERE entry_id >= %s AND entry_id <= %s"


def projected_models() -> list[type[models.Model]]:
    """Give the tables that come of acts; of some, columns that no act tells are `kept_aside`."""
    all_of = apps.get_app_config("records").get_models(include_auto_created=True)
    return [m for m in all_of if getattr(m, "projected", True)]


def rebuild() -> int:
    """Empty the projected tables and make them anew from the entries, in one transaction; give how many entries.

    Raises `Refused("ledger.unknown_act")` and what a projection refuses.
    """
    with transaction.atomic(), system(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        for model in projected_models():
            if model._meta.db_table not in _BY_ACCOUNT:
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
        trip, count = Statements(Trip()), 0
        for entry in _entries():
            try:
                project(entry, trip)
            except UnknownAct:
                raise _unknown(entry) from None
            count += 1
            if count % _TOGETHER == 0:
                trip.send()
        trip.send()
    return count


def differences() -> list[Refused]:
    """Say which projected rows are not what the ledger makes of them, and which entries make none where they should;
    nothing is changed, and nobody who records meanwhile waits."""
    every = projected_models()
    wrong: list[Refused] = []
    with one_moment(), system():
        try:
            with transaction.atomic(), shadowed(m._meta.db_table for m in every) as schema:
                wrong += _replayed()
                for model in every:
                    wrong += different_rows(model, schema)
        except _Stopped as stopped:
            wrong.append(stopped.finding)
        transaction.set_rollback(True)
    return wrong


class _Stopped(Exception):
    """A replay that could not go on at an entry: no row is compared."""

    def __init__(self, finding: Refused) -> None:
        super().__init__(finding.code)
        self.finding = finding


def _replayed() -> Iterator[Refused]:
    """Project every entry; one that nobody can project is named, and the others go on."""
    entry = None
    try:
        rows = GatheredRows()
        for entry in _entries():
            try:
                project(entry, rows)
            except UnknownAct:
                yield _unknown(entry)
            except Refused as refusal:
                yield _without_rows(entry)
                yield refusal
        rows.send()
    except (DatabaseError, LookupError, TypeError, ValueError) as fault:
        if entry is None:
            raise
        raise _Stopped(_without_rows(entry)) from fault


def _unknown(entry: Entry) -> Refused:
    return Refused("ledger.unknown_act", entry=entry.id, act=entry.type)


def _without_rows(entry: Entry) -> Refused:
    return Refused("ledger.act_without_rows", entry=entry.id, act=entry.type)


def _entries() -> Iterator[Entry]:
    place = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_BODIES.format(_BYTES[connection.vendor]), [place, _AT_ONCE])
            rows = cursor.fetchall()
            if not rows:
                return
            ids = [row[1] for row in rows]
            cursor.execute(_VALUES, [min(ids), max(ids)])
            opened = open_values(cursor.fetchall())
        for place, entry_id, body in rows:  # noqa: B007 - the last place is where the next run begins
            values = opened.get(entry_id, _NOTHING)
            yield entry_of(bytes(body), {field: value for field, (value, _) in values.items()})
