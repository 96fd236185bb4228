"""Django's template engine on its own: no settings, no translation, no time zones; every value is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine  # type: ignore[import-untyped]

HERE = Path(__file__).parent


@cache
def _engine() -> Any:
    return Engine(dirs=[HERE / "templates"], autoescape=True)


def render(template: str, values: Mapping[str, object]) -> str:
    """Fill a template; what is not marked as safe markup is escaped."""
    filled = _engine().get_template(template).render(Context(dict(values), use_l10n=False, use_tz=False))
    return str(filled)


@cache
def asset(name: str) -> str:
    """Read a style sheet or script that goes into the page."""
    return (HERE / "assets" / name).read_text(encoding="utf-8").strip()
