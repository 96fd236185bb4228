"""The body whose dossiers an address asks for, and by the structure of which days: `thuoc`, with `chi=1` for the body alone,
and `co-cau`: a day, or two (names and bodies of the first, carried forward to the second)."""

from collections.abc import Mapping
from datetime import date

from baro.channels.wording.body_lines import bodies_called
from baro.rules.prescribed.structures import Under

WORDS = ("thuoc", "chi", "co-cau")


def under_of(told: Mapping[str, str]) -> tuple[Under | None, dict[str, str]]:
    """Read the words; gives what is asked for, None for nothing, and the words that say so. A text that means no body, or
    several, asks for what nobody has."""
    text = " ".join(told.get("thuoc", "").replace("\0", "").split())[:255]
    if not text:
        return None, {}
    found = bodies_called(text)
    body = found.pop() if len(found) == 1 else text
    days = [_day(part) for part in told.get("co-cau", "").split("/")][:2]
    on, later = (days[0] if days else None), (days[1] if len(days) > 1 else None)
    under = Under(body=body, below=told.get("chi", "") != "1", on=on, later=later)
    return under, words_of(under)


def words_of(under: Under) -> dict[str, str]:
    """Write it as words."""
    told = {"thuoc": under.body, "chi": "" if under.below else "1", "co-cau": days_word(under.on, under.later)}
    return {name: word for name, word in told.items() if word}


def days_word(on: date | None, later: date | None) -> str:
    """Write the days of a structure."""
    return "/".join(f"{day:%Y-%m-%d}" for day in (on, later) if day) if on else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
