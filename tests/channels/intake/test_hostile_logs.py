"""Hostile logs (reliability F1): refused before they exhaust anything, and nothing is written."""

import gzip
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from baro.channels.intake.archives import StreamBounds, gunzip
from baro.channels.intake.read_log import read_log
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused
from channels.intake.log_files import event, write_csv_gz, write_parquet, write_xes, write_xlsx

HEADER = "Mã hồ sơ,Bước,Thời điểm\n".encode()
ROWS = [event("A", f"bước {n}", f"2024-01-15 08:{n:02}") for n in range(40)]
ZEROS = b"\0" * (1024 * 1024)
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>{dtd}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def _xlsx(path: Path, **parts: bytes | str) -> Path:
    """A true workbook with parts added or exchanged; `sheet1` names the first sheet."""
    write_xlsx(path, ROWS)
    with zipfile.ZipFile(path) as book:
        held = {name: book.read(name) for name in book.namelist()}
    for name, content in parts.items():
        raw = content.encode() if isinstance(content, str) else content
        held["xl/worksheets/sheet1.xml" if name == "sheet1" else name] = raw
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, raw in held.items():
            book.writestr(name, raw)
    return path


def zip_bomb(path: Path) -> Path:
    return _xlsx(path.with_suffix(".xlsx"), bomb=ZEROS * 50)


def far_cell(path: Path) -> Path:
    rows = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    return _xlsx(path.with_suffix(".xlsx"), sheet1=SHEET.format(dtd="", rows=rows))


def entities_in_xlsx(path: Path) -> Path:
    dtd = f'<!DOCTYPE w [<!ENTITY l0 "lol">{LAUGHS}]>'
    rows = '<row r="1"><c r="A1" t="str"><v>&l9;</v></c></row>'
    return _xlsx(path.with_suffix(".xlsx"), sheet1=SHEET.format(dtd=dtd, rows=rows))


def cut_xlsx(path: Path) -> Path:
    whole = _xlsx(path.with_suffix(".xlsx"))
    whole.write_bytes(whole.read_bytes()[:-200])
    return whole


def odd_sheet(path: Path) -> Path:
    return _xlsx(path.with_suffix(".xlsx"), sheet1=SHEET.format(dtd="", rows="<row><c r='A1'><v>")[:-40])


def text_as_xlsx(path: Path) -> Path:
    path = path.with_suffix(".xlsx")
    path.write_bytes(HEADER)
    return path


def entities_in_xes(path: Path) -> Path:
    path = path.with_suffix(".xes")
    path.write_text(
        f'<!DOCTYPE log [<!ENTITY l0 "lol">{LAUGHS}]><log><trace><string key="x" value="&l9;"/></trace></log>'
    )
    return path


def outside_entity_in_xes(path: Path) -> Path:
    path = path.with_suffix(".xes")
    path.write_text('<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>')
    return path


def deep_xes(path: Path) -> Path:
    path = path.with_suffix(".xes")
    path.write_text("<log>" + "<list>" * 100_000)
    return path


def long_tag_in_xes(path: Path) -> Path:
    path = path.with_suffix(".xes")
    path.write_bytes(b'<log><trace><string key="x" value="' + b"a" * 40_000_000)
    return path


def cut_xes(path: Path) -> Path:
    path = write_xes(path.with_suffix(".xes"), ROWS)
    path.write_bytes(path.read_bytes()[:-60])
    return path


def nul_in_xes(path: Path) -> Path:
    path = path.with_suffix(".xes")
    path.write_bytes(b'<log><trace><string key="concept:name" value="a\0b"/></trace></log>')
    return path


def _gzip_bomb(path: Path, start: bytes, repeated: bytes) -> Path:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    many = repeated * (1024 * 1024 // len(repeated))
    path.write_bytes(packer.compress(start) + b"".join(packer.compress(many) for _ in range(60)) + packer.flush())
    return path


def gzip_bomb(path: Path) -> Path:
    return _gzip_bomb(path.with_name("bomb.csv.gz"), HEADER, b"A,x,2024-01-15\n")


def gzip_bomb_in_xes(path: Path) -> Path:
    return _gzip_bomb(path.with_name("bomb.xes.gz"), b"<log>", b" \n")


def cut_gzip(path: Path) -> Path:
    path = write_csv_gz(path.with_name("cut.csv.gz"), ROWS)
    path.write_bytes(path.read_bytes()[:-30])
    return path


def gzip_without_its_checksum(path: Path) -> Path:
    path = write_csv_gz(path.with_name("cut.csv.gz"), ROWS)
    path.write_bytes(path.read_bytes()[:-4])
    return path


def no_gzip(path: Path) -> Path:
    path = path.with_name("log.csv.gz")
    path.write_bytes(HEADER)
    return path


def empty_gzip(path: Path) -> Path:
    path = path.with_name("log.csv.gz")
    path.write_bytes(b"")
    return path


def nul_in_csv(path: Path) -> Path:
    path = path.with_suffix(".csv")
    path.write_bytes(HEADER + b"A,x\0y,2024-01-15\n")
    return path


def nothing_but_nul(path: Path) -> Path:
    path = path.with_suffix(".csv")
    path.write_bytes(ZEROS)
    return path


def one_long_line(path: Path) -> Path:
    path = path.with_suffix(".csv")
    path.write_bytes(b"x" * 100_000_000)
    return path


def one_long_line_further_down(path: Path) -> Path:
    path = path.with_suffix(".csv")
    path.write_bytes(HEADER + b"A,x,2024-01-15\n" + b"A,%b,2024-01-15\n" % (b"x" * 100_000_000))
    return path


def one_open_quote(path: Path) -> Path:
    path = path.with_suffix(".csv")
    path.write_bytes(HEADER + b'A,"x,2024-01-15\n' + b"A,x,2024-01-15\n" * 2_000_000)
    return path


def text_as_parquet(path: Path) -> Path:
    path = path.with_suffix(".parquet")
    path.write_bytes(HEADER)
    return path


def parquet_with_a_bad_page(path: Path) -> Path:
    path = write_parquet(path.with_suffix(".parquet"), ROWS)
    raw = bytearray(path.read_bytes())
    raw[4:200] = bytes(reversed(raw[4:200]))
    path.write_bytes(raw)
    return path


def parquet_with_a_bad_end(path: Path) -> Path:
    path = write_parquet(path.with_suffix(".parquet"), ROWS)
    raw = path.read_bytes()
    path.write_bytes(raw[:-8] + struct.pack("<I", 2**31 - 1) + raw[-4:])
    return path


REFUSED = [
    (zip_bomb, "archive.ratio"),
    (far_cell, "sheet.too_wide"),
    (entities_in_xlsx, "xml.dtd"),
    (cut_xlsx, "archive.not_zip"),
    (odd_sheet, "archive.broken"),
    (text_as_xlsx, "archive.not_zip"),
    (entities_in_xes, "xml.dtd"),
    (outside_entity_in_xes, "xml.dtd"),
    (deep_xes, "xml.too_deep"),
    (long_tag_in_xes, "xml.tag_too_long"),
    (cut_xes, "xml.broken"),
    (nul_in_xes, "xml.broken"),
    (gzip_bomb, "archive.ratio"),
    (gzip_bomb_in_xes, "archive.ratio"),
    (cut_gzip, "archive.broken"),
    (gzip_without_its_checksum, "archive.broken"),
    (no_gzip, "archive.broken"),
    (empty_gzip, "archive.broken"),
    (nul_in_csv, "csv.binary"),
    (nothing_but_nul, "csv.binary"),
    (one_long_line, "csv.line_too_long"),
    (one_long_line_further_down, "csv.line_too_long"),
    (one_open_quote, "csv.line_too_long"),
    (text_as_parquet, "parquet.broken"),
    (parquet_with_a_bad_page, "parquet.broken"),
    (parquet_with_a_bad_end, "parquet.broken"),
]


@pytest.mark.parametrize(("make", "code"), REFUSED, ids=[make.__name__ for make, _ in REFUSED])
def test_a_hostile_log_is_refused_and_nothing_is_written(tmp_path, make, code):
    path = make(tmp_path / "log")
    with pytest.raises(Refused) as refusal:
        read_log(path, tmp_path / "store")
    assert refusal.value.code == code
    assert path.name in sentence(refusal.value)
    assert not (tmp_path / "store").exists()


def test_a_gzip_of_several_members_is_whole(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 20)
    assert b"".join(gunzip(tmp_path / "a.gz")) == b"one two"


def test_a_gzip_may_not_outgrow_its_bound(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"ab" * 5_000))
    with pytest.raises(Refused) as refusal:
        list(gunzip(tmp_path / "a.gz", StreamBounds(total=5_000)))
    assert refusal.value.code == "archive.too_large"


def test_a_bomb_is_refused_long_before_it_is_unpacked(tmp_path):
    out = 0
    with pytest.raises(Refused):
        for chunk in gunzip(gzip_bomb(tmp_path / "a")):
            out += len(chunk)
    assert out < 40 * 1024 * 1024
