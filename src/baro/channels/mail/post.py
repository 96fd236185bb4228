"""The way to the authority's mail server: one connection for a run, opened when the first letter goes."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Literal, Self

from baro.rules.prescribed.refusals import Refused

_PATIENCE, _FINE = 30, 250  # seconds; what a server answers to what it did


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where letters are handed over: `tls` from the first byte ("tls"), after asking for it ("starttls"), or none ("none",
    for a server on this machine); `user` "" for one that asks nobody."""

    host: str
    port: int
    tls: Literal["starttls", "tls", "none"]
    sender: str
    user: str = ""
    password: str = ""
    authorities: str = ""


class Post:
    """Hands letters over, one after the other."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._line: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def send(self, letter: EmailMessage, name: str) -> None:
        """Hand over a letter for the account of a name. Raises `Refused("mail.refused")` for one that the server does not take,
        `Refused("mail.unreachable")` where it cannot be reached, which the next letter would not change."""
        try:
            self._opened().send_message(letter)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as no:
            self._hang_up()
            raise Refused("mail.refused", name=name, reason=_said(no)) from None
        except (OSError, smtplib.SMTPException) as broken:
            self._hang_up()
            where = {"host": self._server.host, "port": self._server.port}
            raise Refused("mail.unreachable", **where, reason=_said(broken)) from None

    def _opened(self) -> smtplib.SMTP:
        if self._line is not None and not _is_open(self._line):
            self._hang_up()
        if self._line is None:
            self._line = self._connected()
        return self._line

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        trusted = ssl.create_default_context(cafile=server.authorities or None)
        line: smtplib.SMTP
        if server.tls == "tls":
            line = smtplib.SMTP_SSL(server.host, server.port, timeout=_PATIENCE, context=trusted)
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=_PATIENCE)
        if server.tls == "starttls":
            line.starttls(context=trusted)
        if server.user:
            line.login(server.user, server.password)
        return line

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            try:
                line.quit()
            except (OSError, smtplib.SMTPException):
                line.close()


def _is_open(line: smtplib.SMTP) -> bool:
    """Say whether a server that took a letter before still listens: some hang up after a few."""
    try:
        return line.noop()[0] == _FINE
    except (OSError, smtplib.SMTPException):
        return False


def _said(error: Exception) -> str:
    """What the server said, without the address it was said of."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
        return f"{code} {_plain(words)}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_plain(error.smtp_error)}"
    return str(error) or type(error).__name__


def _plain(words: bytes | str) -> str:
    told = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(told.split())
