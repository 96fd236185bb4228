"""report.docx: the written report in the layout of NĐ 30/2020/NĐ-CP, ready for number, place and signature."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Mm

from baro.channels.exports import formatting
from baro.channels.exports.columns import without, without_empty_columns
from baro.channels.exports.docx_page import (
    DOTS,
    HEAD_WIDTHS,
    head_block,
    number_pages,
    rule,
    set_page,
    set_styles,
    set_widths,
    write,
)
from baro.channels.exports.docx_tables import Tables
from baro.channels.exports.fixed_zip import rewritten
from baro.rules.counted.told import Cell, Column, Figure, Measure, ProcessMap, SupervisionReport, Table

BANNER = "DỮ LIỆU TỔNG HỢP (KHÔNG CÓ THẬT)"
PORTRAIT, LANDSCAPE = Mm(165), Mm(252)
KIND = "BÁO CÁO"
MOST_CAUSES = 12
MOST_DOUBTS = 15
MOST_IN_ANNEX = 40
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_UNTOLD = "Chưa có nội dung trong kỳ này."


def write_docx(path: Path, report: SupervisionReport) -> None:
    """Write the document; the same report gives the same bytes."""
    document = docx.Document()
    _properties(document, report)
    set_styles(document)
    set_page(document.sections[0])
    number_pages(document.sections[0], BANNER if report.synthetic else "")
    tables = Tables(document)
    _opening(document, report)
    _body(document, report, tables)
    _signing(document)
    _annex(document, report, tables)
    out = io.BytesIO()
    document.save(out)
    path.write_bytes(rewritten(out.getvalue()))


def _properties(document: Document, report: SupervisionReport) -> None:
    made = report.as_of.replace(tzinfo=None)
    about = document.core_properties
    about.author = about.last_modified_by = formatting.printable(report.agency)[:255]
    about.title, about.language, about.comments = formatting.printable(report.title)[:255], "vi-VN", ""
    about.created = about.modified = made
    about.revision = 1


def _opening(document: Document, report: SupervisionReport) -> None:
    head_block(document, formatting.printable(report.agency))
    write(document.add_paragraph(), KIND, size=14, bold=True, align=_CENTRE, before=18)
    write(document.add_paragraph(), subject(report.title), size=14, bold=True, align=_CENTRE)
    rule(document.add_paragraph(), side=Cm(6))
    first, last = report.period
    _text(
        document,
        f"Kỳ báo cáo từ ngày {formatting.day(first)} đến ngày {formatting.day(last)}; số liệu tính đến "
        f"{report.as_of:%H:%M} ngày {formatting.day(report.as_of)}.",
    )
    _text(document, report.lead)


def subject(title: str) -> str:
    """What the report is about, without the name of its kind, which stands above it (NĐ 30, Appendix I, II.5)."""
    bare = title[len(KIND) :].lstrip() if title.upper().startswith(f"{KIND} ") else title
    return bare[:1].upper() + bare[1:]


def _body(document: Document, report: SupervisionReport, tables: Tables) -> None:
    """The four sections that supervising delegations ask for (TT 01/2018, TT 02/2017: kết quả ... kiến nghị)."""
    _section(document, "I. KẾT QUẢ", report.results)
    tables.add(_figures((*report.headline, *report.figures)), width=PORTRAIT)
    if report.maps:
        tables.add(_processes(report.maps), width=PORTRAIT)
    _section(document, "II. TỒN TẠI, HẠN CHẾ", report.shortcomings)
    raised = _signals(report)
    if raised.rows:
        tables.add(raised, width=PORTRAIT)
    _section(document, "III. NGUYÊN NHÂN", report.cause_sentences)
    if report.causes.rows:
        tables.add(without(report.causes, "minutes"), width=PORTRAIT, most=MOST_CAUSES)
    _section(document, "IV. ĐỀ XUẤT, KIẾN NGHỊ", report.proposals)
    document.paragraphs[-1].paragraph_format.keep_with_next = True  # who signs does not stand alone on a page


def _section(document: Document, heading: str, sentences: Sequence[str]) -> None:
    document.add_heading(heading, 1)
    for k, sentence in enumerate(sentences, 1):
        _text(document, f"{k}. {sentence}" if len(sentences) > 1 else sentence)
    if not sentences:
        _text(document, _UNTOLD)


def _text(document: Document, words: str) -> None:
    paragraph = write(document.add_paragraph(), words, align=WD_ALIGN_PARAGRAPH.JUSTIFY, before=6)
    paragraph.paragraph_format.first_line_indent = Cm(1.27)


def _figures(figures: Sequence[Figure]) -> Table:
    columns = (
        Column("label", "Chỉ tiêu", Measure.TEXT), Column("value", "Giá trị", Measure.SHARE),
        Column("ratio", "Tử số / mẫu số", Measure.SHARE),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for f in figures:
        unit = " ngày làm việc" if f.measure is Measure.WORKING_DAYS and f.value is not None else ""
        rows.append((f.label[:1].upper() + f.label[1:], formatting.figure(f) + unit, formatting.ratio(f)))
    return Table("figures", "Chỉ tiêu chính và các tỷ lệ phải đọc cùng", columns, tuple(rows))


def _processes(maps: Sequence[ProcessMap]) -> Table:
    columns = (
        Column("process", "Quy trình", Measure.TEXT), Column("decision", "Quyết định phê duyệt", Measure.TEXT),
        Column("cases", "Số hồ sơ", Measure.COUNT), Column("fitting", "Đi đúng quy trình", Measure.COUNT),
        Column("share", "Tỷ lệ", Measure.SHARE),
    )  # fmt: skip
    rows = tuple(
        (m.code if m.process == m.code else f"{m.code} {m.process}", m.decision, m.cases, m.fitting,
         m.fitting / m.cases if m.cases else None)
        for m in maps
    )  # fmt: skip
    return Table("processes", "Quy trình đã đối chiếu", columns, rows)


def _signals(report: SupervisionReport) -> Table:
    columns = (
        Column("code", "Mã", Measure.TEXT), Column("name", "Dấu hiệu cần giải trình", Measure.TEXT),
        Column("cases", "Số hồ sơ", Measure.COUNT), Column("article", "Căn cứ", Measure.TEXT),
    )  # fmt: skip
    rows = tuple((s.code, s.name, s.cases, s.article) for s in report.signals if s.checked and s.cases)
    note = "Mỗi dấu hiệu là một câu hỏi gửi đơn vị giải trình, không phải kết luận vi phạm."
    return Table("signals", "Dấu hiệu gửi đơn vị giải trình", columns, rows, note=note)


def _signing(document: Document) -> None:
    """Nơi nhận on the left, the signer on the right; post and name are left to be filled in."""
    document.add_paragraph().paragraph_format.keep_with_next = True
    table: Any = document.add_table(1, 2)
    table.autofit = False
    left, right = table.rows[0].cells
    write(left.paragraphs[0], "Nơi nhận:", size=12, bold=True, italic=True)
    for line in ("- Như trên;", "- …………………;", "- Lưu: VT, …………"):
        write(left.add_paragraph(), line, size=11)
    write(right.paragraphs[0], "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", size=13, bold=True, align=_CENTRE)
    write(
        right.add_paragraph(),
        "(Chữ ký của người có thẩm quyền, dấu hoặc chữ ký số của cơ quan)",
        size=12,
        italic=True,
        align=_CENTRE,
    )
    write(right.add_paragraph(), "Họ và tên", size=13, bold=True, align=_CENTRE, before=64)
    set_widths(table, HEAD_WIDTHS)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _annex(document: Document, report: SupervisionReport, tables: Tables) -> None:
    """Wide tables lie across the sheet; then what the figures were made from."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, landscape=True)
    section.different_first_page_header_footer = False
    write(document.add_paragraph(), "PHỤ LỤC", size=14, bold=True, align=_CENTRE)
    write(document.add_paragraph(), "Số liệu, nguồn và căn cứ của báo cáo", size=14, bold=True, align=_CENTRE)
    attached = f"(Kèm theo Báo cáo số {DOTS}/BC-{DOTS} ngày {DOTS} tháng {DOTS} năm {DOTS} của {report.agency or DOTS})"
    write(document.add_paragraph(), attached, size=13, italic=True, align=_CENTRE)
    for table in report.tables:
        if table.key != "unit_month":
            tables.add(table, width=LANDSCAPE, size=10, most=MOST_IN_ANNEX)
    for table in report.quality:
        tables.add(without_empty_columns(table), width=LANDSCAPE, size=10, most=MOST_DOUBTS)
    sources = [f"{s.role}: {s.name} (SHA-256 {s.sha256}){f', {s.note}' if s.note else ''}" for s in report.sources]
    for heading, lines in (
        ("Quy tắc đã áp dụng", report.rules),
        ("Giả định", report.assumptions),
        ("Nguồn dữ liệu", sources),
    ):
        if lines:
            document.add_heading(heading, 2)
        for line in lines:
            write(document.add_paragraph(), f"- {line}", size=12, before=3)
