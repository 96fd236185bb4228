"""A digest as a letter: what waits for somebody, in Vietnamese, as plain text and as simple HTML.

A letter leaves the house unsealed: it tells counts, units, codes of dossiers and days, and where to look; never a name, a
cause or what somebody wrote.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from hashlib import sha256
from html import escape

from baro.channels.wording.notices import counted, fresh_told, notice_told
from baro.rules.judged.notices import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A notice as a letter tells it: the notice, the address of the list behind it, and lines of what it counts."""

    notice: Notice
    address: str
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What a letter is written from: to which address, for which person (by id), of which day, from which agency; as of which
    moment the dossiers are; where the page of notices and that of the address are."""

    to: str
    person: str
    day: date
    agency: str
    as_of: datetime | None
    told: Sequence[Told]
    page: str
    own_address: str


def letter_of(digest: Digest, sender: str) -> EmailMessage:
    """Write a digest. The letter's own name is the same whenever it is written for the person and the day, so that who gets
    it twice can tell."""
    letter = EmailMessage()
    letter["Subject"] = f"Ba Rõ: {counted(len(digest.told))} thông báo ngày {digest.day:%d/%m/%Y}"
    letter["From"] = Address("Ba Rõ", addr_spec=sender)
    letter["To"] = digest.to
    letter["Message-ID"] = f"<{_name(digest)}@{sender.partition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence is to answer it
    letter.set_content(_text(digest))
    letter.add_alternative(_html(digest), subtype="html")
    return letter


def _name(digest: Digest) -> str:
    return sha256(f"{digest.person}/{digest.day}".encode()).hexdigest()[:32]


def _text(digest: Digest) -> str:
    told = [f"{_heading(digest)}\n"]
    for one in digest.told:
        told += [f"- {_sentence(one)}", *(f"    {line}" for line in one.lines), f"    {one.address}", ""]
    return "\n".join([*told, f"Mọi thông báo, và nơi ghi là đã biết: {digest.page}", "", *_foot(digest)]) + "\n"


def _html(digest: Digest) -> str:
    items = "".join(_item(one) for one in digest.told)
    foot = "<br>".join(map(escape, _foot(digest)))
    return (
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Ba Rõ</title></head><body>'
        f"<p>{escape(_heading(digest))}</p><ul>{items}</ul>"
        f'<p><a href="{escape(digest.page)}">Mọi thông báo, và nơi ghi là đã biết</a></p><p><small>{foot}</small></p>'
        "</body></html>\n"
    )


def _item(one: Told) -> str:
    lines = "".join(f"<br>{escape(line)}" for line in one.lines)
    return f'<li><a href="{escape(one.address)}">{escape(_sentence(one))}</a>{lines}</li>'


def _sentence(one: Told) -> str:
    back = fresh_told(one.notice)
    return notice_told(one.notice) + (f" ({back})" if back else "")


def _heading(digest: Digest) -> str:
    agency = f"{digest.agency}: " if digest.agency else ""
    as_of = f"; hồ sơ tính đến {digest.as_of:%H:%M %d/%m/%Y}" if digest.as_of else ""
    return f"{agency}{counted(len(digest.told))} thông báo chờ bạn{as_of}."


def _foot(digest: Digest) -> list[str]:
    return [
        "Thư tự động, mỗi ngày nhiều nhất một thư, chỉ khi có thông báo chưa biết. Xin đừng trả lời thư này.",
        f"Đổi địa chỉ nhận, hoặc thôi nhận: {digest.own_address}",
    ]
