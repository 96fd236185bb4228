"""How large a PDF would become: its packed streams unpacked piece by piece and thrown away, before any library opens them."""

import re
import zlib
from collections.abc import Iterator

from baro.rules.prescribed.refusals import Refused

MOST_INSIDE = 600 * 1024 * 1024  # sixty scanned pages in grey at 300 dots per inch, packed without loss
_AT_ONCE = 1024 * 1024
_BEGIN = re.compile(rb"stream\r?\n")


def check_size_inside(content: bytes) -> None:
    """Refuse a file whose streams together unpack to more than a machine should hold; what is read counts too, so that streams
    laid within streams end as soon. Raises `Refused("paper.too_big_inside")`."""
    left = MOST_INSIDE
    for found in _BEGIN.finditer(content):
        for size in _unpacked(memoryview(content)[found.end() :]):
            left -= size
            if left < 0:
                raise Refused("paper.too_big_inside")


def _unpacked(packed: memoryview) -> Iterator[int]:
    """How many bytes come of a stream, piece by piece; none if it is not packed this way."""
    unpack, place = zlib.decompressobj(), 0
    rest = b""
    try:
        while not unpack.eof:
            piece = rest or bytes(packed[place : place + _AT_ONCE])
            place += 0 if rest else len(piece)
            if not piece:
                return
            made = len(unpack.decompress(piece, _AT_ONCE))
            rest = unpack.unconsumed_tail
            yield made + len(piece) - len(rest)
    except zlib.error:
        return
