"""Says a value in English, where a template read in English shows words of the software."""

from typing import Any

from django import template
from django.contrib.messages.storage.base import Message

from baro.channels.web.english.catalogue import catalogue

register = template.Library()


@register.filter
def english(value: Any, only: str = "") -> Any:
    """Say words in English; what is no text, or is markup already, stays as it is. `only` these, where they are told."""
    if only and value not in only.split("|"):
        return value
    if isinstance(value, Message):
        value = str(value)
    return catalogue().say(value) if type(value) is str else value
