"""Part "harmonising": the years of a real log against each other, beside pm4py; needs the log of `../shared/data`."""

import sys

from page import Part, Row, machine, pins
from running import OURS, PEERS, ROOT, Told, in_turn

LOG = ROOT.parent / "shared" / "data" / "BPIC15_1.xes.gz"
_SAME = ("years", "pairs")


def measure(rounds: int) -> Part:
    """Measure both, and stop where they do not tell the same."""
    if not LOG.exists():
        sys.exit(f"no log to compare: {LOG.name} is not there")
    path = str(LOG)
    told = in_turn(
        {"ours": (OURS, "ours_harmonise", (path,)), "pm4py": (PEERS, "peer_harmonise", (path,))},
        rounds,
    )
    ours, peer = told["ours"], told["pm4py"]
    for name in _SAME:
        if ours.checks[name] != peer.checks[name]:
            sys.exit(f"{name} differ: {ours.checks[name]} {peer.checks[name]}")
    return Part(_told(rounds, ours), tuple(_rows(ours, peer)))


def _rows(ours: Told, peer: Told) -> list[Row]:
    def row(what: str, mine: float, theirs: float) -> Row:
        return (what, f"{mine:.2f} s", f"pm4py {theirs:.2f} s", f"{theirs / mine:.1f} ×", "nêu ra")

    def without_reading(told: Told) -> float:
        return told.seconds["harmonise"] - told.seconds["read"]

    return [
        row("Cả tiến trình, từ tệp XES nén", ours.wall, peer.wall),
        row("Đọc tệp", ours.seconds["read"], peer.seconds["read"]),
        row("So các năm, sau khi đọc", without_reading(ours), without_reading(peer)),
        ("Bộ nhớ nhiều nhất", f"{ours.mb} MB", f"pm4py {peer.mb} MB", f"1/{peer.mb / ours.mb:.1f}", "nêu ra"),
    ]


def _told(rounds: int, ours: Told) -> str:
    years: list[list[int]] = ours.checks["years"]  # type: ignore[assignment]
    return (
        f"Nhật ký thật BPI Challenge 2015, đô thị 1: {sum(y[0] for y in years):,} hồ sơ, {sum(y[1] for y in years):,} sự kiện, chia {len(years)} "
        "năm; mỗi năm: việc, lối đi khác nhau, thứ tự liền nhau, số ngày; từng hai năm: việc và lối đi chung, thứ tự giống và khác. "
        f"Trung vị của {rounds} lượt, hai phần mềm chạy xen kẽ; {machine()}. Đối chứng: {pins('pm4py')}. Hai bên nêu cùng số hồ sơ, sự "
        "kiện, việc, lối đi, nếu không thì phép đo dừng lại."
    )
