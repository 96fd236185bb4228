"""Taking over spreadsheets of bodies, successions, people and posts: first what would be recorded and every cell against it,
then one act of many entries, all or nothing; a second time nothing is recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baro.desk.adopting import check_all, plan
from baro.desk.by import By, require_over
from baro.desk.register_rows import (
    ALL_TABLES,
    BODIES,
    SUCCESSIONS,
    CellFault,
    Reader,
    Row,
    of_table,
    succession_of,
    term_of,
)
from baro.desk.register_service import Wanted, nearest_recorded, people_acts
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.bodies import Bodies, Body, BodyTerm
from baro.rules.prescribed.body_changes import corrected, term_key, with_body, with_succession, with_term
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import ENDING, Succession

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
        require_over(by, "organisation.record", known, nearest_recorded(known, target, body), at)
    acts += people_acts(Wanted(rows, target, reason, by, at), read)
    used = sum(len(of_table(rows, table)) for table in ALL_TABLES)
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
    fresh = [line for line in dict.fromkeys(lines) if line not in set(known.successions)]
    return _with_ends(target, fresh, told, read), told


def _with_ends(
    target: Bodies, fresh: Sequence[Succession], told: dict[BodyTerm | Succession, Row], read: Reader
) -> Bodies:
    """The bodies once the new successions hold: what merges or is dissolved ends on the day before, in the same act; several
    may merge into one. One that has others below it is told against its row."""
    after = target
    for line in fresh:
        after = with_succession(after, line, whole=line.kind in ENDING)
    for line in fresh:
        below = [t for t in after.in_force(line.effective_on) if t.parent == line.predecessor]
        if line.kind in ENDING and below:
            refusal = Refused(
                "body.has_bodies_below", count=len(below), example=below[0].name, on=f"{line.effective_on:%d/%m/%Y}"
            )
            read.wrong(told[line], "predecessor", refusal)
    return after
