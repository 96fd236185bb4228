"""The spreadsheets of the organisation in officials' words: sheets, columns, and the words for kinds and levels, both ways."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from baro.channels.wording import sentence
from baro.channels.wording.organisation import KINDS, LEVELS
from baro.desk.register_rows import (
    ACTING,
    BODIES,
    COVERS,
    DELEGATIONS,
    PEOPLE,
    POSTS,
    SUCCESSIONS,
    CellFault,
    Row,
)
from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import hides
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.service_checks import Held

SHEETS = {
    BODIES: "Đơn vị",
    SUCCESSIONS: "Kế thừa",
    PEOPLE: "Cán bộ",
    POSTS: "Chức vụ",
    DELEGATIONS: "Ủy quyền",
    ACTING: "Giao phụ trách",
    COVERS: "Vắng mặt",
}
COLUMNS: dict[str, dict[str, str]] = {
    BODIES: {
        "id": "Mã định danh trong Ba Rõ", "kind": "Loại", "code": "Mã", "name": "Tên", "level": "Cấp",
        "parent": "Cấp trên", "valid_from": "Từ ngày", "valid_to": "Đến ngày", "external": "Ngoài cơ quan",
        "basis": "Căn cứ", "verified": "Đã kiểm chứng", "note": "Ghi chú",
    },
    SUCCESSIONS: {
        "predecessor": "Đơn vị cũ", "kind": "Việc", "successor": "Đơn vị kế thừa", "effective_on": "Từ ngày",
        "function": "Nhiệm vụ", "basis": "Căn cứ", "verified": "Đã kiểm chứng", "note": "Ghi chú",
    },
    PEOPLE: {"code": "Mã cán bộ", "name": "Họ tên"},
    POSTS: {
        "person": "Mã cán bộ", "unit": "Đơn vị", "title": "Chức danh", "is_head": "Là người đứng đầu",
        "roles": "Vai trò khác", "valid_from": "Từ ngày", "valid_to": "Đến ngày", "decision": "Quyết định",
    },
    DELEGATIONS: {
        "person": "Mã cán bộ", "unit": "Đơn vị", "role": "Nội dung ủy quyền", "valid_from": "Từ ngày",
        "valid_to": "Đến ngày", "decision": "Quyết định",
    },
    ACTING: {
        "person": "Mã cán bộ", "unit": "Đơn vị", "title": "Được giao phụ trách", "valid_from": "Từ ngày",
        "valid_to": "Đến ngày", "decision": "Quyết định",
    },
    COVERS: {
        "absent": "Mã người vắng mặt", "cover": "Mã người thay", "unit": "Đơn vị", "valid_from": "Từ ngày",
        "valid_to": "Đến ngày", "decision": "Quyết định",
    },
}  # fmt: skip
_NEEDED = {
    BODIES: ("name", "level", "kind"),
    SUCCESSIONS: ("predecessor", "kind", "effective_on"),
    PEOPLE: ("code", "name"),
    POSTS: ("person", "unit", "title", "valid_from"),
    DELEGATIONS: ("person", "unit", "role", "valid_from"),
    ACTING: ("person", "unit", "title", "valid_from"),
    COVERS: ("absent", "cover", "unit", "valid_from"),
}
SUCCESSION_WORDS = {
    "merge": "sáp nhập",
    "split_part": "chia tách một phần",
    "rename": "đổi tên",
    "dissolve": "giải thể",
    "transfer_function": "chuyển giao nhiệm vụ",
}
WORDS: dict[tuple[str, str], Mapping[str, str]] = {
    (BODIES, "kind"): KINDS,
    (BODIES, "level"): LEVELS,
    (SUCCESSIONS, "kind"): SUCCESSION_WORDS,
}
ACTS = {
    "body.created": "đơn vị mới",
    "body.changed": "thời kỳ mới của đơn vị đã có",
    "body.corrected": "đính chính đơn vị",
    "body.ended": "ghi ngày kết thúc đơn vị",
    "body.succeeded": "việc kế thừa",
    "person.registered": "cán bộ mới",
    "person.renamed": "sửa họ tên",
    "appointment.recorded": "chức vụ mới",
    "appointment.ended": "ghi ngày kết thúc chức vụ",
    "appointment.corrected": "đính chính chức vụ",
    "delegation.recorded": "ủy quyền mới",
    "delegation.ended": "ghi ngày kết thúc ủy quyền",
    "delegation.corrected": "đính chính ủy quyền",
    "acting_head.recorded": "giao phụ trách mới",
    "acting_head.ended": "ghi ngày kết thúc phụ trách",
    "acting_head.corrected": "đính chính giao phụ trách",
    "leave_cover.recorded": "người thay khi vắng mặt, mới",
    "leave_cover.ended": "ghi ngày kết thúc thay người vắng mặt",
    "leave_cover.corrected": "đính chính người thay khi vắng mặt",
}
_FORMULA = ("=", "+", "-", "@")
_FIRST_ROWS = 10


class SheetRead(Protocol):
    """A sheet as a reader of files gives it: its name ("" for CSV) and its rows of texts."""

    @property
    def name(self) -> str:
        """The sheet's name."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Its rows."""


def rows_of(sheets: Iterable[SheetRead], file: str) -> list[Row]:
    """The rows of all tables that a file holds. Raises `Refused("register.no_table")` where there is none."""
    found: list[Row] = []
    read = 0
    for sheet in sheets:
        table, at, places = _header(sheet)
        if not table:
            continue
        read += 1
        for number, cells in enumerate(sheet.rows[at + 1 :], start=at + 2):
            texts = {key: _code(table, key, bare(cells[c])) for key, c in places.items() if c < len(cells)}
            found.append(Row(table, sheet.name or SHEETS[table], number, texts))
    if not read:
        raise Refused("register.no_table", file=file)
    return found


def tables_told(
    told_of: Service, people: Mapping[str, tuple[str, str]], seen: Mapping[str, Decision]
) -> dict[str, list[list[str]]]:
    """All tables as texts, below their titles: bodies and successions, and of the people asked for (by id: number, name)
    what they are, as far as it may be seen of them (by id)."""
    bodies = told_of.bodies
    kinds = {body.id: KINDS[body.kind] for body in bodies.bodies}
    told = {name: [list(columns.values())] for name, columns in COLUMNS.items()}
    for t in bodies.terms:
        told[BODIES].append(
            [t.body, kinds[t.body], t.code, t.name, LEVELS[t.level], t.parent, _day(t.term.valid_from),
             _day(t.term.valid_to), _yes(t.external), t.basis, _yes(t.verified), t.note]
        )  # fmt: skip
    for s in bodies.successions:
        told[SUCCESSIONS].append(
            [s.predecessor, SUCCESSION_WORDS[s.kind], s.successor, _day(s.effective_on), s.function, s.basis,
             _yes(s.verified), s.note]
        )  # fmt: skip
    told[PEOPLE] += [[code, name] for code, name in people.values()]
    codes = {person: code for person, (code, _) in people.items()}
    for p in (p for p in told_of.posts if p.person in codes):
        told[POSTS].append([codes[p.person], p.unit, p.title, _yes(p.is_head), "; ".join(p.roles), *_days(p)])
    for d in (d for d in told_of.delegations if d.person in codes):
        told[DELEGATIONS].append([codes[d.person], d.unit, d.role, *_days(d)])
    for a in (a for a in told_of.acting if a.person in codes):
        told[ACTING].append([codes[a.person], a.unit, a.title, *_days(a)])
    absences = {person for person in codes if not hides(seen[person], "leave_cover", "valid_from")}
    for c in (c for c in told_of.covers if {c.absent, c.cover} <= absences):
        told[COVERS].append([codes[c.absent], codes[c.cover], c.unit, *_days(c)])
    return told


def _days(held: Held) -> tuple[str, str, str]:
    """From when to when, by which decision."""
    return _day(held.term.valid_from), _day(held.term.valid_to), held.decision


def fault_told(fault: CellFault) -> tuple[str, int, str, str, str]:
    """A fault as (sheet, row, column, what the cell says, why)."""
    column = COLUMNS[fault.row.table].get(fault.key, "cả dòng")
    return fault.row.sheet, fault.row.number, column, fault.row.texts.get(fault.key, ""), sentence(fault.refusal)


def harmless(cell: str) -> str:
    """A cell that a spreadsheet program would run as a formula, as a text; `rows_of` takes the mark off again."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _header(sheet: SheetRead) -> tuple[str, int, dict[str, int]]:
    """Which table a sheet holds, the row of its titles, and where each column stands; "" for none."""
    order = sorted(COLUMNS, key=lambda table: fold_words(SHEETS[table]) != fold_words(sheet.name))
    for at, cells in enumerate(sheet.rows[:_FIRST_ROWS]):
        titles = {fold_words(cell): c for c, cell in reversed(list(enumerate(cells)))}
        for table in order:
            places = {k: titles[w] for k, title in COLUMNS[table].items() if (w := fold_words(title)) in titles}
            if all(key in places for key in _NEEDED[table]):
                return table, at, places
    return "", 0, {}


def _code(table: str, key: str, text: str) -> str:
    words = WORDS.get((table, key), {})
    return next((code for code, word in words.items() if fold_words(word) == fold_words(text)), text)


def bare(cell: str) -> str:
    """A cell without the mark that `harmless` puts before it."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _yes(told: bool) -> str:
    return "có" if told else "không"


def samples() -> Iterator[tuple[str, str, list[str]]]:
    """For the template: table, column, the words that it takes."""
    for (table, key), words in WORDS.items():
        yield table, key, list(words.values())
