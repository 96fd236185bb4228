"""QR codes: as one path for a page or a picture of lines, and as a picture of points for a word processor."""

import io

from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

_MARGIN = 4  # modules of quiet zone, as the standard asks
_POINTS = 8  # of a module in a picture of points


def path_of(text: str) -> tuple[int, str]:
    """Draw a text: the width in modules, margin included, and the path of the dark modules."""
    rows = _rows(text)
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return len(rows), "".join(dark)


def svg_of(text: str) -> str:
    """Draw a text as a picture of lines."""
    width, path = path_of(text)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}"><path d="{path}"/></svg>'


def png_of(text: str) -> bytes:
    """Draw a text as a picture of points; the same text gives the same bytes."""
    rows = _rows(text)
    picture = Image.new("1", (len(rows), len(rows)), 1)
    picture.putdata([0 if is_dark else 1 for row in rows for is_dark in row])
    out = io.BytesIO()
    side = len(rows) * _POINTS
    picture.resize((side, side), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


def _rows(text: str) -> list[list[bool]]:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=_MARGIN)
    code.add_data(text.encode())
    code.make(fit=True)
    return code.get_matrix()  # type: ignore[return-value]
