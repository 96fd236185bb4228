"""The words of an address, and that each of them means something."""

from collections.abc import Set as AbstractSet

from django.http import HttpRequest

from baro.rules.prescribed.refusals import Refused


def words_of(request: HttpRequest) -> dict[str, str]:
    """Give the words of the address that say something."""
    return {name: word for name, word in request.GET.dict().items() if word}


def require_understood(told: dict[str, str], understood: AbstractSet[str]) -> None:
    """Refuse words of an address that mean nothing: a program would take all for what it asked. Raises
    `Refused("api.malformed")`."""
    if wrong := sorted(told.keys() - understood):
        raise Refused("api.malformed", fields=", ".join(wrong))
