"""Measure Ba Rõ and its peers side by side in one run, and write docs/performance.md (run by `python3 go.py bench`).

Each job is a process of its own; jobs that are compared run in turn, and the medians are told. Ratios survive a noisy
machine, single figures do not.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DATA = HERE / ".data"
OURS, PEERS = ROOT / ".venv/bin/python", HERE / ".env/bin/python"
CASES = 450_000


@dataclass(frozen=True)
class Told:
    """What a job told: seconds by part, the whole process's seconds, peak memory, and checks."""

    seconds: dict[str, float]
    wall: float
    mb: int
    checks: dict[str, object]


def run(python: Path, job: str, *words: str) -> Told:
    """Run one job and read its line."""
    start = time.perf_counter()
    made = subprocess.run(
        [python, HERE / "jobs" / f"{job}.py", *words], capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src") if python == OURS else ""},
    )  # fmt: skip
    wall = time.perf_counter() - start
    line = next((x for x in made.stdout.splitlines() if x.startswith("RESULT ")), None)
    if line is None:
        sys.exit(f"{job} {' '.join(words)}: {made.stderr[-2000:]}")
    told = json.loads(line.removeprefix("RESULT "))
    return Told(told["seconds"], wall, told["mb"], told["checks"])


def in_turn(jobs: dict[str, tuple[Path, str, tuple[str, ...]]], rounds: int) -> dict[str, Told]:
    """Run jobs one after the other, several rounds, and give the medians of each."""
    runs: dict[str, list[Told]] = {name: [] for name in jobs}
    for k in range(rounds):
        for name, (python, job, words) in jobs.items():
            print(f"  {k + 1}/{rounds} {name}", file=sys.stderr, flush=True)
            runs[name].append(run(python, job, *words))
    return {name: _median(told) for name, told in runs.items()}


def _median(told: list[Told]) -> Told:
    parts = {part: statistics.median(t.seconds[part] for t in told) for part in told[0].seconds}
    wall = statistics.median(t.wall for t in told)
    return Told(parts, wall, max(t.mb for t in told), told[0].checks)


def make_data() -> tuple[Path, Path, Path]:
    """Make the year, the year ten times over, and the year as an agency's own software exports it, once."""
    year, ten, export = DATA / "year", DATA / "ten", DATA / "export"
    for folder, words in (
        (year, ("year", year, CASES)),
        (ten, ("ten", year, ten)),
        (export, ("export", export, CASES)),
    ):
        if not (folder / "done").exists():
            print(f"  making {folder.name}", file=sys.stderr, flush=True)
            command = [OURS, HERE / "make_data.py", *map(str, words)]
            subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
    return year, ten, export


def measure(rounds: int) -> list[tuple[str, str, str, str, str]]:
    """Measure everything; give rows of (what, ours, peer, ratio, target)."""
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
    return rows(same, whole, read)


def agree(told: dict[str, Told]) -> None:
    """Stop if the optimal costs differ: a fast wrong answer is not measured."""
    costs = {name: told[name].checks["cost"] for name in ("warm", "cold", "r4pm", "align")}
    if len(set(costs.values())) > 1:
        sys.exit(f"costs differ: {costs}")


def rows(same: dict[str, Told], whole: dict[str, Told], read: dict[str, Told]) -> list[tuple[str, str, str, str, str]]:
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
    made.append(("The same, ten times the cases", f"{ten.wall:.2f} s, {ten.mb} MB", "one year",
                 f"{ten.wall / one.wall:.1f} × the time", "≤ 8 ×, ≤ 2 GB"))  # fmt: skip
    made.append(("The same, the judging alone, without start and reading of posts", f"{ten.seconds['all']:.2f} s",
                 f"one year {one.seconds['all']:.2f} s", f"{ten.seconds['all'] / one.seconds['all']:.1f} × the time",
                 "told, no target"))  # fmt: skip
    ours = read["ours"]
    for peer in ("pyarrow", "duckdb"):
        theirs = read[peer].seconds["csv"]
        made.append((f"CSV to store, {ours.mb} MB peak", f"{ours.seconds['csv']:.1f} s", f"{peer} only reads {theirs:.1f} s",
                     f"{ours.seconds['csv'] / theirs:.1f} × its time", "≤ 3 ×"))  # fmt: skip
    made.append(("Whole `baro judge` of a year, CSV to all outputs", f"{read['judge'].wall:.1f} s, {read['judge'].mb} MB",
                 "–", "–", "≤ 60 s"))  # fmt: skip
    return made


def document(table: list[tuple[str, str, str, str, str]], rounds: int) -> str:
    """Write the page."""
    sizes = json.loads((DATA / "year" / "sizes.json").read_text(encoding="utf-8"))
    pins = [x.strip() for x in (HERE / "requirements.in").read_text(encoding="utf-8").splitlines() if "==" in x]
    lines = [
        "# Hiệu năng",
        "",
        "Trang này do `python3 go.py bench` viết ra; đừng sửa tay. Đọc tỷ số, không đọc số giây: máy chạy có lúc nhanh lúc chậm.",
        "",
        (
            f"Dữ liệu tổng hợp (không có thật): một năm của một thủ tục, {sizes['cases']:,} hồ sơ, {sizes['events']:,} sự kiện, "
            f"{sizes['traces']:,} lối đi khác nhau, quy trình có nhánh song song và vòng lặp. Trung vị của {rounds} lượt, các phần "
            f"mềm chạy xen kẽ nhau trong cùng một lần đo; {os.cpu_count()} nhân, Python {platform.python_version()}. "
            f"Đối chứng: {', '.join(pins)}. Mọi phần mềm cho cùng một tổng chi phí, nếu không thì phép đo dừng lại."
        ),
        "",
        "| Việc | Ba Rõ | Đối chứng | Tỷ số | Mục tiêu |",
        "|---|---|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in table),
        "",
        "CSV đo ở hai dòng đọc và ở dòng `baro judge` là bản xuất đủ 15 cột của sáu thủ tục, 450.000 hồ sơ.",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure and write the page."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--oracle", action="store_true", help="only compare alignment costs with pm4py's")
    if asked.parse_args().oracle:
        words = [OURS, HERE / "oracle.py"]
        sys.exit(subprocess.run(words, check=False, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}).returncode)
    rounds = asked.parse_args().rounds
    (ROOT / "docs" / "performance.md").write_text(document(measure(rounds), rounds), encoding="utf-8")


if __name__ == "__main__":
    main()
