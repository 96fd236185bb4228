"""`baro catalogue`: what is faulty in the procedures of a file of the national portal; with `--from`, take them over."""

import getpass
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import asked_day, command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.rules.prescribed.procedures import Procedure
from baro.rules.prescribed.refusals import Refused

_DOES = "Đọc tệp thủ tục của cổng quốc gia, đếm những điểm cần hỏi lại; có --from thì ghi vào danh mục."


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Tell the faults, and take over if asked. Raises `Refused` for a file that cannot be read and for what nobody may
    record; a line that gives no procedure is named, and nothing is recorded."""
    asked = _arguments(words)
    start_records()
    now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
    procedures = _read(asked.file, err)
    if procedures is None:
        return ExitCode.INPUT_REFUSED
    _tell(procedures, now, out)
    if asked.valid_from is not None:
        _take_over(procedures, asked.valid_from, out, now)
    return ExitCode.DONE


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("catalogue", _DOES)
    parser.add_argument("file", type=Path, metavar="TỆP", help=".jsonl hoặc .jsonl.gz, mỗi dòng một thủ tục")
    parser.add_argument(
        "--from", dest="valid_from", type=asked_day, metavar="NGÀY", help="ghi, áp dụng từ ngày dd/mm/yyyy"
    )
    return parser.parse_args(list(words))


def _read(file: Path, err: TextIO) -> list[Procedure] | None:
    from baro.channels.intake.portal import read_portal
    from baro.channels.wording import sentence

    if not file.is_file():
        raise Refused("shell.no_file", file=str(file))
    good: list[Procedure] = []
    is_whole = True
    for one in read_portal(file):
        if isinstance(one, Procedure):
            good.append(one)
        else:
            is_whole = False
            err.write(f"Dòng {one.line}: {sentence(one.why)}\n")
    return good if is_whole else None


def _tell(procedures: Sequence[Procedure], now: datetime, out: TextIO) -> None:
    from baro.channels.wording.catalogue import LINTS
    from baro.desk.permission import day_of
    from baro.rules.judged.catalogue.lints import faults_of

    faults = [faults_of(one, day_of(now)) for one in procedures]
    counts = Counter(fault.lint for found in faults for fault in found)
    out.write(f"{len(procedures)} thủ tục, {sum(bool(found) for found in faults)} có điểm cần hỏi lại\n")
    out.writelines(f"  {counts[lint]:>6}  {name}\n" for lint, name in LINTS.items())


def _take_over(procedures: Sequence[Procedure], valid_from: date, out: TextIO, now: datetime) -> None:
    from baro.desk.by import by_program
    from baro.desk.catalogue import publish_procedures

    done = publish_procedures(procedures, valid_from, by_program(getpass.getuser()), now)
    out.write(
        f"Đã ghi: {done.new} mới, {done.changed} đổi, {done.same} như cũ; {len(done.unnamed)} không có trong tệp.\n"
    )
