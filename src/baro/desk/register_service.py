"""The spreadsheets of people and what they are: posts, delegations, acting heads, leave cover. A table is one line of
`TABLES`; what a row says is recorded, ended or corrected where it is not yet so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from baro.desk.by import By, require_over
from baro.desk.register_rows import (
    ACTING,
    COVERS,
    DELEGATIONS,
    PEOPLE,
    POSTS,
    Reader,
    Row,
    acting_of,
    cover_of,
    delegation_of,
    of_table,
    post_of,
)
from baro.desk.service_acts import corrected_acts, ended_act, held_acts, person_act, renamed_act
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies
from baro.records.queries.people import Held, every_held, people, service
from baro.rules.observed.acts import Act
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.service_checks import Held as Value
from baro.rules.prescribed.service_checks import check_held

_CELL = {
    "service.body_not_in_force": "unit",
    "service.second_head": "is_head",
    "service.second_acting_head": "valid_from",
    "service.ends_before_start": "valid_to",
    "service.covers_itself": "cover",
    "service.absent_has_no_post": "absent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTable:
    """A table of what people are: its kind of act, how a row is read, which part of `Service` it fills, and the words that
    tell one thing from another (beside the body and the first day)."""

    table: str
    kind: str
    read: Callable[[Reader, Row, Callable[[str], str]], Value]
    part: str
    words: tuple[str, ...]

    def key(self, value: Any) -> tuple[object, ...]:
        """What makes two rows speak of the same thing."""
        return (value.unit, value.term.valid_from, *(fold(getattr(value, name)) for name in self.words))


TABLES = (
    ServiceTable(table=POSTS, kind="appointment", read=post_of, part="posts", words=("person", "title")),
    ServiceTable(table=DELEGATIONS, kind="delegation", read=delegation_of, part="delegations", words=("person", "role")),
    ServiceTable(table=ACTING, kind="acting_head", read=acting_of, part="acting", words=("person", "title")),
    ServiceTable(table=COVERS, kind="leave_cover", read=cover_of, part="covers", words=("absent", "cover")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """The rows, the bodies as they would be, why, by whom and when."""

    rows: Sequence[Row]
    target: Bodies
    reason: str
    by: By
    at: datetime


def people_acts(wanted: Wanted, read: Reader) -> list[Act]:
    """The acts that register and rename people, and those of what they are. Raises `Refused("access.…")`."""
    by, at = wanted.by, wanted.at
    ids = {p.code: p.id for p in people()}
    named = {p.code: p.name for p in people()}
    acts: list[Act] = []
    seen: dict[str, Row] = {}
    for row in of_table(wanted.rows, PEOPLE):
        code, name = read.text(row, "code", "register.empty"), read.text(row, "name")
        if code in seen:
            read.wrong(row, "code", Refused("register.row_twice", row=seen[code].number))
        elif code and code in ids and named[code] != name and name:
            if not named[code]:
                read.wrong(row, "name", Refused("register.name_erased"))
            acts.append(renamed_act(ids[code], name, by, at))
        elif code and code not in ids:
            if not name:
                read.wrong(row, "name", Refused("register.empty"))
            ids[code] = new_id(at)
            acts.append(person_act(ids[code], code, name, by, at))
        seen.setdefault(code, row)
    if acts:
        require_over(by, "person.record", bodies(), by.unit, at)
    return [*acts, *_service_acts(wanted, ids, read)]


def _service_acts(wanted: Wanted, ids: dict[str, str], read: Reader) -> list[Act]:
    told = replace(service(), bodies=wanted.target)
    known = bodies()
    acts: list[Act] = []
    for table in TABLES:
        held = {table.key(h.value): h for h in every_held(table.kind)}
        for row in of_table(wanted.rows, table.table):
            before = len(read.faults)
            value = table.read(read, row, lambda code: ids.get(code, ""))
            if len(read.faults) > before or value in getattr(told, table.part):
                continue
            was = held.get(table.key(value))
            rest = tuple(v for v in getattr(told, table.part) if was is None or v != was.value)
            others = _with(told, table.part, rest)
            try:
                check_held(value, others)
            except Refused as refusal:
                read.wrong(row, _CELL.get(refusal.code, ""), refusal)
                continue
            told = _with(others, table.part, (*rest, value))
            require_over(
                wanted.by, "person.record", known, nearest_recorded(known, wanted.target, value.unit), wanted.at
            )
            acts += _acts(table.kind, value, was, wanted)
    return acts


def _with(told: Service, part: str, values: Any) -> Service:
    changed: dict[str, Any] = {part: values}
    return replace(told, **changed)


def _acts(kind: str, value: Value, was: Held | None, wanted: Wanted) -> list[Act]:
    """Something that is new, ends, or was told otherwise."""
    by, at = wanted.by, wanted.at
    if was is None:
        return held_acts(kind, new_id(at), value, by, at)
    last, before = value.term.valid_to, was.value
    if last and before.term.valid_to is None and replace(before, term=value.term) == value:
        return [ended_act(kind, was.id, last, value.decision, by, at)]
    return corrected_acts(kind, was.id, value, wanted.reason, by, at)


def nearest_recorded(known: Bodies, target: Bodies, body: str) -> str:
    """The body itself if it is recorded, else the nearest of its superiors that is: who may record there may record below."""
    seen = {""}
    while body not in seen and body not in known.by_id:
        seen.add(body)
        terms = target.terms_of.get(body, ())
        body = terms[-1].parent if terms else ""
    return "" if body in seen else body
