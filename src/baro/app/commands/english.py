"""`baro english`: the sentences of the pages that are not said in English yet, as entries to fill in."""

from collections.abc import Sequence
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Print what is missing for a catalogue, then what no source says any more; it reads no records."""
    command_parser("english", "câu trên trang chưa có bản tiếng Anh, in ra để dịch").parse_args(list(words))
    start_records()
    from baro.channels.web.english.missing import entry, missing, needless

    for message, file in missing().items():
        out.write(entry(message, file))
    for message in needless():
        out.write(f"# {message}\n")
    err.write(f"{len(missing())} câu chưa có bản tiếng Anh, {len(needless())} bản dịch không còn câu.\n")
    return ExitCode.DONE
