"""A QR code as one path of a picture: no image library, nothing that the page's policy of content forbids."""

from dataclasses import dataclass

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

_MARGIN = 4  # modules of quiet zone, as the standard asks


@dataclass(frozen=True, slots=True)
class Qr:
    """A code by its width in modules, margin included, and the path of its dark modules."""

    width: int
    path: str


def qr_of(text: str) -> Qr:
    """Draw a text."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=_MARGIN)
    code.add_data(text.encode())
    code.make(fit=True)
    rows = code.get_matrix()
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Qr(len(rows), "".join(dark))
