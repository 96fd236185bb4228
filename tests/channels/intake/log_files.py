"""One small log, written as a file of each format."""

import csv
import gzip
import io
from pathlib import Path
from xml.sax.saxutils import quoteattr

import polars as pl
import xlsxwriter

Row = dict[str, str]

HEADER = ("Mã hồ sơ", "Bước", "Thời điểm", "Người thực hiện", "Đơn vị", "Ngày hẹn trả")
XES_KEYS = {
    "Mã hồ sơ": "case:concept:name",
    "Bước": "concept:name",
    "Thời điểm": "time:timestamp",
    "Người thực hiện": "org:resource",
    "Đơn vị": "org:group",
    "Ngày hẹn trả": "case:deadline",
}


def event(case: str, step: str, at: str, actor: str = "", unit: str = "", due: str = "") -> Row:
    return dict(zip(HEADER, (case, step, at, actor, unit, due), strict=True))


def csv_text(rows: list[Row], delimiter: str = ",") -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write_csv(path: Path, rows: list[Row]) -> Path:
    path.write_text(csv_text(rows), encoding="utf-8")
    return path


def write_csv_gz(path: Path, rows: list[Row]) -> Path:
    path.write_bytes(gzip.compress(csv_text(rows).encode()))
    return path


def write_parquet(path: Path, rows: list[Row]) -> Path:
    pl.DataFrame(rows).write_parquet(path)
    return path


def write_xlsx(path: Path, rows: list[Row]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Nhật ký")
    for r, row in enumerate([dict.fromkeys(rows[0], ""), *rows]):
        for c, (name, value) in enumerate(row.items()):
            sheet.write_string(r, c, value if r else name)
    book.close()
    return path


def write_xes(path: Path, rows: list[Row]) -> Path:
    """One trace per case in order of first appearance; columns `case:…` become attributes of the trace."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<log xes.version="1.0">']
    for case in dict.fromkeys(row["Mã hồ sơ"] for row in rows):
        own = [row for row in rows if row["Mã hồ sơ"] == case]
        lines += ["<trace>", *_attributes(own[0], of_case=True)]
        for row in own:
            lines += ["<event>", *_attributes(row, of_case=False), "</event>"]
        lines.append("</trace>")
    text = "\n".join([*lines, "</log>"])
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def _attributes(row: Row, *, of_case: bool) -> list[str]:
    keys = {XES_KEYS.get(name, name): value for name, value in row.items()}
    return [
        f"<string key={quoteattr(key.removeprefix('case:'))} value={quoteattr(value)}/>"
        for key, value in keys.items()
        if key.startswith("case:") == of_case and value
    ]
