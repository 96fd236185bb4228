"""Synthetic courses of six internal processes of the demo's district: most in time, some late, some without appraisal."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from baro.channels.demo.paperwork import COLUMNS, write_sheets
from baro.channels.demo.world import LABEL
from baro.rules.prescribed.work_processes import Approval

RUNS = 240
TOTALS = (5, 7, 10, 3, 5, 15)
"""Working days of each process, in the order of the register."""
LATE_EVERY, UNAPPRAISED_EVERY = 8, 11
UNITS = ("Văn phòng (mẫu)", "Phòng Nội vụ (mẫu)", "Phòng Tài chính - Kế hoạch (mẫu)")
_TITLES = ("Mã hồ sơ", "Thủ tục", "Bước", "Thời điểm", "Người thực hiện", "Đơn vị", "Thời điểm ghi nhận")
_STEPS = (
    ("Tiếp nhận yêu cầu", "Văn thư", "received"),
    ("Phân công xử lý", "Lãnh đạo phòng", "assigned"),
    ("Thẩm định", "Chuyên viên", ""),
    ("Ký duyệt", "Lãnh đạo đơn vị", "approved"),
    ("Phát hành kết quả", "Văn thư", "released"),
)
_APPRAISAL, _PREFIX = "Thẩm định", "X00.NB"


@dataclass(frozen=True, slots=True)
class Run:
    """A course: of which process (by its place), received on which working day (by its place), and what is planted."""

    code: str
    process: int
    day: int
    is_late: bool
    is_appraised: bool


def runs(working_days: Sequence[date]) -> list[Run]:
    """Plan the courses, evenly over a year's working days."""
    found = []
    for k in range(RUNS):
        day = k * len(working_days) // RUNS
        code = f"{_PREFIX}-{working_days[day]:%y%m%d}-{k + 1:04d}"
        is_late, is_appraised = k % LATE_EVERY == 5, k % UNAPPRAISED_EVERY != 7
        found.append(Run(code, k % len(TOTALS), day, is_late, is_appraised))
    return found


def write_runs(approvals: Sequence[Approval], working_days: Sequence[date], folder: Path) -> tuple[Path, list[Path]]:
    """Write the log and a step table per process; give the log and the tables. `approvals`: of the first processes; courses
    that go on behind the last working day are left open there."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = [folder / f"noi-bo-{k + 1}.xlsx" for k in range(len(TOTALS))]
    for told, total, path in zip(approvals, TOTALS, tables, strict=False):
        write_sheets(path, {"Quy trình": list(_table(told, total))})
    log = folder / "noi-bo.csv"
    with log.open("w", encoding="utf-8", newline="") as stream:
        lines = (line for run in runs(working_days) for line in _events(run, approvals, working_days))
        csv.writer(stream).writerows([_TITLES, *lines])
    return log, tables


def _table(told: Approval, total: int) -> Iterator[tuple[object, ...]]:
    yield (f"QUY TRÌNH GIẢI QUYẾT CÔNG VIỆC NỘI BỘ — {LABEL}",)
    yield from (
        ("Mã hiệu", told.code), ("Tên quy trình", told.name), ("Thủ tục", told.code), ("Phiên bản", "1"),
        ("Số quyết định", told.decision), ("Ngày ký", f"{told.approved_on:%d/%m/%Y}"), ("Người ký", "Người ký mẫu"),
        ("Hiệu lực từ", f"{told.approved_on:%d/%m/%Y}"), ("Tổng thời gian", f"{total} ngày làm việc"), (), COLUMNS,
    )  # fmt: skip
    for number, (activity, role, kind) in enumerate(_STEPS, start=1):
        following = str(number + 1) if number < len(_STEPS) else "Kết thúc"
        yield (str(number), activity, role, "", "", following, kind)


def _events(run: Run, approvals: Sequence[Approval], working_days: Sequence[date]) -> Iterator[tuple[str, ...]]:
    total = TOTALS[run.process]
    end = total + 2 if run.is_late else total - 1
    for number, (activity, _role, _) in enumerate(_STEPS):
        place = run.day + number * end // (len(_STEPS) - 1)
        if place >= len(working_days):
            return
        if activity == _APPRAISAL and not run.is_appraised:
            continue
        at = datetime.combine(working_days[place], time(8 + 2 * number % 8, 15 + run.process))
        unit = UNITS[run.process % len(UNITS)]
        person = f"Nhân sự mẫu NB-{run.process % len(UNITS) + 1}{number + 1}"
        yield (
            run.code,
            approvals[run.process].code,
            activity,
            f"{at:%Y-%m-%d %H:%M:%S}",
            person,
            unit,
            f"{at:%Y-%m-%d %H:%M:%S}",
        )
