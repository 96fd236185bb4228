"""What the columns of a file mean: the choices on the page, and the mapping that a person's choice makes of the saved one."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from baro.records.loading.tickets import Look, LookField
from baro.records.queries.imports import Source


@dataclass(frozen=True, slots=True)
class Choice:
    """A role with the column chosen for it; `is_first`: one that must be there or was recognised, so it is shown openly."""

    field: LookField
    name: str
    is_first: bool


def choices(look: Look, source: Source | None) -> list[Choice]:
    """The roles in the order of the page: those that must be there, those recognised, the rest."""
    fields = sorted(look.fields, key=lambda f: (not f.is_required, not f.column))
    return [Choice(f, f"role-{f.role}", f.is_required or bool(f.column)) for f in fields]


def mapping_text(said: Mapping[str, str], look: Look, saved: str) -> str:
    """The saved mapping with the chosen columns; the saved text itself if the choice says nothing new."""
    told: dict[str, Any] = tomllib.loads(saved)
    columns = dict(told.get("columns", {}))
    for f in look.fields:
        chosen = said.get(f"role-{f.role}", f.column)
        if chosen == f.column:
            continue
        columns.pop(f.role, None)
        if chosen in look.columns and chosen != f.by_name:
            columns[f.role] = chosen
    if columns == told.get("columns", {}):
        return saved
    return _toml(({"columns": columns} if columns else {}) | {k: v for k, v in told.items() if k != "columns"})


def _toml(told: Mapping[str, Mapping[str, Any]]) -> str:
    """Sections of plain values, as a mapping file has them."""
    sections = []
    for section, values in told.items():
        lines = [f"{_text(key)} = {_value(value)}" for key, value in values.items()]
        sections.append("\n".join([f"[{section}]", *lines]))
    return "\n\n".join(sections) + "\n" if sections else ""


def _value(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else _text(str(value))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
