"""Synthetic step tables of internal processes: six of the district, and two works of every commune with planted differences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from baro.channels.demo.paperwork import COLUMNS, write_sheets
from baro.channels.demo.process_variants import DraftStep, variant_of
from baro.channels.demo.world import LABEL
from baro.rules.prescribed.work_processes import Approval

TOTALS = (5, 7, 10, 3, 5, 15)
"""Working days of the first processes of the district, in the order of the register."""
STEPS = (
    ("Tiếp nhận yêu cầu", "Văn thư", "received"),
    ("Phân công xử lý", "Lãnh đạo phòng", "assigned"),
    ("Thẩm định", "Chuyên viên", ""),
    ("Ký duyệt", "Lãnh đạo đơn vị", "approved"),
    ("Phát hành kết quả", "Văn thư", "released"),
)
SHORT, NO_ROLE, NO_LIMIT, SUM, BASIS, REVIEW = 4, 7, 9, 11, 13, 15
"""The communes, by their place, whose version of the work differs: three steps in four days; a step without a role; a step
without a limit; steps that add up to a day less; a basis that was repealed; a day of review that is past."""
_USUAL, _FEW = (1, 2, 5, 1, 1), (1, 0, 2, 0, 1)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A process with its total (working days) and its steps."""

    approval: Approval
    total: int
    steps: Sequence[DraftStep]


def with_tables(
    approvals: Sequence[Approval], communes: Sequence[str], folder: Path
) -> dict[str, tuple[Approval, Path]]:
    """Write the tables; give each process that has one by its id, as it is told then, with its file."""
    folder.mkdir(parents=True, exist_ok=True)
    drafted = [*_of_district(approvals), *_of_communes(approvals, communes), *_second_works(approvals, communes)]
    found = {}
    for one in drafted:
        path = folder / f"{one.approval.id}.xlsx"
        write_sheets(path, {"Quy trình": list(rows_of(one))})
        found[one.approval.id] = (one.approval, path)
    return found


def rows_of(one: Drafted) -> Iterator[tuple[object, ...]]:
    """Give the rows of a step table, its head first."""
    told = one.approval
    yield (f"QUY TRÌNH GIẢI QUYẾT CÔNG VIỆC NỘI BỘ — {LABEL}",)
    yield from (
        ("Mã hiệu", told.code), ("Tên quy trình", told.name), ("Thủ tục", told.code), ("Phiên bản", "1"),
        ("Số quyết định", told.decision), ("Ngày ký", f"{told.approved_on:%d/%m/%Y}"), ("Người ký", "Người ký mẫu"),
        ("Hiệu lực từ", f"{told.approved_on:%d/%m/%Y}"), ("Tổng thời gian", f"{one.total} ngày làm việc"), (), COLUMNS,
    )  # fmt: skip
    for number, step in enumerate(one.steps, start=1):
        shown = "" if step.limit is None else f"{step.limit} ngày làm việc"
        following = str(number + 1) if number < len(one.steps) else "Kết thúc"
        yield (str(number), step.activity, step.role, shown, "", following, step.kind)


def _usual_steps(limits: Sequence[int | None], without_role: int = -1) -> tuple[DraftStep, ...]:
    """The usual steps with limits in working days (None: told for none); steps with 0 are left out."""
    return tuple(
        DraftStep(activity, "" if k == without_role else role, limit, kind)
        for k, ((activity, role, kind), limit) in enumerate(zip(STEPS, limits, strict=True))
        if limit != 0
    )


def _of_district(approvals: Sequence[Approval]) -> Iterator[Drafted]:
    for told, total in zip(approvals, TOTALS, strict=False):
        yield Drafted(told, total, _usual_steps([None] * len(STEPS)))


def _second_works(approvals: Sequence[Approval], communes: Sequence[str]) -> Iterator[Drafted]:
    """The second process of each commune is of the same work, in planted variants."""
    for place, commune in enumerate(communes):
        told = [one for one in approvals if one.unit == commune][1]
        variant = variant_of(place)
        yield Drafted(told, variant.total, variant.steps)


def _of_communes(approvals: Sequence[Approval], communes: Sequence[str]) -> Iterator[Drafted]:
    """The first process of each commune is of the same work."""
    changed: dict[int, Sequence[int | None]] = {SHORT: _FEW, NO_LIMIT: (1, 2, None, 1, 1), SUM: (1, 2, 4, 1, 1)}
    for place, commune in enumerate(communes):
        told = next(one for one in approvals if one.unit == commune)
        if place == BASIS:
            told = replace(told, bases="Nghị định 61/2018/NĐ-CP")
        if place == REVIEW:
            told = replace(told, review_by=date(2024, 6, 1))
        steps = _usual_steps(changed.get(place, _USUAL), without_role=1 if place == NO_ROLE else -1)
        yield Drafted(told, sum(_FEW) if place == SHORT else sum(_USUAL), steps)
