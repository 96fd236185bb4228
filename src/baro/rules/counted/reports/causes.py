"""Where the late time comes from: units, steps and grounds, in parts that sum exactly to the whole."""

from baro.rules.counted.reports.counted import Counted, working_days
from baro.rules.counted.tallies import LateGround
from baro.rules.counted.told import Cell, Column, Measure, Table

GROUND_WORDS = {
    LateGround.OVER_STEP_LIMIT: "quá thời hạn của bước",
    LateGround.EXTRA_STEP: "bước thêm, lặp hoặc sai thứ tự",
    LateGround.OTHER_AGENCY: "cơ quan khác đang giữ",
    LateGround.AFTER_DUE: "giữ tiếp sau khi đã hết hạn",
    LateGround.STILL_HELD: "chưa xong, đang giữ",
}


def causes_table(counted: Counted, most: int = 40) -> Table:
    """The contribution table, heaviest first; what is not listed singly is one last row."""
    parts = sorted(counted.tallies.late.items(), key=lambda kv: (-kv[1], kv[0]))
    whole = sum(minutes for _, minutes in parts)
    rows = [_row(counted, unit, step, ground, m, whole) for (unit, step, ground), m in parts[:most]]
    rest = sum(m for _, m in parts[most:])
    if rest:
        rows.append((f"Còn lại ({len(parts) - most} mục)", "", "", rest, working_days(rest), rest / whole))
    return Table(
        "causes",
        "Thời gian trễ nằm ở đâu",
        (
            Column("unit", "Đơn vị", Measure.TEXT),
            Column("step", "Bước", Measure.TEXT),
            Column("ground", "Vì", Measure.TEXT),
            Column("minutes", "Phút làm việc", Measure.COUNT),
            Column("days", "Ngày làm việc", Measure.WORKING_DAYS),
            Column("share", "Tỷ trọng", Measure.SHARE),
        ),
        tuple(rows),
        ("Tổng số", "", "", whole, working_days(whole), 1.0 if whole else None),
        "Thời gian trễ của mỗi hồ sơ chia cho các đoạn giữ hồ sơ theo quy tắc tính trễ đã công bố; cộng lại đúng bằng tổng.",
    )


def late_minutes_by_step(counted: Counted) -> list[tuple[str, int]]:
    """Late working minutes per step over all units, heaviest first."""
    sums: dict[str, int] = {}
    for (_, step, _), minutes in counted.tallies.late.items():
        sums[counted.activity(step)] = sums.get(counted.activity(step), 0) + minutes
    return sorted(sums.items(), key=lambda kv: (-kv[1], kv[0]))


def _row(counted: Counted, unit: int, step: int, ground: int, minutes: int, whole: int) -> tuple[Cell, ...]:
    words = GROUND_WORDS[LateGround(ground)]
    return (counted.unit(unit), counted.activity(step), words, minutes, working_days(minutes), minutes / whole)
