"""Rebuild all projected rows from the ledger, or try it and say which rows differ from what the ledger makes."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models, transaction

from baro.records.ledger.bodies import entry_of
from baro.records.ledger.personal import open_values
from baro.records.projections.registry import project
from baro.records.round_trips import Trip
from baro.records.row_security.session import system
from baro.rules.prescribed.refusals import Refused

_BY_ACCOUNT = frozenset({"account"})  # how people sign in is not a fact about the authority
_AT_ONCE, _TOGETHER = 2_000, 100
_BODIES = "SELECT place, entry_id, CAST(body AS {}) FROM ledger_entry WHERE place > %s ORDER BY place LIMIT %s"
_BYTES = {"sqlite": "BLOB", "postgresql": "bytea"}
_VALUES = "SELECT entry_id, field, stream, sealed FROM personal_value WHERE entry_id >= %s AND entry_id <= %s"
Rows = dict[str, dict[object, tuple[object, ...]]]


def projected_models() -> list[type[models.Model]]:
    """Give the tables that come of acts alone."""
    all_of = apps.get_app_config("records").get_models(include_auto_created=True)
    return [m for m in all_of if getattr(m, "projected", True) and m._meta.db_table not in _BY_ACCOUNT]


def rebuild() -> int:
    """Empty the projected tables and make them anew from the entries, in one transaction; give how many entries."""
    with transaction.atomic(), system(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        for model in projected_models():
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
        trip, count = Trip(), 0
        for entry_body, personal in _entries():
            project(entry_of(entry_body, personal), trip)
            count += 1
            if count % _TOGETHER == 0:
                trip.send()
        trip.send()
    return count


def differences() -> list[Refused]:
    """Say which projected rows are not what the ledger makes of them; nothing is changed."""
    with transaction.atomic(), system():
        before = _rows()
        rebuild()
        after = _rows()
        transaction.set_rollback(True)
    return list(_compared(before, after))


def _entries() -> Iterator[tuple[bytes, dict[str, str | None]]]:
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
            yield bytes(body), {field: value for field, (value, _) in opened.get(entry_id, {}).items()}


def _rows() -> Rows:
    found: Rows = {}
    for model in projected_models():
        names = [field.attname for field in model._meta.concrete_fields]
        key = model._meta.pk.attname
        place = names.index(key)
        found[model._meta.db_table] = {row[place]: row for row in model._base_manager.values_list(*names).iterator()}
    return found


def _compared(before: Rows, after: Rows) -> Iterator[Refused]:
    for table, made in after.items():
        found = before[table]
        for key in sorted(found.keys() | made.keys(), key=str):
            if found.get(key) != made.get(key):
                yield Refused("ledger.row_differs", table=table, row=str(key))
