"""Where a page of a list begins: after which row (`sau`), and by what that row is ordered (`sau-luc`, or as the list calls it)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar
from urllib.parse import urlencode

LAST, AT = "sau", "sau-luc"
Line = TypeVar("Line")


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


def words_of_place(place: object) -> set[str]:
    """The words by which an address tells where a page begins, where it tells it (`place`)."""
    return {LAST, AT} if place else set()


def next_page(told: Mapping[str, str], last: str, at: date | datetime | None, named: str = AT) -> str:
    """The question of the page after a row, with the other words of the address."""
    return "?" + urlencode({**told, LAST: last, named: at.isoformat() if at else ""})


def page_after(
    found: Iterable[Line],
    place: Callable[[Line], tuple[date, str]],
    after: tuple[date, str] | None,
    most: int,
    *,
    is_last_first: bool = True,
) -> tuple[list[Line], tuple[str, date] | None]:
    """A page of lines that are judged in memory, and the id and the day of its last line (None: no more follow). `place` tells
    the day and the id of a line, by which they are ordered."""

    def order(one: tuple[date, str]) -> tuple[int, str]:
        day, last = one
        return (-day.toordinal() if is_last_first else day.toordinal()), last

    ordered = sorted(found, key=lambda one: order(place(one)))
    rest = [one for one in ordered if after is None or order(place(one)) > order(after)]
    page = rest[:most]
    if len(rest) <= most:
        return page, None
    day, last = place(page[-1])
    return page, (last, day)


def rows_before(ids: Sequence[str], told: Mapping[str, str]) -> int:
    """How many rows of a list that is read as a whole stand before a page; 0 where the address names none of them."""
    last = told.get(LAST, "")
    return ids.index(last) + 1 if last in ids else 0


def page_behind(told: Mapping[str, str], last: str) -> str:
    """The question of the page after a row of a list that is read as a whole, with the other words of the address."""
    return "?" + urlencode({**told, LAST: last})


def _told(told: Mapping[str, str], named: str) -> tuple[str, str]:
    return told.get(named, ""), told.get(LAST, "").replace("\0", "")
