"""Part "acts": acts recorded durably per second, beside django-viewflow's processes and the bare ORM, on both databases."""

import sys
from dataclasses import dataclass

from databases import fresh, servers
from page import Part, Row, machine, pins
from running import OURS, PEERS, Told, median, run

COUNT = 1_000
_JOBS = {"ours": (OURS, "ours_acts"), "viewflow": (PEERS, "peer_viewflow"), "orm": (OURS, "bare_orm")}
_NOTE = (
    "Mỗi việc một giao dịch, một người ghi, xong việc này mới đến việc kia. Ba Rõ: mỗi việc xác định lại người làm và quyền, "
    "hỏi chính sách, ghi một mục sổ cái (cây băm lớn lên ngay trên SQLite, do bộ đánh số chạy cùng trên PostgreSQL) và dòng "
    "của bảng. django-viewflow: quy trình một bước, ghi đối tượng quy trình, khóa nhẹ nhất, không tính biểu mẫu, phiên "
    "đăng nhập và câu hỏi tìm người dùng. Django: ghi và sửa chính dòng ấy bằng ORM, không gì khác. “Công” là giây của bộ xử "
    "lý trong tiến trình, không tính máy chủ cơ sở dữ liệu; nó ít đổi hơn đồng hồ khi máy bận."
)


@dataclass(frozen=True)
class _Side:
    """Of one program on one database: acts a second, and processor milliseconds an act, by part ("start", "finish")."""

    rate: dict[str, float]
    work: dict[str, float]


def measure(rounds: int) -> Part:
    """Measure each database; each run has an empty one of its own, and the programs run in turn."""
    rows: list[Row] = []
    with servers() as known:
        for kind, server in known.items():
            sides = {name: _side(told) for name, told in _in_turn(kind, server, rounds).items()}
            rows += _rows(kind, sides)
    told = (
        f"{COUNT:,} đơn được tiếp nhận rồi kết luận, ghi bền (SQLite: WAL, synchronous=FULL; PostgreSQL: fsync, "
        f"synchronous_commit=on). Trung vị của {rounds} lượt, các phần mềm chạy xen kẽ nhau; {machine()}. "
        f"Đối chứng: {pins('django-viewflow', 'django')}."
    )
    return Part(told, tuple(rows), _NOTE)


def _in_turn(kind: str, server: str, rounds: int) -> dict[str, Told]:
    runs: dict[str, list[Told]] = {name: [] for name in _JOBS}
    for k in range(rounds):
        for name, (python, job) in _JOBS.items():
            print(f"  {k + 1}/{rounds} {kind} {name}", file=sys.stderr, flush=True)
            with fresh(server) as (home, database):
                told = run(python, job, str(home), str(COUNT), more=database)
            _check(name, told.checks)
            runs[name].append(told)
    return {name: median(told) for name, told in runs.items()}


def _check(name: str, checks: dict[str, object]) -> None:
    """Stop where something was left undone, or was not kept as durably as the others keep it."""
    is_kept = (checks.get("journal_mode"), checks.get("synchronous")) == ("wal", "2") or (
        checks.get("fsync"), checks.get("synchronous_commit")) == ("on", "on")  # fmt: skip
    if checks["done"] != COUNT or not is_kept or (name == "ours" and checks["entries"] != 2 * COUNT):
        sys.exit(f"{name}: {checks}")


def _side(told: Told) -> _Side:
    return _Side(
        {part: COUNT / seconds for part, seconds in told.seconds.items()},
        {part: 1000 * seconds / COUNT for part, seconds in told.cpu.items()},
    )


def _rows(kind: str, sides: dict[str, _Side]) -> list[Row]:
    ours, viewflow, orm = sides["ours"], sides["viewflow"], sides["orm"]
    return [
        _faster(f"{kind}: tiếp nhận một đơn", ours, "start", viewflow, "finish", "≥ 2 ×"),
        _faster(f"{kind}: kết luận một đơn", ours, "finish", viewflow, "finish", "≥ 2 ×"),
        _dearer(f"{kind}: giá của sổ cái và chính sách, tiếp nhận", ours, orm, "start"),
        _dearer(f"{kind}: giá của sổ cái và chính sách, kết luận", ours, orm, "finish"),
    ]


def _faster(what: str, ours: _Side, part: str, theirs: _Side, other: str, target: str) -> Row:
    return (
        what, _told(ours, part), f"django-viewflow, hoàn thành một bước: {_told(theirs, other)}",
        f"{ours.rate[part] / theirs.rate[other]:.2f} ×, công 1/{theirs.work[other] / ours.work[part]:.1f}", target,
    )  # fmt: skip


def _dearer(what: str, ours: _Side, orm: _Side, part: str) -> Row:
    return (
        what, _told(ours, part), f"Django ORM: {_told(orm, part)}",
        f"{orm.rate[part] / ours.rate[part]:.1f} × thời gian, {ours.work[part] / orm.work[part]:.1f} × công", "nêu ra",
    )  # fmt: skip


def _told(side: _Side, part: str) -> str:
    return f"{side.rate[part]:.0f}/s, công {side.work[part]:.2f} ms"
