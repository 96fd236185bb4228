"""Taking over spreadsheets of bodies, successions, people and posts: first what would be recorded and every cell against it,
then one act of many entries, all or nothing; a second time nothing is recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from baro.desk.adopting import check_all, plan
from baro.desk.by import By, require_over
from baro.desk.register_rows import (
    BODIES,
    PEOPLE,
    POSTS,
    SUCCESSIONS,
    CellFault,
    Reader,
    Row,
    of_table,
    post_of,
    succession_of,
    term_of,
)
from baro.desk.service_acts import corrected_acts, ended_act, held_acts, person_act, renamed_act
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies
from baro.records.queries.people import Held, every_appointment, people, service
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.bodies import Bodies, Body, BodyTerm
from baro.rules.prescribed.body_changes import corrected, term_key, with_body, with_term
from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import Post
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.service_checks import check_held
from baro.rules.prescribed.successions import Succession

# which cell a refusal of the rules is about
_CELL = {
    "body.no_name": "name",
    "body.code_taken": "code",
    "body.code_form": "code",
    "body.code_lost_zeros": "code",
    "body.ends_before_start": "valid_to",
    "body.overlapping_terms": "valid_from",
    "body.parent_not_in_force": "parent",
    "body.parent_loop": "parent",
    "succession.predecessor_not_in_force": "predecessor",
    "succession.successor_not_in_force": "successor",
    "succession.to_itself": "successor",
    "succession.rename_is_itself": "successor",
    "succession.dissolved_has_no_heir": "successor",
    "succession.no_function": "function",
    "succession.told_twice": "effective_on",
    "service.body_not_in_force": "unit",
    "service.second_head": "is_head",
    "service.ends_before_start": "valid_to",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What taking the rows over would do: the acts, how many of each kind, and every cell against it. With faults nothing
    can be recorded."""

    acts: tuple[Act, ...]
    faults: tuple[CellFault, ...]
    rows: int

    @property
    def counts(self) -> dict[str, int]:
        """How many acts of each kind."""
        found: dict[str, int] = {}
        for act in self.acts:
            found[act.type] = found.get(act.type, 0) + 1
        return found


def try_rows(rows: Sequence[Row], reason: str, by: By, at: datetime) -> Trial:
    """Find out what taking over would record and what stands against it; nothing is recorded. Raises `Refused("access.…")`
    for a body over which the asker may record nothing."""
    known = bodies()
    names = _Names(known, rows, at)
    read = Reader(names.find)
    target, told = _target(known, rows, names, read)
    for item, refusal in check_all(target):
        if item in told:
            read.wrong(told[item], _CELL.get(refusal.code, ""), refusal)
    acts = list(plan(target, reason, by, at).acts) if not read.faults else []
    for act in acts:
        body = str(act.data.get("predecessor") or act.data["body"])
        require_over(by, "organisation.record", known, _recorded(known, target, body), at)
    acts += _people_acts(rows, target, read, reason, by, at)
    used = sum(len(of_table(rows, table)) for table in (BODIES, SUCCESSIONS, PEOPLE, POSTS))
    return Trial(acts=() if read.faults else tuple(acts), faults=tuple(read.faults), rows=used)


def take_over(rows: Sequence[Row], reason: str, by: By, at: datetime) -> Trial:
    """Record what the rows say and is not yet so, all or nothing. Raises the first `Refused` of the faults."""
    found = try_rows(rows, reason, by, at)
    for fault in found.faults:
        raise fault.refusal
    if found.acts:
        record_all(found.acts, at=at)
    return found


class _Names:
    """Finds bodies by what a cell says: among those recorded, and those that the rows bring."""

    def __init__(self, known: Bodies, rows: Iterable[Row], at: datetime) -> None:
        self._known = known
        self.of_row: dict[int, str] = {}
        self._new: dict[str, set[str]] = {}
        for row in of_table(rows, BODIES):
            body = self._own(row) or new_id(at)
            self.of_row[id(row)] = body
            for text in (row.texts.get("id", ""), row.texts.get("code", ""), fold(row.texts.get("name", ""))):
                if text.strip():
                    self._new.setdefault(text.strip(), set()).add(body)

    def find(self, text: str, on: date | None) -> tuple[str, ...]:
        """The ids of the bodies that a text may mean."""
        if text in self._known.by_id:
            return (text,)
        terms = self._known.terms_of_code.get(text) or self._known.terms_of_name.get(fold(text), ())
        held = {t.body for t in terms if on is None or t.term.holds(on)}
        return tuple(sorted(held or self._new.get(text) or self._new.get(fold(text)) or {t.body for t in terms}))

    def _own(self, row: Row) -> str:
        """The id of the body that a row itself tells: written, or that of a term recorded with this name and first day."""
        written, wanted = row.texts.get("id", "").strip(), row.texts.get("valid_from", "").strip()
        if written:
            return written
        same = self._known.terms_of_name.get(fold(row.texts.get("name", "")), ())
        days = ((t, f"{t.term.valid_from:%d/%m/%Y}" if t.term.valid_from else "") for t in same)
        found = {t.body for t, day in days if day == wanted and t.code == row.texts.get("code", "").strip()}
        return found.pop() if len(found) == 1 else ""


def _target(
    known: Bodies, rows: Sequence[Row], names: _Names, read: Reader
) -> tuple[Bodies, dict[BodyTerm | Succession, Row]]:
    """The bodies as they would be, and from which row each thing comes."""
    target, told = known, dict[BodyTerm | Succession, Row]()
    keys = {term_key(term) for term in known.terms}
    told_keys: dict[str, Row] = {}
    for row in of_table(rows, BODIES):
        before = len(read.faults)
        kind, term = term_of(read, row, names.of_row[id(row)])
        if len(read.faults) > before:
            continue
        if term_key(term) in told_keys:
            read.wrong(row, "valid_from", Refused("register.row_twice", row=told_keys[term_key(term)].number))
            continue
        told_keys[term_key(term)] = row
        told[term] = row
        if term_key(term) in keys:
            target = corrected(target, term)
        elif term.body in target.by_id:
            target = with_term(target, term)
        else:
            target = with_body(target, Body(id=term.body, kind=kind), term)
    lines: list[Succession] = []
    for row in of_table(rows, SUCCESSIONS):
        before = len(read.faults)
        line = succession_of(read, row)
        if line and len(read.faults) == before:
            lines.append(line)
            told[line] = row
    fresh = tuple(line for line in dict.fromkeys(lines) if line not in set(known.successions))
    return replace(target, successions=(*target.successions, *fresh)), told


def _people_acts(rows: Sequence[Row], target: Bodies, read: Reader, reason: str, by: By, at: datetime) -> list[Act]:
    ids = {p.code: p.id for p in people()}
    named = {p.code: p.name for p in people()}
    acts: list[Act] = []
    seen: dict[str, Row] = {}
    for row in of_table(rows, PEOPLE):
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
    return [*acts, *_post_acts(rows, target, ids, read, reason, by, at)]


def _post_acts(
    rows: Sequence[Row], target: Bodies, ids: dict[str, str], read: Reader, reason: str, by: By, at: datetime
) -> list[Act]:
    held = {_key(h.value): h for h in every_appointment() if isinstance(h.value, Post)}
    told = replace(service(), bodies=target)
    acts: list[Act] = []
    for row in of_table(rows, POSTS):
        before = len(read.faults)
        post = post_of(read, row, lambda code: ids.get(code, ""))
        if len(read.faults) > before or post in told.posts:
            continue
        was = held.get(_key(post))
        others: Service = replace(told, posts=tuple(p for p in told.posts if was is None or p != was.value))
        try:
            check_held(post, others)
        except Refused as refusal:
            read.wrong(row, _CELL.get(refusal.code, ""), refusal)
            continue
        told = replace(others, posts=(*others.posts, post))
        known = bodies()
        require_over(by, "person.record", known, _recorded(known, target, post.unit), at)
        acts += _post_acts_of(post, was, reason, by, at)
    return acts


def _post_acts_of(post: Post, was: Held | None, reason: str, by: By, at: datetime) -> list[Act]:
    """A post that is new, ends, or was told otherwise."""
    if was is None or not isinstance(was.value, Post):
        return held_acts("appointment", new_id(at), post, by, at)
    last = post.term.valid_to
    if last and was.value.term.valid_to is None and replace(was.value, term=post.term) == post:
        return [ended_act("appointment", was.id, last, post.decision, by, at)]
    return corrected_acts("appointment", was.id, post, reason, by, at)


def _recorded(known: Bodies, target: Bodies, body: str) -> str:
    """The body itself if it is recorded, else the nearest of its superiors that is: who may record there may record below."""
    seen = {""}
    while body not in seen and body not in known.by_id:
        seen.add(body)
        terms = target.terms_of.get(body, ())
        body = terms[-1].parent if terms else ""
    return "" if body in seen else body


def _key(post: Post) -> tuple[str, str, str, date | None]:
    return post.person, post.unit, fold(post.title), post.term.valid_from
