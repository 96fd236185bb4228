"""Rows of the spreadsheets of bodies, successions, people and what they are, read into values; every cell that cannot be read is told.

A row is a table of texts by key; words are already codes. A body is named by its id, its code, or a name that one alone bears.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level
from baro.rules.prescribed.folding import fold, tidy
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession, SuccessionKind

BODIES, SUCCESSIONS, PEOPLE, POSTS = "bodies", "successions", "people", "posts"
DELEGATIONS, ACTING, COVERS = "delegations", "acting", "covers"
ALL_TABLES = (BODIES, SUCCESSIONS, PEOPLE, POSTS, DELEGATIONS, ACTING, COVERS)
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands (`sheet` as the person calls it, 1-based `number`), and its texts by key."""

    table: str
    sheet: str
    number: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that cannot be taken over, and why; `key` "" if the whole row is meant."""

    row: Row
    key: str
    refusal: Refused


@dataclass
class Reader:
    """Reads cells of one row after another and gathers what is wrong."""

    body_of: Callable[[str, date | None], tuple[str, ...]]
    faults: list[CellFault] = field(default_factory=list)

    def text(self, row: Row, key: str, needed: str = "") -> str:
        """A tidy text; `needed` is the code of the refusal of an empty one."""
        found = " ".join(tidy(row.texts.get(key, "")).split())
        if needed and not found:
            self.wrong(row, key, Refused("register.empty"))
        return found

    def day(self, row: Row, key: str, *, needed: bool = False) -> date | None:
        """A day as officials or ISO write it."""
        text = self.text(row, key, "register.empty" if needed else "")
        found = _DATE.fullmatch(text)
        parts = found and (found.group(3, 2, 1) if found.group(1) else found.group(4, 5, 6))
        try:
            day = date(*map(int, parts)) if parts else None
        except ValueError:
            day = None
        if text and (day is None or not 1900 <= day.year <= 2200):
            self.wrong(row, key, Refused("register.bad_day", value=text))
            return None
        return day

    def yes(self, row: Row, key: str) -> bool:
        """Yes or no; empty says no."""
        text = fold(self.text(row, key))
        if text not in ("", "co", "khong", "x", "1", "0", "true", "false"):
            self.wrong(row, key, Refused("register.bad_yes", value=row.texts[key]))
        return text in ("co", "x", "1", "true")

    def code(self, row: Row, key: str, kind: Callable[[str], T], default: T) -> T:
        """One of the codes of a kind; a word nobody knows is told."""
        text = self.text(row, key, "register.empty")
        try:
            return kind(text) if text else default
        except ValueError:
            self.wrong(row, key, Refused("register.unknown_word", value=text))
            return default

    def body(self, row: Row, key: str, on: date | None, *, needed: bool = False) -> str:
        """The id of a body."""
        text = self.text(row, key, "register.empty" if needed else "")
        found = self.body_of(text, on) if text else ("",)
        if not found:
            self.wrong(row, key, Refused("register.no_such_body", value=text))
            return ""
        if len(found) > 1:
            self.wrong(row, key, Refused("register.several_bodies", value=text, count=len(found)))
            return ""
        return found[0]

    def wrong(self, row: Row, key: str, refusal: Refused) -> None:
        """Note a cell that is wrong."""
        self.faults.append(CellFault(row, key, refusal))


def term_of(read: Reader, row: Row, body: str) -> tuple[BodyKind, BodyTerm]:
    """A row of the table of bodies."""
    first, last = read.day(row, "valid_from"), read.day(row, "valid_to")
    term = BodyTerm(
        body=body, code=read.text(row, "code"), name=read.text(row, "name", "register.empty"),
        level=read.code(row, "level", Level, Level.COMMUNE), parent=read.body(row, "parent", first),
        term=Term(first, last), external=read.yes(row, "external"), basis=read.text(row, "basis"),
        verified=read.yes(row, "verified"), note=read.text(row, "note"),
    )  # fmt: skip
    return read.code(row, "kind", BodyKind, BodyKind.OTHER), term


def succession_of(read: Reader, row: Row) -> Succession | None:
    """A row of the table of successions; None where its day cannot be read."""
    on = read.day(row, "effective_on", needed=True)
    line = Succession(
        predecessor=read.body(row, "predecessor", None, needed=True), successor=read.body(row, "successor", on),
        kind=read.code(row, "kind", SuccessionKind, SuccessionKind.MERGE), effective_on=on or date.min,
        basis=read.text(row, "basis"), verified=read.yes(row, "verified"), function=read.text(row, "function"),
        note=read.text(row, "note"),
    )  # fmt: skip
    return line if on else None


def post_of(read: Reader, row: Row, person_of: Callable[[str], str]) -> Post:
    """A row of the table of posts."""
    first = read.day(row, "valid_from", needed=True)
    person = _person(read, row, "person", person_of)
    roles = tuple(part.strip() for part in read.text(row, "roles").split(";") if part.strip())
    unit, title = read.body(row, "unit", first, needed=True), read.text(row, "title", "register.empty")
    term = Term(first, read.day(row, "valid_to"))
    return Post(person, unit, title, read.yes(row, "is_head"), term, read.text(row, "decision"), roles)


def delegation_of(read: Reader, row: Row, person_of: Callable[[str], str]) -> Delegation:
    """A row of the table of delegations."""
    first = read.day(row, "valid_from", needed=True)
    person, unit = _person(read, row, "person", person_of), read.body(row, "unit", first, needed=True)
    role, term = read.text(row, "role", "register.empty"), Term(first, read.day(row, "valid_to"))
    return Delegation(person, unit, role, term, read.text(row, "decision"))


def acting_of(read: Reader, row: Row, person_of: Callable[[str], str]) -> ActingHead:
    """A row of the table of acting heads."""
    first = read.day(row, "valid_from", needed=True)
    person, unit = _person(read, row, "person", person_of), read.body(row, "unit", first, needed=True)
    title, term = read.text(row, "title", "register.empty"), Term(first, read.day(row, "valid_to"))
    return ActingHead(person=person, unit=unit, title=title, term=term, decision=read.text(row, "decision"))


def cover_of(read: Reader, row: Row, person_of: Callable[[str], str]) -> LeaveCover:
    """A row of the table of leave cover."""
    first = read.day(row, "valid_from", needed=True)
    absent, cover = (_person(read, row, key, person_of) for key in ("absent", "cover"))
    unit, term = read.body(row, "unit", first, needed=True), Term(first, read.day(row, "valid_to"))
    return LeaveCover(absent=absent, cover=cover, unit=unit, term=term, decision=read.text(row, "decision"))


def _person(read: Reader, row: Row, key: str, person_of: Callable[[str], str]) -> str:
    code = read.text(row, key, "register.empty")
    person = person_of(code) if code else ""
    if code and not person:
        read.wrong(row, key, Refused("register.no_such_person", value=code))
    return person


def of_table(rows: Iterable[Row], table: str) -> list[Row]:
    """The rows of one table that say anything."""
    return [row for row in rows if row.table == table and any(text.strip() for text in row.texts.values())]
