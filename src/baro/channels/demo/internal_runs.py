"""Synthetic courses of six internal processes of the demo's district: most in time, some late, some without appraisal."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from baro.channels.demo.process_tables import STEPS, TOTALS
from baro.rules.prescribed.work_processes import Approval

RUNS = 240
LATE_EVERY, UNAPPRAISED_EVERY = 8, 11
UNITS = ("Văn phòng (mẫu)", "Phòng Nội vụ (mẫu)", "Phòng Tài chính - Kế hoạch (mẫu)")
_TITLES = ("Mã hồ sơ", "Thủ tục", "Bước", "Thời điểm", "Người thực hiện", "Đơn vị", "Thời điểm ghi nhận")
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


def write_runs(approvals: Sequence[Approval], working_days: Sequence[date], log: Path) -> None:
    """Write the log. `approvals`: of the first processes; courses that go on behind the last working day are left open there."""
    with log.open("w", encoding="utf-8", newline="") as stream:
        lines = (line for run in runs(working_days) for line in _events(run, approvals, working_days))
        csv.writer(stream).writerows([_TITLES, *lines])


def _events(run: Run, approvals: Sequence[Approval], working_days: Sequence[date]) -> Iterator[tuple[str, ...]]:
    total = TOTALS[run.process]
    end = total + 2 if run.is_late else total - 1
    for number, (activity, _role, _) in enumerate(STEPS):
        place = run.day + number * end // (len(STEPS) - 1)
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
