"""Be Vietnam Pro (SIL OFL 1.1), cut down to Latin and Vietnamese and embedded; cut once per process.

The family has no tabular figures, so columns of numbers use a second, ten-glyph face whose digits share one width.
"""

import base64
import io
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro  # type: ignore[import-untyped]
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FOLDER = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
FAMILY = "Be Vietnam Pro"
DIGITS_FAMILY = "Be Vietnam Pro So"
DIGIT_WIDTH = 660  # of 1000 units: the mean digit; "4" and "1" are centred in it
_WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}
_DIGITS = list(range(0x30, 0x3A))
_LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1,
    0x1AF, 0x1B0, *range(0x300, 0x304), 0x306, 0x309, 0x31B, 0x323, *range(0x1EA0, 0x1EFA), 0x2013, 0x2014, 0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AB, 0x2212, 0x2264, 0x2265,
]  # fmt: skip


@cache
def font_faces() -> str:
    """Return the @font-face rules with the fonts inside them."""
    faces = [_face(FAMILY, weight, _cut(weight, _LETTERS, tabular=False)) for weight in _WEIGHTS]
    faces += [_face(DIGITS_FAMILY, weight, _cut(weight, _DIGITS, tabular=True)) for weight in (400, 600)]
    return "".join(faces)


def font_files() -> dict[str, bytes]:
    """Return the same fonts as woff2 files by name, for pages that a server sends."""
    named = {f"be-vietnam-pro-{weight}.woff2": _cut(weight, _LETTERS, tabular=False) for weight in _WEIGHTS}
    return named | {f"digits-{weight}.woff2": _cut(weight, _DIGITS, tabular=True) for weight in (400, 600)}


def width_of(text: str, size: float, weight: int = 400) -> float:
    """Measure a line of text in pixels as the page will draw it."""
    widths, fallback = _widths(weight)
    return sum(widths.get(ord(c), fallback) for c in text) * size / 1000


@cache
def _widths(weight: int) -> tuple[dict[int, int], int]:
    font = _open(weight)
    metrics = font["hmtx"]
    return {code: metrics[glyph][0] for code, glyph in font.getBestCmap().items()}, 700


def _open(weight: int) -> Any:
    return TTFont(FOLDER / f"BeVietnamPro-{_WEIGHTS[weight]}.ttf", recalcTimestamp=False)


def _face(family: str, weight: int, woff2: bytes) -> str:
    source = f"url(data:font/woff2;base64,{base64.b64encode(woff2).decode()}) format('woff2')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};src:{source}}}\n"


def _cut(weight: int, codes: list[int], *, tabular: bool) -> bytes:
    font = _open(weight)
    options = subset.Options(flavor="woff2", hinting=False, layout_features=["ccmp", "kern", "locl", "mark", "mkmk"])
    if tabular:
        options.layout_features = []
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    if tabular:
        _share_one_width(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def _share_one_width(font: Any) -> None:
    """Centre each digit in the same advance."""
    metrics, glyphs = font["hmtx"], font["glyf"]
    for name in {glyph for code, glyph in font.getBestCmap().items() if code in _DIGITS}:
        advance, bearing = metrics[name]
        shift = (DIGIT_WIDTH - advance) // 2
        glyphs[name].coordinates.translate((shift, 0))
        glyphs[name].recalcBounds(glyphs)
        metrics[name] = (DIGIT_WIDTH, bearing + shift)
