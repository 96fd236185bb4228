"""Says a value in English, where a template read in English shows words of the software."""

import re
from html import unescape
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from baro.channels.web.english.catalogue import catalogue

register = template.Library()
_BETWEEN = re.compile(r"(?<=>)[^<>]+(?=<)")


@register.filter
def english(value: Any, only: str = "") -> Any:
    """Say words in English; what is no text stays as it is, of markup the words between its tags are said. `only` these,
    where they are told."""
    if isinstance(value, Message | Promise):
        value = str(value)
    if only and not {value, *str(value).split(", ")} & set(only.split("|")):
        return value
    if type(value) is str:
        return catalogue().say(value)
    return mark_safe(_BETWEEN.sub(_between, value)) if type(value) is SafeString else value


def _between(found: re.Match[str]) -> str:
    said = catalogue().sentences.get(unescape(found[0]).strip())
    return found[0] if said is None else str(escape(said))
