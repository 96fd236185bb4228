"""The supervision report as plain values, ready to be told: every channel renders this and computes nothing.

Texts are Vietnamese and complete; numbers are numbers (the channel formats them); every ratio carries its numerator and
denominator; every figure its definition and version.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Measure(StrEnum):
    """How a number is to be shown."""

    COUNT = "count"
    SHARE = "share"  # 0..1, shown as percent with one decimal
    WORKING_DAYS = "working_days"  # a float in working days of 8 hours, one decimal
    TEXT = "text"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator's value over one scope. `value` is None where n is 0 (or rates are hidden for n < 5)."""

    key: str
    label: str
    value: float | None
    measure: Measure
    numerator: int | None
    denominator: int | None
    definition: str
    version: str


Cell = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    key: str
    label: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose title says what it shows; `total`, if given, is the row that the others sum to."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What a meeting was told and concluded, or what a form tells, for a document: each section is a heading, sentences and a
    table or none. `as_of` is of which moment the data are; `synthetic`: they are made up; `kind` is the name of the kind of
    document, `short` what stands for it behind its number; `qr` what a QR code at its end leads to, "" for none."""

    agency: str
    title: str
    lead: str
    sections: tuple[tuple[str, tuple[str, ...], Table | None], ...]
    as_of: datetime
    synthetic: bool = False
    kind: str = "THÔNG BÁO"
    short: str = "TB"
    qr: str = ""


@dataclass(frozen=True, slots=True)
class MapNode:
    """A step on the process map: times done, times skipped/deviating, late working minutes it carries."""

    activity: str
    step_no: str
    role: str
    count: int
    deviations: int
    late_minutes: int
    layer: int  # 0 = first; distance from the start in the process


@dataclass(frozen=True, slots=True)
class MapEdge:
    """A direct succession of two steps as observed; `foreseen` says whether the process allows it."""

    source: int  # index of node; -1 = start
    target: int  # index of node; -1 = end
    count: int
    foreseen: bool


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """One approved process with what was observed on it."""

    process: str  # name
    code: str
    version: str
    decision: str  # "QĐ 12/QĐ-UBND ngày 05/01/2024, người ký …" or "chưa ghi quyết định phê duyệt"
    cases: int
    fitting: int
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]


@dataclass(frozen=True, slots=True)
class SignalTold:
    """A red flag over the whole log; `checked` False with `why_not` where the log lacks what it needs."""

    code: str
    name: str
    severity: str
    cases: int
    times: int
    duty: str
    article: str
    false_positives: str
    parameters: str
    checked: bool
    why_not: str
    examples: tuple[str, ...]  # case codes


@dataclass(frozen=True, slots=True)
class SplitPart:
    """One part of "Ai đã giữ": who, of what kind ("office", "other_agency", "applicant"), working minutes, late part."""

    holder: str
    kind: str
    minutes: int
    late_minutes: int


@dataclass(frozen=True, slots=True)
class EventTold:
    """One line of a case's course; `mark` names a deviation at this line, else ""."""

    at: datetime  # in the calendar's zone
    activity: str
    actor: str
    unit: str
    mark: str
    row: int


@dataclass(frozen=True, slots=True)
class CaseTold:
    """One case to be drilled into. `state` is a key of the state tokens: on_time, soon, late, paused, unknown, closed."""

    code: str
    procedure: str
    unit: str
    state: str
    state_words: str  # "Quá hạn 2 ngày làm việc"
    received: datetime | None
    due: date | None
    ended: datetime | None
    why: tuple[str, ...]  # the derivation, one sentence a line
    split: tuple[SplitPart, ...]
    course: tuple[EventTold, ...]
    deviations: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]  # (signal code, question)
    reason_shown: str  # why this case is among those shown: "lâu nhất", "R05", …


@dataclass(frozen=True, slots=True)
class Source:
    """A file the report was made from."""

    role: str  # "nhật ký", "quy trình", "đơn vị, chức danh", "bảng ánh xạ"
    name: str  # without folder
    sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SupervisionReport:
    """Everything the outputs tell."""

    title: str
    agency: str
    lead: str  # the one sentence that answers first
    as_of: datetime
    period: tuple[date, date]
    synthetic: bool  # the log says of itself that it is synthetic
    sources: tuple[Source, ...]
    rules: tuple[str, ...]  # rule packs, calendar, charging rule, in words with "chưa kiểm chứng" where so
    assumptions: tuple[str, ...]
    headline: tuple[Figure, ...]  # on-time rate first, always followed by its companions
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    causes: Table  # the contribution table: sums to the whole
    maps: tuple[ProcessMap, ...]
    signals: tuple[SignalTold, ...]
    cases: tuple[CaseTold, ...]
    quality: tuple[Table, ...]
    results: tuple[str, ...]  # sections of the written report: kết quả
    shortcomings: tuple[str, ...]  # tồn tại, hạn chế
    cause_sentences: tuple[str, ...]  # nguyên nhân
    proposals: tuple[str, ...]  # đề xuất, kiến nghị
