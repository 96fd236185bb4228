"""Find which column of a log says what: by the mapping file first, then by known names."""

from collections.abc import Mapping as Names
from collections.abc import Sequence

from baro.channels.intake.column_names import FOLDED, REQUIRED, TITLES, Role
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.refusals import Refused

_SHOWN = 40  # column names told in a refusal


def find_columns(file: str, header: Sequence[str], given: Names[Role, str]) -> dict[Role, str]:
    """Give the column of each role that has one.

    `given` names columns by hand (compared folded, exactly first). A column serves one role only.
    Raises `Refused("log.no_columns" | "log.missing_column" | "log.ambiguous_column" | "log.repeated_column" |
    "map.no_such_column")`.
    """
    named = [name for name in header if name.strip()]
    if not named:
        raise Refused("log.no_columns", file=file)
    found = {role: _named(file, role, name, named) for role, name in given.items()}
    free = [name for name in named if name not in found.values()]
    for role in Role:
        if role not in found and (column := _known(file, role, free)):
            found[role] = column
    for role in REQUIRED:
        if role not in found:
            raise Refused("log.missing_column", file=file, role=role.value, title=TITLES[role], columns=_list(named))
    _check_single(file, header, found)
    return found


def may_matter(name: str, given: Names[Role, str]) -> bool:
    """Whether a column of this name could serve any role: the rest need not be kept in memory."""
    folded = fold_words(name)
    return folded in _ALL or folded in {fold_words(other) for other in given.values()}


def is_header(names: Sequence[str], given: Names[Role, str]) -> bool:
    """Whether this row of a sheet names at least the required columns."""
    folded = {fold_words(name) for name in names}
    return all(
        (fold_words(given[role]) in folded) if role in given else any(tier & folded for tier in FOLDED[role])
        for role in REQUIRED
    )


def _named(file: str, role: Role, name: str, header: list[str]) -> str:
    if name in header:
        return name
    alike = [other for other in header if fold_words(other) == fold_words(name)]
    if len(alike) != 1:
        raise Refused(
            "map.no_such_column", file=file, role=role.value, title=TITLES[role], column=name, columns=_list(header)
        )
    return alike[0]


def _known(file: str, role: Role, header: list[str]) -> str:
    for tier in FOLDED[role]:
        alike = [name for name in header if fold_words(name) in tier]
        if len(alike) > 1:
            raise Refused("log.ambiguous_column", file=file, role=role.value, title=TITLES[role], columns=_list(alike))
        if alike:
            return alike[0]
    return ""


def _check_single(file: str, header: Sequence[str], found: dict[Role, str]) -> None:
    for role, column in found.items():
        if header.count(column) > 1:
            raise Refused("log.repeated_column", file=file, role=role.value, title=TITLES[role], column=column)


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name[:60]}”" for name in names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown}, …"


_ALL = frozenset().union(*(tier for tiers in FOLDED.values() for tier in tiers))
