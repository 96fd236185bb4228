"""`baro import-job`: the work behind the page and the API, in a process of its own; begun again if it was killed."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Do one phase of a ticket; what came of it is told in the ticket's own files."""
    parser = command_parser("import-job", "việc nền của trang nhập dữ liệu")
    parser.add_argument("ticket", metavar="MÃ")
    parser.add_argument("phase", choices=("look", "check", "receive"), metavar="VIỆC")
    asked = parser.parse_args(list(words))
    start_records()
    from baro.app.import_jobs import do_phase

    now: Callable[[], datetime] = lambda: datetime.now(UTC)  # noqa: E731, TID251 the command reads the clock
    do_phase(asked.ticket, asked.phase, now())
    return ExitCode.DONE
