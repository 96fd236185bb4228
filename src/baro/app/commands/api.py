"""`baro api`: the API, told on one page; `docs/reference/api.md` is what it prints."""

from collections.abc import Sequence
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Print the page; it reads no records."""
    command_parser("api", "in mô tả API: địa chỉ, tham số, câu trả lời").parse_args(list(words))
    start_records()
    from baro.channels.api.urls import v1
    from baro.channels.exports.api_page import api_page

    out.write(api_page(v1.get_openapi_schema(path_prefix="/api/v1/")))
    return ExitCode.DONE
