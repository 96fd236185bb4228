"""What a request says, read: a text that no database of ours keeps is refused before anything is asked by it."""

from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from baro.rules.prescribed.refusals import Refused


class Reader(Parser):
    """Reads what is sent along. PostgreSQL keeps no text with a NUL in it, nor is it asked for one."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Read a body of JSON. Raises `Refused("api.malformed")`."""
        return _keepable(super().parse_body(request))

    def parse_querydict(
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Read a form, or the words of an address: those that an address may hold, its list says. Raises
        `Refused("api.malformed")`."""
        told: dict[str, Any] = super().parse_querydict(data, list_fields, request)
        return told if data is request.GET else _keepable(told)


def _keepable(told: Any) -> Any:
    fields = told.items() if isinstance(told, dict) else [("", told)]
    if wrong := [name.replace("\0", "") for name, said in fields if _holds_nul(said)]:
        raise Refused("api.malformed", fields=", ".join(wrong))
    return told


def _holds_nul(said: Any) -> bool:
    if isinstance(said, str):
        return "\0" in said
    parts = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
    return any(_holds_nul(part) for part in parts)
