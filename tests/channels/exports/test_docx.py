"""The written report has the layout of NĐ 30/2020/NĐ-CP."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from baro.channels.exports.docx import write_docx
from baro.channels.exports.docx_page import agency_lines
from baro.rules.counted.told import SupervisionReport
from channels.exports.a_report import a_report
from channels.exports.hostile import MARKUP, UNPRINTABLE


def written(folder: Path, report: SupervisionReport) -> Document:
    write_docx(folder / "report.docx", report)
    return docx.Document(str(folder / "report.docx"))


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return written(tmp_path_factory.mktemp("docx"), a_report())


def test_the_sheet_is_A4_with_margins_of_20_20_30_15_mm(document: Document) -> None:
    first = document.sections[0]
    sheet = (
        first.page_width,
        first.page_height,
        first.top_margin,
        first.bottom_margin,
        first.left_margin,
        first.right_margin,
    )
    wanted = tuple(Mm(n) for n in (210, 297, 20, 20, 30, 15))
    assert all(abs(int(a or 0) - b) < 700 for a, b in zip(sheet, wanted, strict=True))  # within 0.02 mm


def test_the_font_is_Times_New_Roman_for_every_script(document: Document) -> None:
    fonts = document.styles["Normal"].element.rPr.rFonts  # type: ignore[attr-defined]
    names = {k.split("}")[1]: v for k, v in fonts.attrib.items()}
    assert names == dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman")


def test_the_head_has_agency_number_national_title_and_the_date_of_the_figures(document: Document) -> None:
    cells = [[c.text for c in row.cells] for row in document.tables[0].rows]
    assert "SỞ TÀI NGUYÊN\nVÀ MÔI TRƯỜNG\nTHÀNH PHỐ HÀ NỘI" in cells[0][0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in cells[0][1]
    assert cells[1][0].startswith("Số:")
    assert "/BC-" in cells[1][0]
    assert cells[1][1].endswith("ngày 25 tháng 4 năm 2024")


def test_a_date_in_january_carries_leading_zeros(tmp_path: Path) -> None:
    report = a_report(as_of=a_report().as_of.replace(month=1, day=5))
    assert written(tmp_path, report).tables[0].rows[1].cells[1].text.endswith("ngày 05 tháng 01 năm 2024")


def test_title_then_the_four_sections_then_who_receives_and_who_signs(document: Document) -> None:
    texts = [p.text for p in document.paragraphs]
    heads = ["BÁO CÁO", "I. KẾT QUẢ", "II. TỒN TẠI, HẠN CHẾ", "III. NGUYÊN NHÂN", "IV. ĐỀ XUẤT, KIẾN NGHỊ", "PHỤ LỤC"]
    assert [t for t in texts if t in heads] == heads
    signing = next(t for t in document.tables if "Nơi nhận:" in t.rows[0].cells[0].text)
    assert "Lưu: VT" in signing.rows[0].cells[0].text
    assert "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ" in signing.rows[0].cells[1].text


def test_sentences_of_the_report_stand_justified_in_their_section(document: Document) -> None:
    (sentence,) = [p for p in document.paragraphs if "tập trung tại Chi nhánh huyện Ứng Hòa" in p.text]
    assert sentence.text.startswith("1. ")
    assert sentence.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY


def test_the_page_number_is_centred_on_top_from_the_second_page_on(document: Document) -> None:
    first = document.sections[0]
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml
    assert "PAGE" not in first.first_page_header._element.xml
    assert first.header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_wide_tables_lie_across_the_sheet_with_repeated_heads_and_whole_rows(document: Document) -> None:
    assert document.sections[1].orientation == WD_ORIENT.LANDSCAPE
    wide = next(t for t in document.tables if len(t.columns) == 13)
    assert "w:tblHeader" in wide.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in wide.rows)


def test_an_invented_log_is_called_invented_on_every_page(document: Document, tmp_path: Path) -> None:
    first = document.sections[0]
    for header in (first.header, first.first_page_header):
        assert "DỮ LIỆU TỔNG HỢP (KHÔNG CÓ THẬT)" in " ".join(p.text for p in header.paragraphs)
    real = written(tmp_path, a_report(synthetic=False)).sections[0]
    assert "TỔNG HỢP" not in real.header._element.xml + real.first_page_header._element.xml


def test_hostile_texts_are_kept_as_texts(tmp_path: Path) -> None:
    document = written(tmp_path, a_report(lead=MARKUP + UNPRINTABLE, results=(UNPRINTABLE,)))
    assert any("<script>alert(1)</script>" in p.text for p in document.paragraphs)


def test_neither_the_hour_nor_the_machine_shows_in_the_file(tmp_path: Path) -> None:
    write_docx(tmp_path / "a.docx", a_report())
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as package:
        names = [i.filename for i in package.infolist()]
        assert names[0] == "[Content_Types].xml"
        assert names[1:] == sorted(names[1:])
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2024-04-25T08:00:00Z" in package.read("docProps/core.xml")
        assert b"python-docx" not in package.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("agency", "lines"),
    [
        ("Ủy ban nhân dân huyện Thạch Thất", ["ỦY BAN NHÂN DÂN", "HUYỆN THẠCH THẤT"]),
        ("Sở Nội vụ", ["SỞ NỘI VỤ"]),
        ("", [""]),
    ],
)
def test_a_long_name_breaks_before_the_place(agency: str, lines: list[str]) -> None:
    assert agency_lines(agency) == lines
