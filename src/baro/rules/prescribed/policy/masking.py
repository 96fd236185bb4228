"""Values above the class that somebody may see, put out of sight: one way for pages, exports and the API.

Whoever shows a row of a table shows `masked(decision, table, values)`: what may not be seen is there as `Hidden`, which
says nothing of itself. The class of each field is told in `fields.py`; a field that nobody named is sealed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.fields import class_of

VEIL = "•••"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A value that may not be seen; of it only the class is told."""

    field_class: FieldClass

    def __str__(self) -> str:
        return VEIL

    def __bool__(self) -> bool:
        return False


def masked(decision: Decision, table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of a row of a table as somebody may see them."""
    return {name: _masked(decision, class_of(table, name), value) for name, value in values.items()}


def hides(decision: Decision, table: str, name: str) -> bool:
    """Say whether a field may not be seen."""
    return not decision.shows(class_of(table, name))


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give masked values for a program: None for what is hidden, and `hidden` names those fields."""
    hidden = sorted(name for name, value in values.items() if isinstance(value, Hidden))
    told = {name: None if isinstance(value, Hidden) else value for name, value in values.items()}
    return {**told, "hidden": hidden} if hidden else told


def _masked(decision: Decision, field_class: FieldClass, value: Any) -> Any:
    return value if decision.shows(field_class) else Hidden(field_class)
