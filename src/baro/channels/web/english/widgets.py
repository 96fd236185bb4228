"""Fields of forms in English: what their choices are called, and what is read aloud of them."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.translation import get_language

from baro.channels.web.english.catalogue import Catalogue, catalogue
from baro.channels.web.english.engine import ENGLISH
from baro.channels.web.english.pieces import READ_ALOUD
from baro.channels.web.english.spoken import CHOICES_OF_DATA


class BilingualFields(DjangoTemplates):
    """Django's own way to draw fields. Where the choices of a field are data they stay, but for how they are grouped."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Draw a field in the language that was chosen."""
        if get_language() == ENGLISH and "widget" in context:
            context = context | {"widget": _said(context["widget"], catalogue())}
        return str(super().render(template_name, context, request))


def _said(widget: dict[str, Any], known: Catalogue) -> dict[str, Any]:
    said = dict(widget)
    attributes = widget.get("attrs") or {}
    said["attrs"] = {n: known.say(v) if n in READ_ALOUD and type(v) is str else v for n, v in attributes.items()}
    is_data = widget.get("name") in CHOICES_OF_DATA
    if "optgroups" in widget:
        said["optgroups"] = [
            (_words(name, known), [one if is_data and one["value"] else _choice(one, known) for one in choices], index)
            for name, choices, index in widget["optgroups"]
        ]
    return said


def _choice(one: dict[str, Any], known: Catalogue) -> dict[str, Any]:
    return one | {"label": _words(one["label"], known)}


def _words(value: Any, known: Catalogue) -> Any:
    return known.say(value) if type(value) is str else value
