"""Part "ledger": a ledger of five million real acts verified by the command on one core, with and without its tables, on
both databases."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from databases import fresh, servers
from page import Part, Row, machine
from running import DATA, HERE, OURS, ROOT, Told, median, run

ENTRIES = int(os.environ.get("BARO_BENCH_ENTRIES", "5000000"))
_NOTE = (
    "Tính từ lúc Python khởi động đến lúc lệnh kết thúc, lệnh chạy trên một nhân (tiến trình máy chủ PostgreSQL dùng nhân còn "
    "lại, không tính vào “công”): đọc mọi bút toán, băm lá, dựng lại cây và mọi ô băm, từng chuỗi, mọi điểm chốt kèm chữ ký, mọi "
    "chữ ký người làm chứng, dữ liệu cá nhân còn giữ, hỏi chương trình ký. “Kèm các bảng” còn dựng lại mọi dòng từ sổ cái và so "
    "từng cột. Sổ tổng hợp (không có thật): đơn được tiếp nhận rồi kết luận, cứ 45.000 bút toán một điểm chốt, một người làm chứng."
)


def measure(rounds: int) -> Part:
    """Make the ledger once on SQLite, copy it to PostgreSQL; verify each in each round."""
    home = DATA / "ledger-of-acts"
    _make(home)
    found = [_measured("SQLite", home, {"BARO_DATABASE": ""}, rounds)]
    with _on_postgresql(home) as (copied, database):
        found.append(_measured("PostgreSQL", copied, database, rounds))
    rows = tuple(row for part in found for row in part[0])
    most = max(mb for _, mb in found)
    return Part(f"Trung vị của {rounds} lượt; {machine()}; bộ nhớ của lệnh nhiều nhất {most} MB.", rows, _NOTE)


def _measured(kind: str, home: Path, database: dict[str, str], rounds: int) -> tuple[list[Row], int]:
    rows: list[Row] = []
    most = 0
    for what, words, target in (("`--no-rows`", ("--no-rows",), "≤ 15 s, một nhân"), ("kèm các bảng", (), "nêu ra")):
        told: list[Told] = []
        for k in range(rounds):
            print(f"  {k + 1}/{rounds} verify {kind} {what}", file=sys.stderr, flush=True)
            told.append(run(OURS, "ours_verify", str(home), str(ENTRIES), *words, more=database))
        middle = median(told)
        cell = f"{middle.seconds['command']:.1f} s, công {middle.seconds['processor']:.1f} s"
        rows.append((f"{kind}: `baro ledger verify` {what}, {ENTRIES:,} bút toán", cell, "–", "–", target))
        most = max(most, *(int(str(t.checks["command_mb"])) for t in told))
    return rows, most


def _make(home: Path) -> None:
    done = home / f"done-{ENTRIES}"
    if not done.exists():
        home.mkdir(parents=True, exist_ok=True)
        _run({"BARO_DATABASE": ""}, home, str(ENTRIES))
        done.touch()


@contextmanager
def _on_postgresql(source: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    with servers() as known, fresh(known["PostgreSQL"]) as (home, database):
        _run(database, home, str(ENTRIES), "--from", str(source))
        yield home, database


def _run(database: dict[str, str], home: Path, *words: str) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")} | database
    subprocess.run([OURS, HERE / "make_ledger.py", home, *words], check=True, env=env)
