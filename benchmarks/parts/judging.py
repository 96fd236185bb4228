"""Part "judging": conformance, dates, holders and signals of a year of cases, beside pm4py, r4pm, DuckDB and pyarrow."""

import json
import sys

from page import Part, Row, machine, pins
from running import DATA, OURS, PEERS, Told, in_turn, make_data

NOTE = "CSV đo ở hai dòng đọc và ở dòng `baro judge` là bản xuất đủ 15 cột của sáu thủ tục, 450.000 hồ sơ."
PINS = ("pm4py", "r4pm", "duckdb", "pyarrow", "polars")


def measure(rounds: int) -> Part:
    """Measure everything."""
    year, ten, export = make_data()
    y = str(year)
    same = in_turn(
        {
            "warm": (OURS, "ours_conformance", (y,)),
            "cold": (OURS, "ours_cold", (y,)),
            "r4pm": (PEERS, "peer_r4pm", (y,)),
            "align": (PEERS, "peer_pm4py", (y, "align")),
            "replay": (PEERS, "peer_pm4py", (y, "replay")),
        },
        rounds,
    )
    agree(same)
    whole = in_turn(
        {
            name: (OURS, "ours_all", (f"{y}/quy-trinh/QT-MAU-01.xlsx", str(at)))
            for name, at in (("all", year), ("ten", ten))
        },
        rounds,
    )
    csv = str(export / "nhat-ky.csv")
    read = in_turn(
        {
            "ours": (OURS, "ours_csv", (csv,)),
            "pyarrow": (PEERS, "peer_csv", (csv, "pyarrow")),
            "duckdb": (PEERS, "peer_csv", (csv, "duckdb")),
            "judge": (OURS, "ours_judge", (str(export),)),
        },
        rounds,
    )
    return Part(told_of(rounds), tuple(rows(same, whole, read)), NOTE)


def agree(told: dict[str, Told]) -> None:
    """Stop if the optimal costs differ: a fast wrong answer is not measured."""
    costs = {name: told[name].checks["cost"] for name in ("warm", "cold", "r4pm", "align")}
    if len(set(costs.values())) > 1:
        sys.exit(f"costs differ: {costs}")


def rows(same: dict[str, Told], whole: dict[str, Told], read: dict[str, Told]) -> list[Row]:
    """Put the table together."""
    warm, cold = same["warm"].seconds["conformance"], same["cold"]
    made = []

    def faster(what: str, ours: float, peer: str, theirs: float, target: str) -> None:
        made.append((what, f"{ours:.3f} s", f"{peer} {theirs:.1f} s", f"{theirs / ours:.0f} ×", target))

    def smaller(what: str, peer: Told, name: str, target: str) -> None:
        made.append((what, f"{cold.mb} MB", f"{name} {peer.mb} MB", f"1/{peer.mb / cold.mb:.1f}", target))

    faster(
        "Conformance, warm, store to cost", warm, "pm4py token replay", same["replay"].seconds["conformance"], "≥ 400 ×"
    )
    faster(
        "Conformance, warm, store to cost", warm, "pm4py alignments", same["align"].seconds["conformance"], "≥ 200 ×"
    )
    faster(
        "Conformance, warm, store to cost", warm, "r4pm with projection", same["r4pm"].seconds["conformance"], "≥ 20 ×"
    )
    faster("Cold process, raw Parquet to cost", cold.wall, "pm4py alignments", same["align"].wall, "≥ 10 ×")
    faster("Cold process, raw Parquet to cost", cold.wall, "r4pm", same["r4pm"].wall, "≥ 5 ×")
    smaller("Cold process, peak memory", same["align"], "pm4py", "≤ 1/2")
    smaller("Cold process, peak memory", same["r4pm"], "r4pm", "≤ 1/6")
    one, ten = whole["all"], whole["ten"]
    made.append(("Store to cost, due, late, holders, signals, unit × month, whole process", f"{one.wall:.2f} s, {one.mb} MB",
                 "–", "–", "≤ 3 s, ≤ 800 MB"))  # fmt: skip
    made.append(("The same, ten times the cases, whole process", f"{ten.wall:.2f} s, {ten.mb} MB", "one year",
                 f"{ten.wall / one.wall:.1f} × the time", "≤ 8 ×, ≤ 2 GB"))  # fmt: skip
    made.append(("Ten times the cases, from the store, without start and reading of posts", f"{ten.seconds['all']:.2f} s",
                 f"one year {one.seconds['all']:.2f} s", f"{ten.seconds['all'] / one.seconds['all']:.1f} × the time",
                 "told"))  # fmt: skip
    ours = read["ours"]
    for peer in ("pyarrow", "duckdb"):
        theirs = read[peer].seconds["csv"]
        made.append((f"CSV to store, {ours.mb} MB peak", f"{ours.seconds['csv']:.1f} s", f"{peer} only reads {theirs:.1f} s",
                     f"{ours.seconds['csv'] / theirs:.1f} × its time", "≤ 3 ×"))  # fmt: skip
    made.append(("Whole `baro judge` of a year, CSV to all outputs", f"{read['judge'].wall:.1f} s, {read['judge'].mb} MB",
                 "–", "–", "≤ 60 s"))  # fmt: skip
    return made


def told_of(rounds: int) -> str:
    """Say what was measured, beside what, and how."""
    sizes = json.loads((DATA / "year" / "sizes.json").read_text(encoding="utf-8"))
    return (
        f"Dữ liệu tổng hợp (không có thật): một năm của một thủ tục, {sizes['cases']:,} hồ sơ, {sizes['events']:,} sự kiện, "
        f"{sizes['traces']:,} lối đi khác nhau, quy trình có nhánh song song và vòng lặp. Trung vị của {rounds} lượt, các phần "
        f"mềm chạy xen kẽ nhau trong cùng một lần đo; {machine()}. "
        f"Đối chứng: {pins(*PINS)}. Mọi phần mềm cho cùng một tổng chi phí, nếu không thì phép đo dừng lại."
    )
