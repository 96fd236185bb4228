"""Where a page of a list begins: after which row (`sau`), and by what that row is ordered (`sau-luc`, or as the list calls it)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from urllib.parse import urlencode

LAST, AT = "sau", "sau-luc"


def moment_place(told: Mapping[str, str]) -> tuple[datetime, str] | None:
    """The moment and the id after which a page begins; None where the address tells none that can be read."""
    at, last = _told(told, AT)
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (moment, last) if last and moment.tzinfo else None


def day_place(told: Mapping[str, str], named: str = AT) -> tuple[date, str] | None:
    """The day and the id after which a page begins; None where the address tells none that can be read."""
    at, last = _told(told, named)
    try:
        return (date.fromisoformat(at), last) if last else None
    except ValueError:
        return None


def next_page(told: Mapping[str, str], last: str, at: date | datetime | None, named: str = AT) -> str:
    """The question of the page after a row, with the other words of the address."""
    return "?" + urlencode({**told, LAST: last, named: at.isoformat() if at else ""})


def rows_before(ids: Sequence[str], told: Mapping[str, str]) -> int:
    """How many rows of a list that is read as a whole stand before a page; 0 where the address names none of them."""
    last = told.get(LAST, "")
    return ids.index(last) + 1 if last in ids else 0


def page_behind(told: Mapping[str, str], last: str) -> str:
    """The question of the page after a row of a list that is read as a whole, with the other words of the address."""
    return "?" + urlencode({**told, LAST: last})


def _told(told: Mapping[str, str], named: str) -> tuple[str, str]:
    return told.get(named, ""), told.get(LAST, "").replace("\0", "")
