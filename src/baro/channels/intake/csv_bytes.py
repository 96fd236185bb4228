"""The bytes of a CSV file as UTF-8, read once from the front: unpacked, decoded, looked at for what no text holds."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path

from baro.channels.intake.archives import gunzip
from baro.rules.prescribed.refusals import Refused

_CHUNK = 4 * 1024 * 1024
HEAD = 1024 * 1024  # the header and the first rows are looked for in this much
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class CsvBytes(io.RawIOBase):
    """A file-like object for the parser. `position` counts bytes of the file itself, for progress.

    `ending` is a last record handed to the parser after the file's own: if it does not come out again, a quotation mark
    was left open. Raises `Refused("csv.binary" | "csv.encoding" | "archive.…")` out of `read`.
    """

    def __init__(self, path: Path, encoding: str = "", *, skip: int = 0, ending: bytes = b"") -> None:
        self._path = path
        self._skip = skip
        self._ending = ending
        self.position = 0
        self.refusal: Refused | None = None
        self._chunks = self._decoded(encoding)
        self._held = memoryview(b"")

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Give at most `size` bytes; fewer than that are no sign of the end."""
        if not self._held:
            self._held = memoryview(self._next())
        part = self._held if size < 0 else self._held[:size]
        self._held = self._held[len(part) :]
        return bytes(part)

    def head(self) -> bytes:
        """Give the first bytes, up to `HEAD`."""
        parts: list[bytes] = []
        while sum(map(len, parts)) < HEAD and (chunk := self._next()):
            parts.append(chunk)
        return b"".join(parts)[:HEAD]

    def _next(self) -> bytes:
        try:
            return next(self._chunks, b"")
        except Refused as refusal:  # the parser would wrap it
            self.refusal = refusal
            raise

    def _decoded(self, encoding: str) -> Iterator[bytes]:
        raw = self._raw()
        first = next(raw, b"")
        chosen = encoding if encoding not in ("", "utf-8") else "utf-8"
        for bom, name in _BOMS:
            if first.startswith(bom):
                chosen = name
        if chosen == "utf-8-sig":
            first, chosen = first[len(codecs.BOM_UTF8) :], "utf-8"
        chunks = self._chain(first, raw) if chosen == "utf-8" else self._recoded(chosen, self._chain(first, raw))
        last = b"\n"
        for chunk in self._without_skipped(chunks):
            if b"\0" in chunk:
                raise Refused("csv.binary", file=self._path.name)
            last = chunk[-1:]
            yield chunk
        if self._ending:
            yield self._ending if last in (b"\n", b"\r") else b"\n" + self._ending

    def _raw(self) -> Iterator[bytes]:
        if self._path.suffix.lower() == ".gz":
            for chunk in gunzip(self._path):
                self.position += len(chunk)
                yield chunk
            return
        with self._path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                self.position += len(chunk)
                yield chunk

    def _recoded(self, encoding: str, chunks: Iterator[bytes]) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            for chunk in chunks:
                if text := decoder.decode(chunk):
                    yield text.encode()
            if text := decoder.decode(b"", True):
                yield text.encode()
        except (UnicodeDecodeError, UnicodeEncodeError):
            raise Refused("csv.encoding", file=self._path.name) from None

    @staticmethod
    def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
        if first:
            yield first
        yield from rest

    def _without_skipped(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        left = self._skip
        for chunk in chunks:
            kept = chunk[left:] if left else chunk
            left = max(0, left - len(chunk))
            if kept:
                yield kept
