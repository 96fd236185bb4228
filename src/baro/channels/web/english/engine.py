"""The engine that makes pages: in Vietnamese by the templates as they are written, in English by their English.

Vietnamese costs one question more for each page: which language was chosen.
"""

from typing import Any

from django.template import Engine, Origin
from django.template.backends.django import DjangoTemplates, Template, reraise
from django.template.exceptions import TemplateDoesNotExist
from django.template.loaders.cached import Loader
from django.utils.translation import get_language

from baro.channels.web.english.catalogue import catalogue
from baro.channels.web.english.rewriting import in_english

ENGLISH = "en"
_HOUSE = "baro/channels/web/"


class EnglishLoader(Loader):
    """Reads our own templates in English, once in a process; those of libraries speak English by themselves."""

    def get_contents(self, origin: Origin) -> str:
        """Give the source of a template."""
        source = super().get_contents(origin)
        if _HOUSE not in origin.name:
            return source
        return in_english(source, str(origin.template_name), catalogue().sentences)


class Bilingual(DjangoTemplates):
    """Django's engine, and beside it one that reads the same templates in English."""

    def __init__(self, params: dict[str, Any]) -> None:
        options = dict(params["OPTIONS"])
        super().__init__(params)
        plain = "django.template.loaders"
        inner = [f"{plain}.filesystem.Loader", f"{plain}.app_directories.Loader"]
        options |= {
            "libraries": self.engine.libraries,
            "builtins": ["baro.channels.web.english.templatetags.english"],
            "loaders": [(f"{EnglishLoader.__module__}.{EnglishLoader.__name__}", inner)],
        }
        self.english = Engine(dirs=list(self.dirs), app_dirs=False, **options)

    def get_template(self, template_name: str) -> Template:
        """Give a template in the language that was chosen."""
        if get_language() != ENGLISH:
            return super().get_template(template_name)
        try:
            return Template(self.english.get_template(template_name), self)
        except TemplateDoesNotExist as missing:
            reraise(missing, self)
