"""Part "pages": the time on the server of the pages of dossiers, with three years of them in the database."""

import os
import subprocess
import sys
from pathlib import Path

from databases import fresh, servers
from page import Part, Row, machine
from running import HERE, OURS, ROOT, Told, run

DOSSIERS = int(os.environ.get("BARO_BENCH_DOSSIERS", "1350000"))
_TIMES = 40
_PEOPLE, _SECONDS = 100, 60
_NAMES = {
    "start": "Bảng ba rõ, tháng cuối", "year": "Bảng ba rõ, một năm", "gone": "Bảng ba rõ, nhìn từ ngày đã qua",
    "board_unit": "Bảng ba rõ, một đơn vị", "work": "Việc của tôi", "list": "Danh sách, trang đầu", "deep": "Danh sách, trang thứ 200",
    "late": "Danh sách quá hạn", "unit": "Danh sách một đơn vị", "code": "Tìm theo đầu mã", "flag": "Tìm theo dấu hiệu",
    "briefing": "Giao ban, tuần cuối", "old_week": "Giao ban, tuần cách hai năm",
}  # fmt: skip
_NOTE = (
    "Thời gian ở máy chủ, một yêu cầu một lúc, qua trọn đường đi: cửa, quyền, truy vấn, mẫu trang; không tính mạng. Trang của một "
    "hồ sơ cần sự kiện của nó nên không đo ở đây. Một trăm người: mỗi người xem một trang rồi nghĩ năm giây (trung bình), một phần "
    "năm số lần nêu nguyên nhân một hồ sơ trễ; máy chủ như cơ quan chạy, và chính máy ấy đóng vai một trăm người. Dữ liệu tổng hợp (không có thật)."
)


def measure(rounds: int) -> Part:
    """Fill each database once, then ask for each page forty times; `rounds` are not needed."""
    rows: list[Row] = []
    with servers() as known:
        for kind, server in known.items():
            print(f"  {kind}", file=sys.stderr, flush=True)
            with fresh(server) as (home, database):
                _make(home, database)
                rows += _rows(kind, run(OURS, "ours_pages", str(home), str(_TIMES), more=database))
                rows += _people(kind, run(OURS, "ours_users", str(home), str(_PEOPLE), str(_SECONDS), more=database))
    told = f"{DOSSIERS:,} hồ sơ của ba năm, sáu mươi đơn vị; mỗi trang hỏi {_TIMES} lần; {machine()}."
    return Part(told, tuple(rows), _NOTE)


def _rows(kind: str, told: Told) -> list[Row]:
    rows = [
        (f"{kind}: {name}", f"p50 {told.seconds[f'p50_{key}'] * 1000:.0f} ms, p95 {told.seconds[f'p95_{key}'] * 1000:.0f} ms", "–", "–", "p95 ≤ 250 ms")
        for key, name in _NAMES.items()
    ]  # fmt: skip
    lines = int(str(told.checks["lines"]))
    export = f"{told.seconds['export']:.1f} s, tiến trình {told.mb} MB"
    return [*rows, (f"{kind}: tải danh sách {lines:,} dòng, CSV", export, "–", "–", "≤ 60 s, ≤ 300 MB")]


def _people(kind: str, told: Told) -> list[Row]:
    if told.checks["wrong"]:
        sys.exit(f"{kind}: {told.checks}")

    def spent(name: str) -> str:
        return ", ".join(f"p{share} {told.seconds[f'p{share}_{name}'] * 1000:.0f} ms" for share in (50, 95, 99))

    return [
        (f"{kind}: {_PEOPLE} người cùng lúc, {told.checks['reads']} lần xem", spent("reads"), "–", "–", "–"),
        (f"{kind}: {_PEOPLE} người cùng lúc, {told.checks['writes']} lần ghi", spent("writes"), "–", "–", "p99 ≤ 1 s"),
    ]


def _make(home: Path, database: dict[str, str]) -> None:
    command = [OURS, HERE / "make_dossiers.py", str(home), str(DOSSIERS)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")} | database)
