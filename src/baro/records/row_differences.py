"""Hold a table against its shadow: which rows, and which of their columns, are not what the ledger makes of them."""

from collections.abc import Iterator

from django.db import connection, models

from baro.records.shadow_tables import SHADOW
from baro.rules.prescribed.refusals import Refused

_DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}


def different_rows(model: type[models.Model], schema: str) -> Iterator[Refused]:
    """Name the rows that differ (`ledger.row_differs`), that nothing in the ledger makes (`ledger.row_stray`), and that
    are gone (`ledger.row_lost`). `schema`: where the true table lies."""
    table, key = model._meta.db_table, model._meta.pk.column
    true, shadow = f'{schema}."{table}"', f'{SHADOW[connection.vendor]}."{table}"'
    columns = [f.column for f in model._meta.concrete_fields if f.name not in getattr(model, "kept_aside", ())]
    stray = 0
    for row, is_known, *differs in _asked(true, shadow, key, columns):
        if is_known:
            named = ", ".join(name for name, other in zip(columns, differs, strict=True) if other)
            yield Refused("ledger.row_differs", table=table, row=str(row), columns=named)
        else:
            stray += 1
            yield Refused("ledger.row_stray", table=table, row=str(row))
    if _count(true) - stray != _count(shadow):
        for (row,) in _lost(true, shadow, key):
            yield Refused("ledger.row_lost", table=table, row=str(row))


def _asked(true: str, shadow: str, key: str, columns: list[str]) -> list[tuple[object, ...]]:
    differs = [f't."{c}" {_DIFFERS[connection.vendor]} s."{c}"' for c in columns]
    return _all(
        f'SELECT t."{key}", s."{key}" IS NOT NULL, {", ".join(differs)} FROM {true} t '
        f'LEFT JOIN {shadow} s ON s."{key}" = t."{key}" WHERE {" OR ".join(differs)} ORDER BY 1'
    )


def _lost(true: str, shadow: str, key: str) -> list[tuple[object, ...]]:
    return _all(
        f'SELECT s."{key}" FROM {shadow} s LEFT JOIN {true} t ON t."{key}" = s."{key}" '
        f'WHERE t."{key}" IS NULL ORDER BY 1'
    )


def _count(table: str) -> int:
    return int(str(_all(f"SELECT count(*) FROM {table}")[0][0]))


def _all(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        found: list[tuple[object, ...]] = cursor.fetchall()
    return found
