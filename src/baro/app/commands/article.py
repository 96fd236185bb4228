"""`baro article`: the figures of the article, each counted from the records of this home."""

import json
from collections.abc import Sequence
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run the command; null stands for what is not known."""
    parser = command_parser("article", "đếm các số liệu của bài báo từ dữ liệu đang giữ")
    parser.add_argument("--json", action="store_true", help="in dạng JSON trên một dòng")
    asked = parser.parse_args(list(words))
    start_records()
    from baro.app.migrating import migrate
    from baro.desk.article import article_figures

    migrate()
    out.write(json.dumps(article_figures(), indent=None if asked.json else 1) + "\n")
    return ExitCode.DONE
