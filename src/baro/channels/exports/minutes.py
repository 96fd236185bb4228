"""The notice of what a meeting concluded, in the layout of NĐ 30/2020/NĐ-CP, ready for number, place and signature."""

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from baro.channels.exports import formatting
from baro.channels.exports.docx import BANNER, PORTRAIT
from baro.channels.exports.docx_page import head_block, number_pages, rule, set_page, set_styles, write
from baro.channels.exports.docx_tables import Tables
from baro.channels.exports.fixed_zip import rewritten
from baro.channels.exports.qr_codes import png_of
from baro.rules.counted.told import Minutes

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def minutes_document(told: Minutes) -> bytes:
    """Write the document; the same minutes give the same bytes."""
    document = docx.Document()
    _properties(document, told)
    set_styles(document)
    set_page(document.sections[0])
    number_pages(document.sections[0], BANNER if told.synthetic else "")
    head_block(document, formatting.printable(told.agency), told.short)
    write(document.add_paragraph(), told.kind, size=14, bold=True, align=_CENTRE, before=18)
    write(document.add_paragraph(), told.title, size=14, bold=True, align=_CENTRE)
    rule(document.add_paragraph(), side=Cm(6))
    _text(document, told.lead)
    _sections(document, told)
    if told.qr:
        document.add_picture(io.BytesIO(png_of(told.qr)), width=Cm(2.8))
        _text(document, "Quét mã để mở trang tra cứu.")
    out = io.BytesIO()
    document.save(out)
    return rewritten(out.getvalue())


def _sections(document: Document, told: Minutes) -> None:
    tables = Tables(document)
    for heading, sentences, table in told.sections:
        document.add_heading(heading, 1)
        for sentence in sentences:
            _text(document, sentence)
        if table is not None and table.rows:
            tables.add(table, width=PORTRAIT)


def _text(document: Document, words: str) -> None:
    paragraph = write(document.add_paragraph(), formatting.printable(words), align=WD_ALIGN_PARAGRAPH.JUSTIFY, before=6)
    paragraph.paragraph_format.first_line_indent = Cm(1.27)


def _properties(document: Document, told: Minutes) -> None:
    about = document.core_properties
    about.author = about.last_modified_by = formatting.printable(told.agency)[:255]
    about.title, about.language, about.comments = formatting.printable(told.title)[:255], "vi-VN", ""
    about.created = about.modified = told.as_of.replace(tzinfo=None)
    about.revision = 1
