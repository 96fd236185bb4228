"""Write a planned year as an agency would hand it over - log, process tables, offices - and the truth beside it."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl

from baro.channels.demo.paperwork import write_offices, write_process_tables
from baro.channels.demo.plan import ACT_KEYS, CLASSES, FORMER, TAX_SEAT, Ints, Plan
from baro.channels.demo.world import (
    ACTS,
    LABEL,
    PEOPLE_PER_BRANCH,
    PROCEDURES,
    TAX_UNIT,
    branch_name,
    former_person_name,
    person_name,
)

_DOCUMENT = ("asked", "apologised", "refused", "released")
_PIECE = 50_000  # events written at a time
_EVENT_COLUMNS = ("case", "act", "second", "seat", "recorded", "due_shown")
_REASON = ("asked", "apologised", "refused")


def write_year(plan: Plan, folder: Path, *, slim: bool = False, piece: int = _PIECE) -> dict[str, Path]:
    """Write everything into `folder` and say where each thing lies. `slim` leaves out the columns about papers; `piece`
    events are written at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    codes, gaps = _dossier_codes(plan)
    log = folder / "nhat-ky.csv"
    _write_log(plan, codes, log, slim=slim, piece=piece)
    truth = folder / "su-that.csv"
    _truth(plan, codes, gaps).write_csv(truth)
    made = {"log": log, "truth": truth, "offices": write_offices(plan, folder / "don-vi-chuc-danh.xlsx")}
    made["processes"] = write_process_tables(folder / "quy-trinh")
    (folder / "DOC-TOI.txt").write_text(
        f"{LABEL}. Hồ sơ, đơn vị và nhân sự trong thư mục này do máy sinh ra để thử phần mềm; "
        "không phản ánh hành vi của bất kỳ ai.\n",
        encoding="utf-8",
    )
    summary = _totals(plan, gaps)
    (folder / "su-that.json").write_text(
        json.dumps(summary, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8"
    )
    return made


def _dossier_codes(plan: Plan) -> tuple[pl.Series, Ints]:
    """Codes PREFIX-YYMMDD-SEQ by branch and day; a few numbers are skipped (planted), told as the cases after a gap."""
    n = len(plan.branch)
    key = plan.branch * 100_000 + plan.received_day
    order = np.lexsort((np.arange(n), key))
    first = np.r_[True, key[order][1:] != key[order][:-1]]
    position = np.arange(n) - np.maximum.accumulate(np.where(first, np.arange(n), 0))
    skip = (~first) & (np.arange(n) % 997 == 500)
    jumps = np.cumsum(skip)
    base = np.maximum.accumulate(np.where(first, jumps, 0))
    sequence = np.empty(n, dtype=np.int64)
    sequence[order] = position + 1 + jumps - base
    frame = pl.DataFrame({"b": plan.branch + 1, "d": plan.received_day.astype(np.int32), "s": sequence})
    codes = frame.select(
        pl.format(
            "X00.M{}-{}-{}",
            pl.col("b").cast(pl.String).str.zfill(3),
            pl.col("d").cast(pl.Date).dt.strftime("%y%m%d"),
            pl.col("s").cast(pl.String).str.zfill(4),
        )
    ).to_series()
    return codes, order[skip]


def _write_log(plan: Plan, codes: pl.Series, path: Path, *, slim: bool, piece: int) -> None:
    """Write the events piece by piece: a year of them as texts would fill the memory."""
    count = len(plan.case)
    with path.open("wb") as stream:
        for first in range(0, max(count, 1), piece):
            some = replace(plan, **{name: getattr(plan, name)[first : first + piece] for name in _EVENT_COLUMNS})
            _events(some, codes, first, slim=slim).write_csv(stream, include_header=first == 0)


def _events(plan: Plan, codes: pl.Series, first: int, *, slim: bool) -> pl.DataFrame:
    act = pl.Series([ACTS[k].label for k in ACT_KEYS])
    procedures = pl.Series([p.code for p in PROCEDURES])
    branches = pl.Series([branch_name(b) for b in range(int(plan.branch.max()) + 1)] + [TAX_UNIT])
    tax = plan.seat == TAX_SEAT
    branch = plan.branch[plan.case]
    columns = {
        "Mã hồ sơ": codes.gather(plan.case),
        "Thủ tục": procedures.gather(plan.procedure[plan.case]),
        "Bước": act.gather(plan.act),
        "Thời điểm": _moments(plan.second),
        "Người thực hiện": _people(plan, branch),
        "Đơn vị": branches.gather(np.where(tax, len(branches) - 1, branch)),
    }
    return pl.DataFrame(columns if slim else columns | _papers(plan, first))


def _papers(plan: Plan, first: int) -> dict[str, pl.Series]:
    keys = np.array(ACT_KEYS)[plan.act]
    tweak = np.array([r.tweak for r in plan.recipes])[plan.recipe[plan.case]]
    bare = (tweak == "no_slip") & (keys == "asked") | (tweak == "no_reason") & (keys == "refused")
    document = np.isin(keys, _DOCUMENT) & ~bare & ~((tweak == "no_file") & (keys == "released"))
    reason = np.isin(keys, _REASON) & ~bare
    file = (keys == "released") & (tweak != "no_file") | (keys == "digitised")
    component = (keys == "supplied") & (tweak != "no_paper")
    number = pl.Series(np.arange(first + 1, first + len(keys) + 1)).cast(pl.String) + "/VB-MAU"
    return {
        "Thời điểm ghi nhận": _moments(plan.recorded),
        "Hạn xử lý": _days(plan.due_shown),
        "Số văn bản": _where(document, number),
        "Lý do": _where(
            reason, pl.Series(["Thành phần hồ sơ cần làm rõ (mẫu)"]).gather(np.zeros(len(keys), dtype=int))
        ),
        "Tệp kết quả": _yes(file),
        "Ký số": _yes(keys == "digitised"),
        "Thành phần bổ sung": _yes(component),
        "Người nộp": "Người nộp mẫu " + pl.Series(plan.applicant[plan.case]).cast(pl.String),
        "Ngày hẹn trả": _days(plan.appointed[plan.case]),
    }


def _where(mask: np.ndarray, values: pl.Series) -> pl.Series:
    return pl.select(pl.when(pl.lit(pl.Series(mask))).then(pl.lit(values)).otherwise(pl.lit(""))).to_series()


def _yes(mask: np.ndarray) -> pl.Series:
    return pl.Series(["không", "có"]).gather(mask.astype(np.int64))


def _moments(second: Ints) -> pl.Series:
    return pl.from_epoch(pl.Series(second.astype(np.int64)), time_unit="s").dt.strftime("%Y-%m-%d %H:%M:%S")


def _days(day: Ints) -> pl.Series:
    return pl.Series(day.astype(np.int32)).cast(pl.Date).dt.strftime("%d/%m/%Y")


def _people(plan: Plan, branch: Ints) -> pl.Series:
    width = PEOPLE_PER_BRANCH + 2
    names = []
    for b in range(int(plan.branch.max()) + 1):
        names += [person_name(b, s) for s in range(PEOPLE_PER_BRANCH)]
        names += [former_person_name(b), f"Cán bộ thuế mẫu {b + 1:03d}"]
    seat = np.where(plan.seat == FORMER, width - 2, np.where(plan.seat == TAX_SEAT, width - 1, plan.seat))
    return pl.Series(names).gather(branch * width + seat)


def _truth(plan: Plan, codes: pl.Series, gaps: Ints) -> pl.DataFrame:
    """One row per dossier: its class and days late, and - for finished ones - cost, kinds, and planted signals."""
    recipes = plan.recipes
    late = np.isin(plan.time_class, (CLASSES.index("late"), CLASSES.index("pending_late")))
    apologised = np.array(["apologised" in r.acts for r in recipes])[plan.recipe]
    signals = pl.Series(["|".join(r.signals) for r in recipes]).gather(plan.recipe)
    gap = np.zeros(len(plan.branch), dtype=bool)
    gap[gaps] = True
    return pl.DataFrame(
        {
            "ma_ho_so": codes,
            "cong_thuc": pl.Series([r.name for r in recipes]).gather(plan.recipe),
            "da_xong": plan.ended,
            "lop": pl.Series(CLASSES).gather(plan.time_class),
            "so_ngay_qua_han": plan.late_days,
            "chi_phi": np.array([r.cost for r in recipes])[plan.recipe],
            "sai_lech": pl.Series(["|".join(r.kinds) for r in recipes]).gather(plan.recipe),
            "qua_han_buoc": plan.overrun,
            "dau_hieu": signals,
            "R01": late & ~apologised,
            "R31": gap,
        }
    )


def _totals(plan: Plan, gaps: Ints) -> dict[str, object]:
    counts = np.bincount(plan.time_class, minlength=len(CLASSES))
    return {
        "nhan": LABEL,
        "ho_so": len(plan.branch),
        "su_kien": len(plan.case),
        "lop": {name: int(counts[k]) for k, name in enumerate(CLASSES)},
        "khoang_trong_so": len(gaps),
    }
