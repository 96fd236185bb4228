"""`baro notices`: send each person the digest of today, once; to be run by a timer on working days."""

import getpass
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from baro.app.alone import Busy, alone_or_not
from baro.app.home import furnished_home
from baro.app.home_settings import FILE
from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.rules.prescribed.refusals import Refused

_DOES = "Gửi cho mỗi người thư tóm tắt thông báo của hôm nay; chạy lại trong ngày không gửi lại."
_NOTHING, _SENT, _NOWHERE, _FAILED = "không có gì mới hoặc đã gửi", "đã gửi", "chưa ghi địa chỉ", "chưa gửi được"


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Send what waits. A letter that the server does not take is told, and the others go on; where the server cannot be
    reached all stops. Raises `Refused("mail.…")`."""
    parser = command_parser("notices", _DOES)
    parser.add_argument("--dry-run", action="store_true", help="chỉ đếm, không gửi, không ghi")
    asked = parser.parse_args(list(words))
    home = furnished_home()
    start_records()
    try:
        with alone_or_not(home / "log" / "notices.lock"):
            done = _send_all(err, dry=asked.dry_run)
    except Busy:
        raise Refused("mail.running") from None
    told = ", ".join(f"{done[what]} {what}" for what in (_SENT, _NOTHING, _NOWHERE, _FAILED) if done[what])
    out.write(f"{'Thử, không gửi: ' if asked.dry_run else ''}{told or 'không có tài khoản nào'}.\n")
    return ExitCode.OUTPUT_FAILED if done[_FAILED] else ExitCode.DONE


def _send_all(err: TextIO, *, dry: bool) -> Counter[str]:
    from django.conf import settings

    from baro.app.digesting import Sender
    from baro.channels.mail.post import Post
    from baro.channels.wording import sentence
    from baro.records.queries.notices import mail_addresses

    said, place = settings.HOME_SETTINGS, str(settings.HOME / FILE)
    if said.mail is None:
        raise Refused("mail.no_settings", file=place)
    if not said.origin:
        raise Refused("mail.no_origin", file=place)
    done: Counter[str] = Counter()
    now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
    with Post(said.mail) as post:
        sender = Sender(post, said, f"os:{getpass.getuser()}", now)
        for name, person, address in mail_addresses():
            if not address:
                done[_NOWHERE] += 1
                continue
            try:
                done[_SENT if sender.send(name, person, address, dry=dry) else _NOTHING] += 1
            except Refused as refusal:
                if refusal.code != "mail.refused":
                    raise
                err.write(sentence(refusal) + "\n")
                done[_FAILED] += 1
    return done
