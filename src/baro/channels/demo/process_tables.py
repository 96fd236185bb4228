"""Synthetic step tables of internal processes: six of the district, and one work of every commune with planted differences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from baro.channels.demo.paperwork import COLUMNS, write_sheets
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
    """A process with its total and the limits of its steps in working days (None: told for none); steps with 0 are left out."""

    approval: Approval
    total: int
    limits: Sequence[int | None] | None = None
    without_role: int = -1


def with_tables(
    approvals: Sequence[Approval], communes: Sequence[str], folder: Path
) -> dict[str, tuple[Approval, Path]]:
    """Write the tables; give each process that has one by its id, as it is told then, with its file."""
    folder.mkdir(parents=True, exist_ok=True)
    drafted = [*_of_district(approvals), *_of_communes(approvals, communes)]
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
    limits = one.limits or [None] * len(STEPS)
    kept = [(k, limit) for k, limit in enumerate(limits) if limit != 0]
    for number, (k, limit) in enumerate(kept, start=1):
        activity, role, kind = STEPS[k]
        shown = "" if limit is None else f"{limit} ngày làm việc"
        following = str(number + 1) if number < len(kept) else "Kết thúc"
        yield (str(number), activity, "" if k == one.without_role else role, shown, "", following, kind)


def _of_district(approvals: Sequence[Approval]) -> Iterator[Drafted]:
    for told, total in zip(approvals, TOTALS, strict=False):
        yield Drafted(told, total)


def _of_communes(approvals: Sequence[Approval], communes: Sequence[str]) -> Iterator[Drafted]:
    """The first process of each commune is of the same work."""
    for place, commune in enumerate(communes):
        told = next(one for one in approvals if one.unit == commune)
        one = Drafted(told, sum(_FEW), _FEW) if place == SHORT else Drafted(told, sum(_USUAL), _USUAL)
        if place == NO_ROLE:
            one = replace(one, without_role=1)
        if place == NO_LIMIT:
            one = replace(one, limits=[1, 2, None, 1, 1])
        if place == SUM:
            one = replace(one, limits=[1, 2, 4, 1, 1])
        if place == BASIS:
            one = replace(one, approval=replace(told, bases="Nghị định 61/2018/NĐ-CP"))
        if place == REVIEW:
            one = replace(one, approval=replace(told, review_by=date(2024, 6, 1)))
        yield one
