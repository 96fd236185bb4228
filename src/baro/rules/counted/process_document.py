"""A version of a process as a document in the chapters that quality management (ISO 9001) usually gives it.

The chapters are those that domain sources name; the layouts of the circulars were not read. What the register does not hold is
left as a line to be filled in, never made up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from baro.rules.counted.told import Column, Measure, Minutes, Table
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.processes import ApprovedProcess, Step
from baro.rules.prescribed.work_processes import Approval

BLANK = "………………"
_STEPS = ("Bước", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian", "Kết quả, biểu mẫu")
_VERSIONS = ("Lần ban hành", "Quyết định", "Ngày phê duyệt", "Hết áp dụng")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTold:
    """A line of the table of amendments."""

    version: str
    decision: str
    approved_on: date
    last_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessTold:
    """A version with its names: the body that approved it, its steps (None: none were given), all versions, the oldest first."""

    body: str
    kind: str
    approval: Approval
    process: ApprovedProcess | None
    versions: tuple[VersionTold, ...]
    synthetic: bool = False


def process_document(told: ProcessTold, at: datetime) -> Minutes:
    """Write the document; `at` is the local moment of the register that it is made from."""
    approval, steps = told.approval, told.process.steps if told.process else ()
    return Minutes(
        agency=told.body,
        kind="QUY TRÌNH",
        short="QT",
        title=f"{approval.code} {approval.name}".strip(),
        lead=_front(approval),
        sections=(
            ("Theo dõi sửa đổi", (), _amendments(told.versions)),
            ("1. Mục đích", (f"Quy định trình tự, trách nhiệm, thời hạn giải quyết: {approval.name}.",), None),
            ("2. Phạm vi áp dụng", (f"{told.kind}; áp dụng tại {told.body}.",), None),
            ("3. Tài liệu viện dẫn, căn cứ pháp lý", tuple(_bases(approval.bases)), None),
            ("4. Định nghĩa, viết tắt", (BLANK,), None),
            ("5. Nội dung quy trình", tuple(_content(told)), _table(steps)),
            ("6. Biểu mẫu", tuple(_listed(form for step in steps for form in step.forms)), None),
            ("7. Hồ sơ lưu", tuple(_listed(out for step in steps for out in step.outputs)), None),
        ),
        as_of=at,
        synthetic=told.synthetic,
    )


def _front(approval: Approval) -> str:
    annex = f"; {approval.annex}" if approval.annex else ""
    public = f"{approval.published_on:%d/%m/%Y}" if approval.published_on else "chưa công bố"
    return (
        f"Lần ban hành {approval.version}, theo quyết định {approval.decision} ngày {approval.approved_on:%d/%m/%Y}{annex}. "
        f"Người phê duyệt: {approval.signer or BLANK}. Ngày công bố: {public}."
    )


def _amendments(versions: tuple[VersionTold, ...]) -> Table:
    rows = tuple(
        (v.version, v.decision, f"{v.approved_on:%d/%m/%Y}", f"{v.last_on:%d/%m/%Y}" if v.last_on else "")
        for v in versions
    )
    return Table("versions", "Các lần ban hành", _texts(_VERSIONS), rows)


def _bases(bases: str) -> Iterable[str]:
    found = [one.strip() for one in bases.split(";") if one.strip()]
    return [f"- {one}." for one in found] or [BLANK]


def _content(told: ProcessTold) -> Iterable[str]:
    total = told.process.total_limit if told.process else None
    yield f"Thời gian xử lý: {describe(total) if total else BLANK}."
    yield f"Điều kiện, thành phần hồ sơ, số lượng, nơi tiếp nhận, lệ phí: {BLANK}"
    if told.process is None:
        yield "Danh mục chưa có bảng bước của bản này."


def _table(steps: tuple[Step, ...]) -> Table | None:
    rows = tuple(
        (s.no, s.activity, s.role, describe(s.limit) if s.limit else "", "; ".join((*s.outputs, *s.forms)))
        for s in steps
    )
    return Table("steps", "Các bước thực hiện", _texts(_STEPS), rows) if rows else None


def _listed(words: Iterable[str]) -> Iterable[str]:
    return [f"- {one}." for one in dict.fromkeys(words)] or [BLANK]


def _texts(titles: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(f"c{k}", title, Measure.TEXT) for k, title in enumerate(titles))
