"""Parse an XML file of a process safely: no DTD, no entities, no network, bounded size and depth.

The prologue is looked at first by a parser that stops at a DTD before it has read it; only then is the tree built.
"""

from pathlib import Path
from xml.parsers import expat

from lxml import etree

from baro.rules.prescribed.refusals import Refused

LARGEST = 20 * 1024 * 1024
Element = etree._Element  # the only name lxml has for it


class _Seen(Exception):
    """Ends the look at the prologue."""


def parse_xml(path: str | Path) -> Element:
    """Parse a file and give its root.

    Raises `Refused("xml.dtd" | "xml.too_deep" | "xml.broken" | "process.too_large")`.
    """
    path = Path(path)
    if path.stat().st_size > LARGEST:
        raise Refused("process.too_large", file=path.name, limit=LARGEST // 2**20)
    raw = path.read_bytes()
    _look_at_prologue(path.name, raw)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise _told(path.name, error) from None
    return root


def name_of(element: Element) -> tuple[str, str]:
    """Give (namespace, local name) of an element; ("", "") for a processing instruction."""
    if not isinstance(element.tag, str):
        return "", ""
    name = etree.QName(element)
    return name.namespace or "", name.localname


def line_of(element: Element) -> int:
    """Give the line on which an element begins."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _told(file: str, error: etree.XMLSyntaxError) -> Refused:
    if "depth" in str(error).lower():
        return Refused("xml.too_deep", file=file, limit=256)
    return Refused("xml.broken", file=file, line=int(error.lineno or 0))


def _look_at_prologue(file: str, raw: bytes) -> None:
    parser = expat.ParserCreate()
    seen_dtd = False

    def dtd(*_: object) -> None:
        nonlocal seen_dtd
        seen_dtd = True
        raise _Seen

    def root(*_: object) -> None:
        raise _Seen

    parser.StartDoctypeDeclHandler = dtd
    parser.StartElementHandler = root
    try:
        parser.Parse(raw, True)
    except _Seen:
        if seen_dtd:
            raise Refused("xml.dtd", file=file, part=file) from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused("xml.broken", file=file, line=getattr(error, "lineno", 1)) from None
