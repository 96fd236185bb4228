"""A row with only the fields that its reader may see: pages and exports are given this, never the row."""

from typing import Any

from django.db import models

from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.fields import class_of

HIDDEN = "•••"


class Masked:
    """Reads like the row; a field above the reader's class reads `HIDDEN`. Relations and methods are not there."""

    __slots__ = ("_decision", "_fields", "_row")

    def __init__(self, row: models.Model, decision: Decision) -> None:
        self._row = row
        self._decision = decision
        self._fields = frozenset(field.attname for field in row._meta.concrete_fields)

    def __getattr__(self, name: str) -> Any:
        if name not in self._fields:
            raise AttributeError(name)
        shown = self._decision.shows(class_of(self._row._meta.db_table, name))
        return getattr(self._row, name) if shown else HIDDEN
