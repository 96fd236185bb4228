"""Columns of a table that a reader need not see."""

from dataclasses import replace

from baro.rules.counted.told import Table


def without(told: Table, *keys: str) -> Table:
    """Leave out the columns with these keys."""
    return _only(told, [k for k, c in enumerate(told.columns) if c.key not in keys])


def without_empty_columns(told: Table) -> Table:
    """Leave out the columns in which no row says anything."""
    said = [k for k in range(len(told.columns)) if any(row[k] not in ("", None) for row in told.rows)]
    return _only(told, said) if told.rows else told


def _only(told: Table, kept: list[int]) -> Table:
    rows = tuple(tuple(row[k] for k in kept) for row in told.rows)
    total = tuple(told.total[k] for k in kept) if told.total else None
    return replace(told, columns=tuple(told.columns[k] for k in kept), rows=rows, total=total)
