"""`baro webhook add|list|end|retry|run`: programs that are told of events."""

import getpass
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from threading import Event
from typing import TextIO

from baro.app.started import start_records
from baro.app.telling import tell_until
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run one of the commands. Raises `Refused("api.no_account" | "webhook.…")`."""
    asked = _arguments(words)
    start_records()
    if asked.act == "run":
        out.write("Đang gửi tin báo. Dừng: Ctrl+C\n")
        out.flush()
        tell_until(Event())
    elif asked.act == "list":
        _list(out)
    else:
        _act(asked, out)
    return ExitCode.DONE


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("webhook", "báo tin cho phần mềm khác khi có việc mới")
    acts = parser.add_subparsers(dest="act", required=True, metavar="add|list|end|retry|run")
    add = acts.add_parser("add", help="thêm một nơi nhận tin")
    add.add_argument("account", metavar="TÀI_KHOẢN", help="tài khoản được đọc gì thì được báo về điều ấy")
    add.add_argument("url", metavar="ĐỊA_CHỈ", help="https://… của phần mềm nhận tin")
    add.add_argument("--kinds", nargs="+", default=[], metavar="LOẠI", help="loại tin; không ghi là mọi loại")
    acts.add_parser("list", help="các nơi nhận tin, đã gửi đến đâu")
    end = acts.add_parser("end", help="thôi báo tin")
    retry = acts.add_parser("retry", help="gửi tiếp ngay, kể cả khi đã thôi thử")
    for one in (end, retry):
        one.add_argument("webhook", metavar="MÃ", help="mã đăng ký, xem bằng list")
    retry.add_argument("--skip", action="store_true", help="bỏ qua tin đang không gửi được")
    acts.add_parser("run", help="chạy việc gửi tin riêng, khi không chạy baro serve")
    return parser.parse_args(list(words))


def _act(asked: Namespace, out: TextIO) -> None:
    from django.conf import settings

    from baro.desk.by import by_program
    from baro.desk.webhooks import add_webhook, end_webhook, kinds_unread, resume_webhook
    from baro.rules.observed.webhooks import EventKind

    now, by = datetime.now(UTC), by_program(f"os-{getpass.getuser()}")  # noqa: TID251 the command reads the clock
    if asked.act == "add":
        kinds = tuple(asked.kinds) or tuple(EventKind)
        plain = settings.HOME_SETTINGS.webhook_http
        added = add_webhook(asked.account, asked.url, kinds, by, now, plain_http=plain)
        out.write(f"Mã đăng ký: {added.id}\nBí mật để kiểm chữ ký (chỉ hiện một lần): {added.secret}\n")
        if unread := kinds_unread(added.id, now):
            out.write(
                f"Tài khoản {asked.account} chưa có vai trò được xem: {', '.join(unread)}; có vai trò rồi mới được báo.\n"
            )
    elif asked.act == "end":
        end_webhook(asked.webhook, by, now)
        out.write(f"Đã thôi báo tin {asked.webhook}.\n")
    else:
        resume_webhook(asked.webhook, by, now, skip=asked.skip)
        out.write(f"Sẽ gửi tiếp {asked.webhook} trong vòng vài giây.\n")


def _list(out: TextIO) -> None:
    from baro.channels.wording.webhook_states import state_told
    from baro.records.queries.webhooks import webhooks_told

    told = webhooks_told()
    for one in told:
        out.write(f"{one.id}  {one.username}  {one.url}\n    {', '.join(one.kinds)}\n    {state_told(one)}\n")
    if not told:
        out.write("Chưa có nơi nhận tin nào. Thêm bằng: baro webhook add TÀI_KHOẢN ĐỊA_CHỈ\n")
