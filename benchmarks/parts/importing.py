"""Part "import": a year of dossiers from a file into the database, the columnar store and the ledger, once a database."""

import sys

from databases import fresh, servers
from page import Part, Row, machine
from running import CASES, OURS, Told, make_export, run

_TARGET = "≤ 4 min, ≤ 1,5 GB"


def measure(rounds: int) -> Part:
    """Import once into each database, however many rounds are asked: what is told is minutes, not a ratio."""
    folder = make_export()
    rows = []
    with servers() as known:
        for kind, server in known.items():
            print(f"  {kind}", file=sys.stderr, flush=True)
            with fresh(server) as (home, database):
                rows.append(_row(kind, run(OURS, "ours_import", str(folder), str(home), more=database)))
    told = (
        f"{CASES:,} hồ sơ tổng hợp (không có thật) của sáu thủ tục, tệp CSV 15 cột, một lượt trên mỗi cơ sở dữ liệu, kể cả "
        f"dựng bảng, đối chiếu và ghi sổ cái; bộ nhớ là của tiến trình nạp; {machine()}."
    )
    return Part(told, tuple(rows))


def _row(kind: str, told: Told) -> Row:
    if told.checks["code"] != 0:
        sys.exit(f"import, {kind}: exit code {told.checks['code']}")
    minutes, seconds = divmod(round(told.wall), 60)
    return f"Nạp {CASES:,} hồ sơ, {kind}", f"{minutes} min {seconds} s, {told.mb} MB", "–", "–", _TARGET
