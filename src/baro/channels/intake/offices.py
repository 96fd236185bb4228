"""Read bodies, people, posts and delegations from a workbook that an office fills in, and write one."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import TypeVar

import xlsxwriter

from baro.channels.intake.office_columns import COLUMNS, SHEETS, TERM
from baro.channels.intake.tables import Sheet, Spot, read_date, read_sheets, read_yes, title_of
from baro.rules.prescribed.offices import Delegation, Officer, Offices, OfficeUnit, Post, Term
from baro.rules.prescribed.refusals import Refused

_REQUIRED = frozenset({"code", "name", "person", "unit", "title", "role"})
_OPTIONAL_SHEET = "delegations"
Row = dict[str, Spot]
T = TypeVar("T")


def read_offices(path: str | Path) -> Offices:
    """Read the four sheets; the one of delegations may be missing.

    Raises `Refused("offices.…")` or `Refused("table.…")` naming the cell, `Refused("archive.…")` for a hostile file.
    """
    sheets = _named_sheets(Path(path))
    units = _each(sheets["units"], "units", _unit)
    people = _each(sheets["people"], "people", lambda row: Officer(_text(row, "code"), _text(row, "name")))
    posts = _each(sheets["posts"], "posts", _post)
    given = _each(sheets[_OPTIONAL_SHEET], _OPTIONAL_SHEET, _delegation) if _OPTIONAL_SHEET in sheets else []
    _check_codes([row for row, _ in units])
    _check_codes([row for row, _ in people])
    unit_codes, person_codes = {u.code for _, u in units}, {p.code for _, p in people}
    _check_parents([(row["parent"], unit) for row, unit in units])
    for row, _ in (*posts, *given):
        _check_known(row["person"], person_codes, "offices.unknown_person")
        _check_known(row["unit"], unit_codes, "offices.unknown_unit")
    return Offices(
        units=tuple(unit for _, unit in units),
        people=tuple(person for _, person in people),
        posts=tuple(post for _, post in posts),
        delegations=tuple(delegation for _, delegation in given),
    )


def write_offices(offices: Offices, path: str | Path) -> None:
    """Write the workbook that `read_offices` reads; `Offices()` gives an empty form."""
    tables = {
        "units": offices.units,
        "people": offices.people,
        "posts": offices.posts,
        "delegations": offices.delegations,
    }
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "default_date_format": "dd/mm/yyyy"}) as book:
        for name, values in tables.items():
            sheet = book.add_worksheet(SHEETS[name][0])
            columns = COLUMNS[name]
            sheet.write_row(0, 0, [titles[0] for titles in columns.values()])
            for r, value in enumerate(values, start=1):
                for c, column in enumerate(columns):
                    _write(sheet, r, c, _shown(value, column))


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: str | date | None) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, value)
    elif value:
        sheet.write_string(row, column, value)


def _shown(value: object, column: str) -> str | date | None:
    held = getattr(value, "term" if column in TERM else column)
    held = getattr(held, column) if column in TERM else held
    if isinstance(held, bool):
        return "có" if held else "không"
    return "; ".join(held) if isinstance(held, tuple) else held


def _named_sheets(path: Path) -> dict[str, Sheet]:
    found = {title_of(sheet.name): sheet for sheet in read_sheets(path)}
    named: dict[str, Sheet] = {}
    for name, titles in SHEETS.items():
        sheet = next((found[t] for t in map(title_of, titles) if t in found), None)
        if sheet is not None:
            named[name] = sheet
        elif name != _OPTIONAL_SHEET:
            raise Refused("offices.no_sheet", file=path.name, sheet=titles[0])
    return named


def _each(sheet: Sheet, name: str, make: Callable[[Row], T]) -> list[tuple[Row, T]]:
    return [(row, make(row)) for row in _rows(sheet, COLUMNS[name])]


def _rows(sheet: Sheet, columns: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    """Give each filled row below the titles, a spot for every column (empty where the sheet lacks it)."""
    at, where = _header(sheet, columns)
    for number, cells in enumerate(sheet.rows[at + 1 :], start=at + 2):
        if not any(cells):
            continue
        row: Row = {}
        for column, titles in columns.items():
            place = where.get(column)
            value = cells[place] if place is not None and place < len(cells) else ""
            title = titles[0] if place is None else sheet.rows[at][place]
            row[column] = Spot(sheet.file, sheet.name, number, title, value)
            if column in _REQUIRED and not value:
                raise row[column].refused("table.empty_cell")
        yield row


def _header(sheet: Sheet, columns: dict[str, tuple[str, ...]]) -> tuple[int, dict[str, int]]:
    """Find the row of titles: the first that names every required column."""
    wanted = [column for column in columns if column in _REQUIRED]
    best: dict[str, int] = {}
    for at, cells in enumerate(sheet.rows[:20]):
        titles = {title_of(cell): c for c, cell in reversed(list(enumerate(cells)))}
        where = {k: titles[t] for k, names in columns.items() for t in map(title_of, reversed(names)) if t in titles}
        if all(column in where for column in wanted):
            return at, where
        best = max(best, where, key=len)
    missing = next(column for column in wanted if column not in best)
    raise Refused("table.no_column", file=sheet.file, sheet=sheet.name, column=columns[missing][0])


def _text(row: Row, column: str) -> str:
    return row[column].value


def _unit(row: Row) -> OfficeUnit:
    code, name, level, parent = (_text(row, c) for c in ("code", "name", "level", "parent"))
    return OfficeUnit(code, name, level, parent, read_yes(row["external"]), _term(row))


def _post(row: Row) -> Post:
    person, unit, title, decision = (_text(row, c) for c in ("person", "unit", "title", "decision"))
    roles = tuple(part.strip() for part in _text(row, "roles").split(";") if part.strip())
    return Post(person, unit, title, read_yes(row["is_head"]), _term(row), decision, roles)


def _delegation(row: Row) -> Delegation:
    person, unit, role, decision = (_text(row, c) for c in ("person", "unit", "role", "decision"))
    return Delegation(person, unit, role, _term(row), decision)


def _term(row: Row) -> Term:
    term = Term(read_date(row["valid_from"]), read_date(row["valid_to"]))
    if term.valid_from and term.valid_to and term.valid_to < term.valid_from:
        raise row["valid_to"].refused("table.ends_before_start")
    return term


def _check_codes(rows: list[Row]) -> None:
    seen: set[str] = set()
    for row in rows:
        if _text(row, "code") in seen:
            raise row["code"].refused("offices.code_twice")
        seen.add(_text(row, "code"))


def _check_known(spot: Spot, codes: AbstractSet[str], refusal: str) -> None:
    if spot.value not in codes:
        raise spot.refused(refusal)


def _check_parents(units: list[tuple[Spot, OfficeUnit]]) -> None:
    """Every parent is a unit of the table, and nobody is above itself."""
    parents = {unit.code: unit.parent for _, unit in units}
    for spot, unit in units:
        if unit.parent:
            _check_known(spot, parents.keys(), "offices.unknown_unit")
    cleared = {""}
    for spot, unit in units:
        path, code = set(), unit.code
        while code not in cleared and code not in path:
            path.add(code)
            code = parents[code]
        if code in path:
            raise spot.refused("offices.parent_loop")
        cleared |= path
