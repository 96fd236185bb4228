"""Part "import": a year of dossiers from a file into the database, the columnar store and the ledger, once a database; then, with
two more years beside it, the page of a dossier."""

import sys
from pathlib import Path

from databases import fresh, servers
from page import Part, Row, machine
from running import CASES, OURS, Told, make_export, run

_TARGET = "≤ 4 min, ≤ 1,5 GB"
_SOURCES = ("nguon-1", "nguon-2", "nguon-3")
_DOSSIERS = 100


def measure(rounds: int) -> Part:
    """Import once into each database, however many rounds are asked: what is told is minutes, not a ratio."""
    folder = make_export()
    rows = []
    with servers() as known:
        for kind, server in known.items():
            print(f"  {kind}", file=sys.stderr, flush=True)
            with fresh(server) as (home, database):
                years = [_imported(kind, folder, home, source, database) for source in _SOURCES]
                rows.append(_row(kind, years[0]))
                rows += _pages(kind, run(OURS, "ours_dossier", str(home), str(_DOSSIERS), more=database))
    told = (
        f"{CASES:,} hồ sơ tổng hợp (không có thật) của sáu thủ tục, tệp CSV 15 cột, một lượt trên mỗi cơ sở dữ liệu, kể cả "
        f"dựng bảng, đối chiếu và ghi sổ cái; bộ nhớ là của tiến trình nạp; {machine()}. Trang của một hồ sơ, trang chứng minh: "
        f"khi đã nạp {len(_SOURCES)} lần như thế ({CASES * len(_SOURCES):,} hồ sơ), {_DOSSIERS} hồ sơ bất kỳ, thời gian ở máy chủ."
    )
    return Part(told, tuple(rows))


def _imported(kind: str, folder: Path, home: Path, source: str, database: dict[str, str]) -> Told:
    told = run(OURS, "ours_import", str(folder), str(home), source, more=database)
    if told.checks["code"] != 0:
        sys.exit(f"import, {kind}: exit code {told.checks['code']}")
    return told


def _pages(kind: str, told: Told) -> list[Row]:
    def spent(name: str) -> str:
        return ", ".join(f"p{share} {told.seconds[f'p{share}_{name}'] * 1000:.0f} ms" for share in (50, 95))

    names = {"dossier": "Trang của một hồ sơ", "evidence": "Bút toán và chứng minh của một hồ sơ"}
    return [(f"{kind}: {name}", spent(key), "–", "–", "p95 ≤ 250 ms") for key, name in names.items()]


def _row(kind: str, told: Told) -> Row:
    minutes, seconds = divmod(round(told.wall), 60)
    return f"Nạp {CASES:,} hồ sơ, {kind}", f"{minutes} min {seconds} s, {told.mb} MB", "–", "–", _TARGET
