"""`baro import`: check a file, tell what receiving it would do, and receive it; prove a row of a file received."""

import getpass
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.channels.shell.progress import Progress
from baro.rules.observed.delivery import Extent
from baro.rules.observed.reconciliation import Declared
from baro.rules.prescribed.refusals import Refused

if TYPE_CHECKING:  # the records are loaded once the words are understood
    from baro.desk.by import By
    from baro.rules.observed.delivery import Checked

_DOES = "nhập tệp hồ sơ: kiểm tra, đối soát, nhận trọn tệp hoặc không dòng nào"


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run the command. Raises `Refused` for what cannot be read, checked or received."""
    if words and words[0] == "prove":
        return _prove(words[1:], out)
    if words and words[0] == "conflicts":
        return _conflicts(words[1:], out)
    asked = _read(words)
    _file(asked.file)
    start_records()
    return _import(asked, out, Progress(err, quiet=asked.json))


def _read(words: Sequence[str]) -> Namespace:
    parser = command_parser("import", _DOES)
    parser.add_argument("file", type=Path, metavar="TỆP", help="CSV, XLSX, Parquet, XES; hoặc: prove, conflicts")
    parser.add_argument("--source", required=True, metavar="MÃ", help="hệ thống nguồn, ví dụ mot-cua")
    parser.add_argument("--name", metavar="TÊN", help="tên của hệ thống nguồn")
    parser.add_argument("--unit", metavar="MÃ", help="mã định danh của cơ quan có nguồn này; được lưu")
    parser.add_argument("--map", type=Path, metavar="TỆP", help="bảng ánh xạ (TOML); được lưu cho những lần sau")
    parser.add_argument("--process", type=Path, nargs="+", metavar="TỆP", help="quy trình đã phê duyệt; được lưu")
    parser.add_argument("--offices", type=Path, metavar="TỆP", help="đơn vị, chức danh (XLSX); được lưu")
    parser.add_argument("--calendar", metavar="TÊN", help="vn (mặc định), weekdays, continuous; được lưu")
    parser.add_argument("--part", action="store_true", help="tệp chỉ là một phần hồ sơ của nguồn")
    parser.add_argument("--dossiers", type=int, metavar="SỐ", help="số hồ sơ mà bên gửi công bố")
    parser.add_argument("--rows", type=int, metavar="SỐ", help="số dòng mà bên gửi công bố")
    parser.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra và đối soát, không nhận")
    parser.add_argument("--leave-out-faults", action="store_true", help="nhận phần đọc được, bỏ các dòng có ô lỗi")
    parser.add_argument("--workbook", type=Path, metavar="TỆP", help="ghi bảng khác biệt (XLSX), cả khi chỉ kiểm tra")
    parser.add_argument("--json", action="store_true", help="in biên bản dạng JSON")
    return parser.parse_args(list(words))


def _import(asked: Namespace, out: TextIO, progress: Progress) -> int:
    from baro.app.import_told import tell
    from baro.app.importing import Asked, check_file
    from baro.app.leftovers import sweep
    from baro.desk.by import by_program
    from baro.desk.imports import receive
    from baro.records.ids_made import new_id
    from baro.records.loading.holding import staged
    from baro.records.loading.segments import staging_folder

    now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
    by = by_program(f"os-{getpass.getuser()}")
    sweep(now)
    _describe(asked, by, now)
    extent = Extent.PART if asked.part else Extent.WHOLE
    declared = Declared(dossiers=asked.dossiers, rows=asked.rows)
    with staged(new_id(now)) as ticket:
        what = Asked(ticket=ticket, file=asked.file, source=asked.source, extent=extent, declared=declared)
        checked = check_file(what, by, now, progress.stage, progress.share)
        tell(checked, out, as_json=asked.json)
        if asked.workbook is not None and not checked.already:
            _workbook(asked.workbook, checked, staging_folder(ticket))
        if asked.dry_run:
            progress.done()
            return ExitCode.DONE
        progress.stage("Nhận")
        received = receive(ticket, by, now, leaving_out_faults=asked.leave_out_faults)
    progress.done()
    if not asked.json:
        out.write(f"{'Đã nhận' if received.is_new else 'Tệp này đã được nhận trước đây'}: lần nhập {received.batch}\n")
    return ExitCode.DONE


def _workbook(path: Path, checked: "Checked", folder: Path) -> None:
    """Write the differences beside what is held as a workbook, whole or not at all."""
    from baro.channels.exports.statement_book import write_statement_book
    from baro.rules.prescribed.policy.decisions import AT_THE_MACHINE

    part = path.with_name(path.name + ".dang-ghi")
    try:
        with part.open("wb") as stream:
            write_statement_book(stream, checked, folder, AT_THE_MACHINE)
        part.replace(path)
    except OSError as error:
        raise Refused("out.not_writable", folder=str(path), reason=str(error.strerror)) from error


def _describe(asked: Namespace, by: "By", now: datetime) -> None:
    """Record how the source is read and judged where the command says something new of it."""
    from baro.app.import_sources import described
    from baro.desk.import_sources import describe_source, unit_named

    told = described(
        asked.source, name=asked.name, unit=unit_named(asked.unit, now) if asked.unit else None, mapping=asked.map, process=asked.process, offices=asked.offices,
        calendar=asked.calendar,
    )  # fmt: skip
    if told is not None:
        describe_source(told, by, now)


def _prove(words: Sequence[str], out: TextIO) -> int:
    parser = command_parser("import prove", "chứng minh một dòng thuộc tệp của một lần nhập")
    parser.add_argument("batch", metavar="LẦN_NHẬP")
    parser.add_argument("row", type=int, metavar="DÒNG", help="số dòng trong tệp (dòng tiêu đề là 1)")
    parser.add_argument("--sheet", default="", metavar="TRANG", help="trang của bảng tính, nếu tệp có nhiều trang")
    asked = parser.parse_args(list(words))
    start_records()
    from baro.app.import_told import tell_proof

    tell_proof(asked.batch, asked.row, asked.sheet, out)
    return ExitCode.DONE


def _conflicts(words: Sequence[str], out: TextIO) -> int:
    parser = command_parser("import conflicts", "liệt kê chỗ tệp mới mâu thuẫn với dữ liệu đang giữ")
    parser.add_argument("source", nargs="?", default="", metavar="NGUỒN")
    asked = parser.parse_args(list(words))
    start_records()
    from baro.app.import_told import tell_conflicts

    tell_conflicts(asked.source, out)
    return ExitCode.DONE


def _file(path: Path) -> None:
    if not path.is_file():
        raise Refused("shell.no_file", file=str(path))
