"""A QR code as one path of a picture: no image library, nothing that the page's policy of content forbids."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Qr:
    """A code by its width in modules, margin included, and the path of its dark modules."""

    width: int
    path: str


def qr_of(text: str) -> Qr:
    """Draw a text."""
    return Qr(*import_string(settings.QR_DRAWER)(text))
