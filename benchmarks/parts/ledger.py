"""Part "ledger": a ledger of five million entries verified by the command, on one core."""

import sys

from page import Part, Row, machine
from running import DATA, OURS, median, run

ENTRIES = 5_000_000
_NOTE = (
    "Tính từ lúc Python khởi động đến lúc lệnh kết thúc, trên một nhân: đọc mọi mục, băm lá, dựng lại cây và mọi mảnh, theo "
    "từng chuỗi, tìm dữ liệu cá nhân còn giữ, hỏi người ký. Sổ tổng hợp (không có thật), không có điểm chốt của người làm "
    "chứng, không kiểm các bảng dựng từ sổ."
)


def measure(rounds: int) -> Part:
    """Make the ledger once, verify it in each round."""
    told = []
    for k in range(rounds):
        print(f"  {k + 1}/{rounds} verify", file=sys.stderr, flush=True)
        told.append(run(OURS, "ours_verify", str(DATA / "ledger"), str(ENTRIES)))
    middle = median(told)
    cell = f"{middle.seconds['command']:.1f} s, công {middle.seconds['processor']:.1f} s"
    row: Row = (f"`baro ledger verify --no-rows`, {ENTRIES:,} mục", cell, "–", "–", "≤ 15 s, một nhân")
    return Part(
        f"Trung vị của {rounds} lượt; {machine()}; bộ nhớ của lệnh {middle.checks['command_mb']} MB.", (row,), _NOTE
    )
