"""Rows by the key that somebody tells, which may be anything that an address can say."""

from typing import TypeVar

from django.db.models import Manager, Model, QuerySet

Row = TypeVar("Row", bound=Model)


def by_key(rows: "Manager[Row]", key: str) -> "QuerySet[Row]":
    """Give the row of a key, if there is one. No database of ours keeps a NUL, and PostgreSQL refuses to be asked for one."""
    return rows.none() if "\0" in key else rows.filter(pk=key)
