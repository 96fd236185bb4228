"""`baro organisation`: show the bodies of a day, write all as a workbook, take a workbook or a CSV over."""

import getpass
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.rules.prescribed.refusals import Refused

_DOES = "Xem, tải ra, nhập danh mục tổ chức, nhân sự bằng bảng tính."


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Do what is asked. Raises `Refused` for a file that cannot be read; cells that are wrong are listed, and nothing is
    recorded."""
    asked = _arguments(words)
    start_records()
    now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
    if asked.work == "show":
        return _show(asked, out, now)
    if asked.work == "export":
        return _export(_file(asked, must_be=False), out)
    return _import(_file(asked, must_be=True), asked, out, err, now)


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("organisation", _DOES)
    parser.add_argument("work", choices=("show", "export", "import"), metavar="VIỆC", help="show, export, import")
    parser.add_argument("file", type=Path, nargs="?", metavar="TỆP", help="XLSX (export, import) hoặc CSV (import)")
    parser.add_argument("--on", metavar="NGÀY", help="show: ngày cần xem, dd/mm/yyyy; mặc định hôm nay")
    parser.add_argument("--dry-run", action="store_true", help="import: chỉ kiểm tra, không ghi")
    return parser.parse_args(list(words))


def _file(asked: Namespace, *, must_be: bool) -> Path:
    path: Path | None = asked.file
    if path is None or (must_be and not path.is_file()) or (not must_be and not path.absolute().parent.is_dir()):
        raise Refused("shell.no_file", file=str(path or "TỆP"))
    return path


def _show(asked: Namespace, out: TextIO, now: datetime) -> int:
    from baro.desk.permission import day_of
    from baro.records.queries.organisation import bodies

    on = _day(asked.on) if asked.on else day_of(now)
    known = bodies()
    tree = known.on(on)
    out.write(f"Ngày {on:%d/%m/%Y}: {len(known.in_force(on))} cơ quan, đơn vị\n")
    for top in tree.children(""):
        for body in tree.below(top):
            term = known.term_on(body, on)
            if term:
                doubt = "" if term.verified else "  (chưa kiểm chứng)"
                depth = len(tree.lineage(body)) - 1
                out.write(f"{'  ' * depth}{term.name}{'  ' + term.code if term.code else ''}{doubt}\n")
    return ExitCode.DONE


def _export(path: Path, out: TextIO) -> int:
    from baro.channels.exports.books import write_book
    from baro.channels.wording.organisation_sheets import COLUMNS, SHEETS, samples, tables_told
    from baro.records.queries.people import people, service
    from baro.rules.prescribed.policy.decisions import AT_THE_MACHINE

    named = {p.id: (p.code, p.name) for p in people()}
    told = tables_told(service(), named, dict.fromkeys(named, AT_THE_MACHINE))
    part = path.with_name(path.name + ".dang-ghi")
    with part.open("wb") as stream:
        write_book(
            stream,
            {SHEETS[name]: rows for name, rows in told.items()},
            {(SHEETS[table], COLUMNS[table][key]): words for table, key, words in samples()},
        )
    part.replace(path)
    out.write(f"Đã ghi {path}: {', '.join(f'{SHEETS[n]} {len(rows) - 1} dòng' for n, rows in told.items())}\n")
    return ExitCode.DONE


def _import(path: Path, asked: Namespace, out: TextIO, err: TextIO, now: datetime) -> int:
    from baro.channels.intake.tables import read_sheets
    from baro.channels.wording.organisation_sheets import ACTS, fault_told, rows_of
    from baro.desk.by import by_program
    from baro.desk.registers import take_over, try_rows

    rows = rows_of(read_sheets(path), path.name)
    by, reason = by_program(f"os:{getpass.getuser()}"), f"Bảng tính {path.name}"
    found = try_rows(rows, reason, by, now)
    for sheet, row, column, value, why in sorted(map(fault_told, found.faults)):
        err.write(f"Trang {sheet}, dòng {row}, cột {column}: {value or '(trống)'}: {why}\n")
    if found.faults:
        err.write(f"{len(found.faults)} ô cần sửa; chưa có dòng nào được ghi.\n")
        return ExitCode.INPUT_REFUSED
    for kind, count in found.counts.items():
        out.write(f"{ACTS[kind]}: {count}\n")
    if asked.dry_run:
        out.write(f"{found.rows} dòng đều đúng; chưa ghi gì.\n")
        return ExitCode.DONE
    done = take_over(rows, reason, by, now)
    out.write(f"Đã ghi {len(done.acts)} thay đổi.\n" if done.acts else "Không có gì mới để ghi.\n")
    return ExitCode.DONE


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 a day has no zone
    except ValueError:
        raise Refused("shell.date", value=text) from None
