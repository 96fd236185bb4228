"""What the address of a list asks for: words, choices, a period, from which line on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from baro.channels.wording.periods import period_told
from baro.rules.counted.periods import QUARTER, YEAR, Period, period_of, read_period
from baro.rules.prescribed.folding import fold_words

PAGE, MOST_PERIODS = 50, 40
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The words of the address by name ("": not asked for), and from which line on."""

    words: Mapping[str, str]
    start: int = 0

    def changed(self, **to: str) -> str:
        """The address with other words, from the first line on; a `_` in a name is a `-` there."""
        told = {**self.words, **to}
        return "?" + urlencode({name.replace("_", "-"): word for name, word in told.items() if word})

    @property
    def address(self) -> str:
        """The address as it is, from the first line on."""
        return self.changed()

    @property
    def is_filtered(self) -> bool:
        """Say whether anything is asked for."""
        return any(self.words.values())

    @property
    def period(self) -> Period | None:
        """The period asked for."""
        return read_period(self.words.get("ky", ""))

    def finds(self, text: str) -> bool:
        """Say whether a text has the words looked for, whatever their diacritics."""
        folded = fold_words(text)
        return all(word in folded for word in fold_words(self.words.get("tim", "")).split())

    def page(self, lines: Sequence[Any], tell: Callable[[Any], object]) -> dict[str, object]:
        """The lines of the page as they are told, how many there are, and the addresses of the first page and the next."""
        return {
            "lines": [tell(one) for one in lines[self.start : self.start + PAGE]],
            "count": len(lines),
            "next": self.changed(tu=str(self.start + PAGE)) if len(lines) > self.start + PAGE else "",
            "first": self.changed() if self.start else "",
        }


def asked_of(told: Mapping[str, str], names: Iterable[str]) -> Asked:
    """Read the address; what is not among the names, or no text, is left out."""
    words = {
        name: " ".join(told.get(name.replace("_", "-"), "").replace("\0", "").split())[:_LONGEST] for name in names
    }
    start = told.get("tu", "")
    if "ky" in words and read_period(words["ky"]) is None:
        words["ky"] = ""
    return Asked(words=words, start=int(start) if start.isdecimal() and len(start) < 6 else 0)


def is_within(day: date, period: Period | None) -> bool:
    """Say whether a day lies in the period asked for, if any is."""
    return period is None or period.first <= day < period.end


def period_choices(days: Iterable[date]) -> list[tuple[str, str]]:
    """The years and quarters in which some days lie, the last first: as the address has them, as they are told."""
    found = {period_of(day, months) for day in days for months in (YEAR, QUARTER)}
    ordered = sorted(found, key=lambda one: (one.year, one.months == YEAR, one.number), reverse=True)
    return [(one.written, period_told(one)) for one in ordered[:MOST_PERIODS]]
