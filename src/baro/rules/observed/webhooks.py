"""Telling other programs what happened: which acts are told under which name, to what address, how often that is tried.

How long is tried is a choice of ours: three days, so that a receiver that stops on a Friday evening is mended on the Monday.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from baro.rules.prescribed.refusals import Refused


class EventKind(StrEnum):
    """What a program may be told of."""

    DELIVERY_RECEIVED = "delivery.received"
    QUESTION_ASKED = "question.asked"
    QUESTION_ANSWERED = "question.answered"
    QUESTION_SETTLED = "question.settled"
    BRIEFING_FROZEN = "briefing.frozen"


KIND_OF = {
    "import.received": EventKind.DELIVERY_RECEIVED,
    "signal.asked": EventKind.QUESTION_ASKED,
    "signal.answered": EventKind.QUESTION_ANSWERED,
    "signal.judged": EventKind.QUESTION_SETTLED,
    "briefing.frozen": EventKind.BRIEFING_FROZEN,
}
"""The kind of act -> the kind of event; other acts are told to no program."""
DELAYS = (
    timedelta(seconds=5), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2),
    timedelta(hours=5), timedelta(hours=10), timedelta(hours=14), timedelta(hours=20),
    timedelta(hours=24),
)  # fmt: skip
"""How long to wait after the first failure, the second and so on; after one more, sending is given up."""
_LONGEST = 500


def next_try(failures: int, at: datetime) -> datetime | None:
    """Say when to try again after so many failures in a row; None: not any more."""
    return at + DELAYS[failures - 1] if failures <= len(DELAYS) else None


def check_webhook(url: str, kinds: tuple[str, ...], *, plain_http: bool) -> None:
    """Refuse an address that is none, is not encrypted (unless the authority lets its own network do without), or holds a
    secret: addresses stand in the ledger for ever; and no kind of event, or an unknown one. Raises `Refused("webhook.url" |
    "webhook.not_https" | "webhook.kinds")`."""
    scheme = _scheme(url)
    if scheme is None or len(url) > _LONGEST:
        raise Refused("webhook.url", url=url[:_LONGEST])
    if scheme == "http" and not plain_http:
        raise Refused("webhook.not_https", url=url)
    if not kinds or set(kinds) - set(EventKind):
        raise Refused("webhook.kinds", known=", ".join(EventKind))


def _scheme(url: str) -> str | None:
    """The scheme of an address that can be sent to."""
    try:
        told = urlsplit(url)
        is_whole = told.hostname and (told.port is None or told.port)
    except ValueError:
        return None
    is_plain = url.isascii() and url.isprintable() and " " not in url
    has_more = "@" in told.netloc or "?" in url or "#" in url
    return told.scheme if is_whole and is_plain and not has_more and told.scheme in ("http", "https") else None
