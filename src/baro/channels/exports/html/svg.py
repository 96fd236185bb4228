"""Small helpers for drawing SVG that lives inside a page: no addresses, no identifiers, everything escaped."""

import re
from html import escape as escape

from baro.channels.exports.formatting import printable
from baro.channels.exports.html.fonts import width_of

_NAMESPACE = re.compile(r' (?:xmlns(?::\w+)?|version)="[^"]*"')

_IDENTIFIER = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r"url\(#([^)]*)\)")


def inline(svg: str, name: str) -> str:
    """Make a stand-alone SVG fit for a page: no namespaces, which HTML implies; identifiers renamed after the chart,
    since the drawing engine numbers them through the whole process."""
    head, rest = svg.split(">", 1)
    renamed = {old: f"{name}-{k}" for k, old in enumerate(dict.fromkeys(_IDENTIFIER.findall(rest)))}
    rest = _IDENTIFIER.sub(lambda m: f' id="{renamed[m[1]]}"', rest)
    rest = _REFERENCE.sub(lambda m: f"url(#{renamed.get(m[1], m[1])})", rest)
    return f"{_NAMESPACE.sub('', head)}>{rest}"


def element(name: str, inner: str = "", **attributes: object) -> str:
    """Write one element; attribute names use "_" for "-" (a trailing one is dropped)."""
    written = "".join(f' {_key(k)}="{_value(v)}"' for k, v in attributes.items())
    return f"<{name}{written}>{inner}</{name}>"


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """Write a line of text."""
    return element("text", escape(printable(words)), x=x, y=y, **attributes)


def wrap(words: str, width: float, size: float, most: int, weight: int = 400) -> list[str]:
    """Break a label into at most `most` lines of `width` pixels; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in printable(words).split():
        candidate = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(candidate, size, weight) <= width:
            lines[-1] = candidate
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += "…"
    return [_clip(line, width, size, weight) for line in kept]


def _clip(line: str, width: float, size: float, weight: int) -> str:
    if width_of(line, size, weight) <= width:
        return line
    bare = line.rstrip("…")
    while bare and width_of(bare + "…", size, weight) > width:
        bare = bare[:-1]
    return bare.rstrip() + "…"


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else escape(str(value))
