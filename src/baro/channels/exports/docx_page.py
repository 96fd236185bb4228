"""The page of NĐ 30/2020/NĐ-CP (Appendix I): A4, margins, Times New Roman, page number, the block at the head."""

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from baro.channels.exports import formatting
from baro.channels.exports.agency_lines import agency_lines

FONT = "Times New Roman"
BODY = 13  # points
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
HEAD_WIDTHS = (Cm(6.7), Cm(9.8))  # agency; national title (its bold line needs 8.8 cm at 12 points)
UNNAMED = "TÊN CƠ QUAN, TỔ CHỨC"
DOTS = "……"


def set_page(section: Section, *, landscape: bool = False) -> None:
    """Set size, orientation and margins; in landscape the binding edge stays at the top of the sheet's long side."""
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = TOP, BOTTOM, LEFT, RIGHT
    section.header_distance = Mm(10)


def set_styles(document: Document) -> None:
    """Times New Roman for every script, Vietnamese as the language, headings in black."""
    for name, size, bold in (("Normal", BODY, False), ("Heading 1", 14, True), ("Heading 2", 13, True)):
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [k for k in fonts.attrib if k.endswith("Theme")]:
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(0)
        style.paragraph_format.line_spacing = 1.15
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal: Any = document.styles["Normal"]
    normal.element.get_or_add_rPr().append(language)


def number_pages(section: Section, banner: str) -> None:
    """The page number at the top centre from the second page on; a banner, if any, on every page."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run: Any = paragraph.add_run()
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = words or None
        run._r.append(part)
    if banner:
        for header in (section.header, section.first_page_header):
            line = header.paragraphs[0] if header is section.first_page_header else header.add_paragraph()
            write(line, banner, size=11, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
            line.paragraph_format.space_after = Pt(6)


def write(
    paragraph: Paragraph, words: str, *, size: float = BODY, bold: bool = False, italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None, before: float = 0,
) -> Paragraph:  # fmt: skip
    """Write one run of text into a paragraph."""
    run = paragraph.add_run(formatting.tight(words))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.paragraph_format.space_before = Pt(before)
    if align is not None:
        paragraph.alignment = align
    return paragraph


def head_block(document: Document, agency: str, kind: str = "BC") -> None:
    """Agency and number of a `kind` of document (NĐ 30, Appendix III) on the left; national title, motto, place and date on the right (NĐ 30, Appendix I, II).

    Number, place and date are left to be filled in: they are those of the signing, not of the figures.
    """
    table = document.add_table(2, 2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    set_widths(table, HEAD_WIDTHS)
    left, right = table.rows[0].cells
    centre = WD_ALIGN_PARAGRAPH.CENTER
    lines = agency_lines(agency or UNNAMED)
    write(left.paragraphs[0], lines[0], size=12, bold=True, align=centre)
    for line in lines[1:]:
        write(left.add_paragraph(), line, size=12, bold=True, align=centre)
    rule(left.add_paragraph(), side=Cm(2.3))
    write(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align=centre)
    write(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align=centre)
    rule(right.add_paragraph(), side=Cm(1.95))
    number, dated = table.rows[1].cells
    write(number.paragraphs[0], f"Số:        /{kind}-…………", size=13, align=centre)
    write(dated.paragraphs[0], f"{DOTS}{DOTS}, ngày {DOTS} tháng {DOTS} năm {DOTS}", size=13, italic=True, align=centre)


def rule(paragraph: Paragraph, side: int) -> None:
    """A line across the paragraph, `side` away from either edge."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = side
    form.space_before, form.space_after, form.line_spacing = Pt(2), Pt(0), Pt(8)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def set_widths(table: Any, widths: tuple[int, ...]) -> None:
    """Set the widths of columns and of cells: each of the two usual readers obeys only one of them."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
