"""A first look at a file: its columns, which roles they play by their names, a few rows to recognise them by."""

from dataclasses import dataclass
from pathlib import Path

from baro.channels.intake.column_names import FOLDED, REQUIRED, TITLES, Role
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.read_log import open_source
from baro.channels.intake.sources import Renumber, Source
from baro.rules.prescribed.folding import fold_words

_ROWS = 5
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class SeenRole:
    """A role, the column that plays it by the mapping or by its name, and by its name alone; "" for none."""

    role: Role
    title: str
    column: str
    by_name: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """The titles of the columns, the roles that they may play, and the first rows cell by cell."""

    columns: tuple[str, ...]
    roles: tuple[SeenRole, ...]
    sample: tuple[tuple[str, ...], ...]


def first_look(path: Path, mapping: Mapping) -> Seen:
    """Look at a file without reading all of it where the format allows. Raises `Refused` for what cannot be opened."""
    source = open_source(path, mapping)
    header, plain = source.header, Mapping()
    roles = tuple(
        SeenRole(
            role, TITLES[role], _column_of(role, header, mapping), _column_of(role, header, plain), role in REQUIRED
        )
        for role in Role
    )
    return Seen(header, roles, _sample(source))


def _column_of(role: Role, header: tuple[str, ...], mapping: Mapping) -> str:
    """The column of a role; none where two could play it: a person chooses."""
    said = mapping.columns.get(role)
    if said:
        alike = [said] if said in header else [name for name in header if fold_words(name) == fold_words(said)]
        return alike[0] if len(alike) == 1 else ""
    for tier in FOLDED[role]:
        found = [name for name in header if fold_words(name) in tier]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _sample(source: Source) -> tuple[tuple[str, ...], ...]:
    try:
        block = next(iter(source.blocks(None)), None)
    except Renumber:
        block = next(iter(source.blocks(None)), None)
    if block is None:
        return ()
    shown = [block.columns.get(name) for name in source.header]
    count = min(_ROWS, len(block.rows))
    cells = [
        ["" if c is None or c[k].as_py() is None else str(c[k].as_py())[:_LONGEST] for c in shown] for k in range(count)
    ]
    return tuple(tuple(row) for row in cells)
