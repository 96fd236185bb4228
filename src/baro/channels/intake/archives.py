"""Refuse hostile files before anything parses them: zip containers (XLSX, DOCX) and gzip streams.

The check never unpacks to disk and never holds more than a chunk. The bounds are arguments, so that a caller with
smaller needs can be stricter.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from baro.channels.intake.sheet_scan import CountScan, ReachScan, SheetBounds
from baro.rules.prescribed.refusals import Refused

CHUNK = 256 * 1024
SMALL_PART = 64 * 1024  # the ratio says nothing about parts smaller than this
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ARCHIVE_MAGIC = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\x00")
_MAX_DIRECTORY = 1024 * 1024
_ENCRYPTED = 1


@dataclass(frozen=True, slots=True)
class ArchiveBounds:
    """What a container may hold: entries, unpacked/packed ratio of one entry, unpacked bytes in all, and the sheets."""

    entries: int = 2_000
    ratio: int = 100
    total: int = 200 * 1024 * 1024
    sheets: SheetBounds = SheetBounds()


@dataclass(frozen=True, slots=True)
class StreamBounds:
    """What a gzip stream may unpack to: bytes in all, and the ratio once `grace` bytes have come out."""

    total: int = 4 * 1024**3
    ratio: int = 100
    grace: int = 16 * 1024 * 1024


def check_archive(path: str | Path, bounds: ArchiveBounds = ArchiveBounds()) -> None:
    """Refuse a zip container (XLSX, DOCX) that is broken, hostile or beyond the bounds.

    Raises `Refused("archive.…")`; returns nothing when the file may be parsed.
    """
    path = Path(path)
    try:
        _check_directory_size(path, bounds)
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_entries(path.name, entries, bounds)
            _check_layout(path, archive, entries)
        _check_parts(path, entries, bounds)
    except (zipfile.BadZipFile, zlib.error, struct.error, UnicodeDecodeError, NotImplementedError, EOFError):
        raise Refused("archive.broken", file=path.name) from None


def gunzip(path: str | Path, bounds: StreamBounds = StreamBounds()) -> Iterator[bytes]:
    """Unpack a gzip file chunk by chunk, refusing it as soon as it grows beyond the bounds, or if it ends too early."""
    path = Path(path)
    packed = unpacked = 0
    is_inside = True  # within a member; an empty file is none either
    with path.open("rb") as stream:
        inflate = zlib.decompressobj(31)
        while raw := stream.read(CHUNK // 4):
            packed += len(raw)
            while raw:
                is_inside = True
                try:
                    chunk = inflate.decompress(raw, CHUNK)
                except zlib.error:
                    raise Refused("archive.broken", file=path.name) from None
                unpacked += len(chunk)
                _check_growth(path.name, packed, unpacked, bounds)
                if chunk:
                    yield chunk
                raw = inflate.unconsumed_tail
                if inflate.eof:  # a gzip file may be several members one after the other
                    raw, inflate, is_inside = inflate.unused_data.lstrip(b"\0"), zlib.decompressobj(31), False
    if is_inside:
        raise Refused("archive.broken", file=path.name)


def _check_growth(name: str, packed: int, unpacked: int, bounds: StreamBounds) -> None:
    if unpacked > bounds.total:
        raise Refused("archive.too_large", file=name, limit=bounds.total // 2**20)
    if unpacked > bounds.grace and unpacked > bounds.ratio * packed:
        raise Refused("archive.ratio", file=name, part=name, limit=bounds.ratio)


def _check_directory_size(path: Path, bounds: ArchiveBounds) -> None:
    """Look at the end record alone: a directory of millions of entries must not be read to be refused."""
    with path.open("rb") as stream:
        end = zipfile._EndRecData(stream)  # type: ignore[attr-defined]  # the only reader of zip64 ends in the library
    if end is None:
        raise Refused("archive.not_zip", file=path.name)
    if max(end[3], end[4]) > bounds.entries or end[5] > _MAX_DIRECTORY:
        raise Refused("archive.too_many_entries", file=path.name, limit=bounds.entries)


def _check_entries(name: str, entries: list[zipfile.ZipInfo], bounds: ArchiveBounds) -> None:
    if len(entries) > bounds.entries:
        raise Refused("archive.too_many_entries", file=name, limit=bounds.entries)
    if len({entry.filename for entry in entries}) < len(entries):
        raise Refused("archive.duplicate_entry", file=name)
    for entry in entries:
        _check_entry(name, entry, bounds)
    if sum(entry.file_size for entry in entries) > bounds.total:
        raise Refused("archive.too_large", file=name, limit=bounds.total // 2**20)


def _check_entry(name: str, entry: zipfile.ZipInfo, bounds: ArchiveBounds) -> None:
    part = entry.orig_filename
    folders = part.replace("\\", "/").split("/")
    if part.startswith(("/", "\\")) or ".." in folders or ":" in folders[0] or "\x00" in part:
        raise Refused("archive.unsafe_path", file=name, part=entry.filename)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused("archive.symlink", file=name, part=part)
    if entry.flag_bits & _ENCRYPTED:
        raise Refused("archive.encrypted", file=name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused("archive.method", file=name, part=part)
    if entry.file_size > SMALL_PART and entry.file_size > bounds.ratio * entry.compress_size:
        raise Refused("archive.ratio", file=name, part=part, limit=bounds.ratio)


def _check_layout(path: Path, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse entries that share bytes: the trick by which a small file unpacks to a huge one."""
    limit = archive.start_dir
    with path.open("rb") as stream:
        for entry in sorted(entries, key=lambda e: e.header_offset, reverse=True):
            if _data_start(stream, entry) + entry.compress_size > limit:
                raise Refused("archive.overlap", file=path.name, part=entry.filename)
            limit = entry.header_offset


def _data_start(stream: BinaryIO, entry: zipfile.ZipInfo) -> int:
    stream.seek(entry.header_offset)
    header = _LOCAL_HEADER.unpack(stream.read(_LOCAL_HEADER.size))
    if header[0] != b"PK\x03\x04":
        raise zipfile.BadZipFile
    return entry.header_offset + _LOCAL_HEADER.size + int(header[9]) + int(header[10])


def _check_parts(path: Path, entries: list[zipfile.ZipInfo], bounds: ArchiveBounds) -> None:
    """Unpack every part in chunks, trusting no declared size, and look at what is inside."""
    counts = CountScan(path.name, bounds.sheets)
    reach = ReachScan(path.name, bounds.sheets)
    with path.open("rb") as stream:
        for entry in entries:
            before = counts.cells
            _scan_part(path.name, stream, entry, counts)
            if counts.cells > before:
                _scan_part(path.name, stream, entry, reach)


def _scan_part(name: str, stream: BinaryIO, entry: zipfile.ZipInfo, scan: CountScan | ReachScan) -> None:
    size = 0
    scan.start(entry.filename)
    for chunk in _unpack(stream, entry):
        if size == 0 and chunk.startswith(_ARCHIVE_MAGIC):
            raise Refused("archive.nested", file=name, part=entry.filename)
        size += len(chunk)
        if size > entry.file_size:  # so the total declared, already within its bound, holds for the truth too
            raise Refused("archive.false_size", file=name, part=entry.filename)
        scan.feed(chunk)
    scan.finish()


def _unpack(stream: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    stream.seek(_data_start(stream, entry))
    inflate = zlib.decompressobj(-15) if entry.compress_type == zipfile.ZIP_DEFLATED else None
    left = entry.compress_size
    while left > 0:
        raw = stream.read(min(left, CHUNK // 4))
        if not raw:
            raise zipfile.BadZipFile
        left -= len(raw)
        if inflate is None:
            yield raw
            continue
        while raw:
            yield inflate.decompress(raw, CHUNK)
            raw = inflate.unconsumed_tail
