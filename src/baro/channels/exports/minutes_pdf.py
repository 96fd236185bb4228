"""The notice of a meeting, a form, a process as PDF/A-2b: what cannot be changed unseen, and looks the same everywhere."""

import json
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro  # type: ignore[import-untyped]
import typst

from baro.channels.exports import formatting
from baro.channels.exports.agency_lines import agency_lines
from baro.channels.exports.docx import BANNER
from baro.channels.exports.docx_page import UNNAMED
from baro.channels.exports.qr_codes import svg_of
from baro.rules.counted.told import Measure, Minutes, Table

_FONTS = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
_LAYOUT = Path(__file__).parent / "pdf" / "minutes.typ"
_NO_CODE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
_LEAST, _MOST = 6, 40  # letters by which a column is wide, at least and at most


def minutes_pdf(told: Minutes) -> bytes:
    """Write the document; the same minutes give the same bytes."""
    parts = {
        "main.typ": _LAYOUT.read_bytes(),
        "told.json": json.dumps(_told(told), ensure_ascii=False).encode(),
        "qr.svg": (svg_of(told.qr) if told.qr else _NO_CODE).encode(),
    }
    written = typst.compile(parts, font_paths=[str(_FONTS)], ignore_system_fonts=True, pdf_standards=["a-2b"])
    assert isinstance(written, bytes)
    return written


def _told(told: Minutes) -> dict[str, Any]:
    return {
        "agency": list(agency_lines(formatting.printable(told.agency) or UNNAMED)),
        "title": formatting.tight(told.title),
        "kind": formatting.tight(told.kind),
        "short": told.short,
        "as_of": list(told.as_of.timetuple()[:6]),
        "lead": formatting.tight(told.lead),
        "banner": BANNER if told.synthetic else "",
        "qr": bool(told.qr),
        "sections": [
            {"heading": formatting.tight(heading), "sentences": [formatting.tight(one) for one in sentences],
             "table": _table(table) if table is not None and table.rows else None}
            for heading, sentences, table in told.sections
        ],
    }  # fmt: skip


def _table(told: Table) -> dict[str, Any]:
    """A table whole: a PDF parts it over pages and repeats its head."""
    rows = [
        [formatting.cell(value, column) for value, column in zip(row, told.columns, strict=True)] for row in told.rows
    ]
    total = [formatting.cell(v, c) for v, c in zip(told.total, told.columns, strict=True)] if told.total else None
    heads = [formatting.tight(column.label) for column in told.columns]
    lengths = [max(len(row[k]) for row in [heads, *rows]) for k in range(len(heads))]
    return {
        "title": formatting.tight(told.title), "heads": heads, "rows": rows, "total": total, "note": formatting.tight(told.note),
        "right": [column.measure is not Measure.TEXT for column in told.columns],
        "widths": [min(max(length, _LEAST), _MOST) for length in lengths],
    }  # fmt: skip
