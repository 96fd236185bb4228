"""Bad files in forms other than CSV: XES, packed XES, Parquet; spreadsheets with formulas and merged cells; and files that
must be refused before anything in them is read."""

import gzip
import io
import random
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from app.bad_files import CASE, HEADER, STEP, TIME, BadFile, Planted, as_csv, good_rows
from baro.rules.observed.quality import Doubt

XES_NAMES = {CASE: "case:concept:name", STEP: "concept:name", TIME: "time:timestamp"}
OF_XES = ("time", "no time", "no step", "due", "year 1900", "to come", "due otherwise")


def in_xes(made: BadFile) -> BadFile:
    """The same faults as an XES file tells them: by the number of the event and the key of the attribute."""
    keys = {HEADER[k]: name for k, name in XES_NAMES.items()}
    made.planted = [Planted(p.doubt, p.row - 1, keys.get(p.column, p.column)) for p in made.planted]
    return made


def in_parquet(made: BadFile) -> BadFile:
    """The same faults as a Parquet file tells them: there is no row of titles."""
    made.planted = [Planted(p.doubt, p.row - 1, p.column) for p in made.planted]
    return made


def as_xes(rows: list[list[str]]) -> bytes:
    """The rows as XES, a trace for each run of rows of a dossier."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">']
    for k, row in enumerate(rows):
        if k == 0 or rows[k - 1][CASE] != row[CASE]:
            out.append(("</trace>" if k else "") + "<trace>" + _attribute("concept:name", row[CASE]))
        told = (_attribute(XES_NAMES.get(c, HEADER[c]), cell) for c, cell in enumerate(row) if c != CASE)
        out.append(f"<event>{''.join(told)}</event>")
    return "\n".join([*out, "</trace></log>"]).encode()


def as_parquet(rows: list[list[str]]) -> bytes:
    """The rows as Parquet, all columns text, in small groups."""
    stream = io.BytesIO()
    table = pa.table({title: [row[c] for row in rows] for c, title in enumerate(HEADER)})
    pq.write_table(table, stream, row_group_size=7)
    return stream.getvalue()


def odd_sheet(path: Path, rng: random.Random) -> BadFile:
    """A spreadsheet whose times are formulas, one of them in error, and in which a code stands in merged cells."""
    made = BadFile(good_rows(rng))
    rows, merged = made.rows, rng.randrange(1, 3)
    broken = rng.choice([k for k in range(6, len(rows)) if rows[k][CASE] == rows[k - 1][CASE]])
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Nhật ký")
        sheet.write_row(0, 0, HEADER)
        for k, row in enumerate(rows, start=1):
            for c, cell in enumerate(row):
                if c == TIME:
                    sheet.write_formula(k, c, f'="{cell}"', None, "#VALUE!" if k == broken + 1 else cell)
                else:
                    sheet.write_string(k, c, cell)
        sheet.merge_range(merged, CASE, merged + 1, CASE, rows[merged - 1][CASE])
    made.planted = [Planted(Doubt.BAD_CELL, broken + 2, HEADER[TIME])]
    made.left_out = 1  # a code in merged cells is that of both rows
    return made


def hostile(folder: Path, seed: int, rng: random.Random) -> tuple[Path, BadFile]:
    """A file to be refused as a whole, and where it lies."""
    name = rng.choice(sorted(_HOSTILE))
    ending, refusal, make = _HOSTILE[name]
    rows = good_rows(rng, 5)
    path = folder / f"{seed}{ending}"
    path.write_bytes(make(rows))
    return path, BadFile(rows, refusal=refusal)


def _attribute(key: str, value: str) -> str:
    return f"<string key={quoteattr(key)} value={quoteattr(value)}/>"


def _bomb(rows: list[list[str]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 30_000_000)
    return stream.getvalue()


def _packed_bomb(rows: list[list[str]]) -> bytes:
    return gzip.compress(as_xes(rows)[:-6] + b" " * 40_000_000)


def _entities(rows: list[list[str]]) -> bytes:
    return as_xes(rows).replace(b"<log", b'<!DOCTYPE log [<!ENTITY a "aaaa">]>\n<log', 1)


def _mixed(rows: list[list[str]]) -> bytes:
    """Half of the rows are cut by another sign than the header."""
    text = as_csv(rows).splitlines()
    return "\n".join([text[0], *(line.replace(",", ";") for line in text[1:])]).encode()


def _huge(rows: list[list[str]]) -> bytes:
    rows[3][STEP] = "x" * 40_000_000
    return as_csv(rows).encode()


_HOSTILE = {
    "zip bomb": (".xlsx", "archive.ratio", _bomb),
    "packed bomb": (".xes.gz", "archive.ratio", _packed_bomb),
    "cut short": (".xes.gz", "archive.broken", lambda rows: gzip.compress(as_xes(rows))[:-200]),
    "entities": (".xes", "xml.dtd", _entities),
    "open tag": (".xes", "xml.broken", lambda rows: as_xes(rows)[:-20]),
    "nul in xml": (".xes", "xml.broken", lambda rows: as_xes(rows).replace("Phòng 1".encode(), b"Ph\0ng 1")),
    "parquet cut short": (".parquet", "parquet.broken", lambda rows: as_parquet(rows)[:-30]),
    "no parquet": (".parquet", "parquet.broken", lambda rows: as_csv(rows).encode()),
    "no dates": (".parquet", "log.missing_column", lambda rows: _without(rows, TIME)),
    "other sign": (".csv", "log.mostly_unreadable", _mixed),
    "huge field": (".csv", "csv.line_too_long", _huge),
    "no zip": (".xlsx", "archive.not_zip", lambda rows: as_csv(rows).encode()),
}


def _without(rows: list[list[str]], column: int) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table({t: [row[c] for row in rows] for c, t in enumerate(HEADER) if c != column}), stream)
    return stream.getvalue()
