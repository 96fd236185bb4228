"""The words of an address, and that each of them means something."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from django.http import HttpRequest

from baro.channels.wording.coordination_address import Asked, asked_of
from baro.channels.wording.periods import read_day
from baro.rules.prescribed.refusals import Refused


def words_of(request: HttpRequest) -> dict[str, str]:
    """Give the words of the address that say something."""
    return {name: word for name, word in request.GET.dict().items() if word}


def require_understood(told: Mapping[str, str], understood: AbstractSet[str]) -> None:
    """Refuse words of an address that mean nothing: a program would take all for what it asked. Raises
    `Refused("api.malformed")`."""
    if wrong := sorted(told.keys() - understood):
        raise Refused("api.malformed", fields=", ".join(wrong))


def asked_as_on_page(
    told: Mapping[str, str],
    names: Collection[str],
    choices: Mapping[str, Collection[str]],
    places: AbstractSet[str],
) -> Asked:
    """Read an address as its page does, but refuse what the page leaves out. `choices`: what a word may be; `places`: words
    that say where a page begins. Raises `Refused("api.malformed")`."""
    asked = asked_of(told, names)
    read = {name for name, word in asked.words.items() if word and word in choices.get(name, (word,))}
    require_understood(told, {name.replace("_", "-") for name in read} | places)
    return asked


def day_asked(told: Mapping[str, str], today: date, word: str = "ngay") -> date:
    """The day of an address, today where it names none. Raises `Refused("api.malformed")` for what is no day."""
    if not told.get(word):
        return today
    day = read_day(told[word])
    if day is None:
        raise Refused("api.malformed", fields=word)
    return day
