"""`baro access`: the policy, told on one page; `docs/reference/access.md` is what it prints."""

from collections.abc import Sequence
from typing import TextIO

from baro.channels.exports.access_page import access_page
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Print the page; it needs no records."""
    command_parser("access", "in bảng quyền: ai được làm gì, với việc nào").parse_args(list(words))
    out.write(access_page())
    return ExitCode.DONE
