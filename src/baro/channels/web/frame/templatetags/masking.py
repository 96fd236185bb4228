"""How a value that may not be seen is drawn: a sign, and a word for who listens."""

from typing import Any

from django import template
from django.utils.html import format_html

from baro.channels.wording.rights import CLASSES
from baro.rules.prescribed.policy.masking import VEIL, Hidden

register = template.Library()


@register.filter
def shown(value: Any) -> Any:
    """Draw a value, or the sign that it may not be seen, with its class."""
    if not isinstance(value, Hidden):
        return value
    why = f"Ẩn: {CLASSES[int(value.field_class)]}"
    return format_html(
        '<span class="veil" title="{}"><span aria-hidden="true">{}</span><span class="visually-hidden">{}</span></span>',
        why, VEIL, why,
    )  # fmt: skip
