"""The written report has the layout of NĐ 30/2020/NĐ-CP."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from baro.channels.exports.agency_lines import agency_lines
from baro.channels.exports.docx import subject, write_docx
from baro.channels.exports.docx_tables import widths
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


def test_the_head_has_agency_and_national_title_and_leaves_number_place_and_date_to_the_signing(
    document: Document,
) -> None:
    cells = [[c.text for c in row.cells] for row in document.tables[0].rows]
    assert "SỞ TÀI NGUYÊN\nVÀ MÔI TRƯỜNG\nTHÀNH PHỐ HÀ NỘI" in cells[0][0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in cells[0][1]
    assert cells[1][0].startswith("Số:")
    assert "/BC-" in cells[1][0]
    assert not any(c.isdigit() for c in cells[1][1])
    assert all(word in cells[1][1] for word in ("ngày", "tháng", "năm"))


def test_the_moment_of_the_figures_is_told_in_the_text(document: Document) -> None:
    texts = [" ".join(p.text.split()) for p in document.paragraphs]
    assert any("từ ngày 01/01/2024 đến ngày 25/04/2024; số liệu tính đến 08:00 ngày 25/04/2024" in t for t in texts)


def test_an_agency_that_is_not_known_is_left_to_be_filled_in(tmp_path: Path) -> None:
    document = written(tmp_path, a_report(agency=""))
    assert document.tables[0].rows[0].cells[0].text.startswith("TÊN CƠ QUAN, TỔ CHỨC")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Báo cáo kết quả giám sát giải quyết hồ sơ", "Kết quả giám sát giải quyết hồ sơ"),
        ("Giám sát quý I năm 2024", "Giám sát quý I năm 2024"),
        ("", ""),
    ],
)
def test_the_kind_of_the_document_is_not_said_twice(title: str, told: str) -> None:
    assert subject(title) == told


def test_tables_are_numbered_as_they_come(document: Document) -> None:
    numbers = [p.text.split(".")[0] for p in document.paragraphs if p.text.startswith("Bảng ")]
    assert len(numbers) > 5
    assert [n.split()[-1] for n in numbers] == [str(k + 1) for k in range(len(numbers))]


def test_no_number_of_a_table_can_break_and_the_table_is_as_wide_as_the_page() -> None:
    table, wide = a_report().tables[0], Mm(252)
    found = widths(table, wide, 10)
    assert wide - len(found) <= sum(found) <= wide
    letters = [max(len(f"{row[k]:,}") for row in table.rows if isinstance(row[k], int)) for k in range(1, 12)]
    assert all(width > Pt(10) * 0.5 * n for width, n in zip(found[1:], letters, strict=False))


def test_the_signer_stands_on_a_page_with_the_last_sentence(document: Document) -> None:
    (last,) = [p for p in document.paragraphs if "rà soát 26 quy trình" in " ".join(p.text.split())]
    assert last.paragraph_format.keep_with_next


def test_the_annex_says_what_it_is_attached_to(document: Document) -> None:
    assert any(p.text.startswith("(Kèm theo Báo cáo số") and "Sở Tài nguyên" in p.text for p in document.paragraphs)


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
        ("Văn phòng đăng ký đất đai (mẫu)", ["VĂN PHÒNG ĐĂNG KÝ", "ĐẤT ĐAI (MẪU)"]),
        ("Sở Tài nguyên và Môi trường", ["SỞ TÀI NGUYÊN", "VÀ MÔI TRƯỜNG"]),
        ("X" * 60, ["X" * 60]),
        ("từ " * 300, [("TỪ " * 300).strip()]),
        ("", [""]),
    ],
)
def test_a_long_name_breaks_between_words_and_rather_before_the_place(agency: str, lines: list[str]) -> None:
    assert agency_lines(agency) == lines
