"""The notice of a meeting as PDF/A-2b: it can be read, searched and kept; no field becomes markup; the same bytes each time."""

import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from baro.channels.exports.minutes import minutes_document
from baro.channels.exports.minutes_pdf import minutes_pdf
from baro.channels.exports.qr_codes import path_of, png_of, svg_of
from baro.rules.counted.told import Column, Measure, Table
from channels.exports.test_minutes import TOLD


def opened(told) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(minutes_pdf(told)))


def test_it_is_a_pdf_for_the_archive_with_its_title_and_language():
    with opened(TOLD) as pdf, pdf.open_metadata() as about:
        assert about["pdfaid:part"] == "2"
        assert about["pdfaid:conformance"] == "B"
        assert about["dc:title"] == TOLD.title
        assert str(pdf.Root.Lang) == "vi"
        assert len(pdf.pages) == 1


def test_a_long_table_goes_on_over_pages():
    table = Table("t", "Bảng", (Column("c", "Cột", Measure.TEXT),), tuple((f"Dòng {k}",) for k in range(120)))
    with opened(replace(TOLD, sections=(("I.", (), table),))) as pdf:
        assert len(pdf.pages) > 2


@pytest.mark.parametrize(
    "odd", ["#panic()", "*đậm* _nghiêng_ $x$ [a] <b> @c `d` \\", '#image("/etc/passwd")', "= Đề mục", "x" * 400]
)
def test_nothing_that_somebody_wrote_is_markup(odd):
    table = Table("t", odd, (Column("c", odd, Measure.TEXT),), ((odd,),), note=odd)
    told = replace(TOLD, agency=odd, title=odd, lead=odd, kind=odd, sections=((odd, (odd,), table),), qr=odd)
    with opened(told) as pdf:
        assert len(pdf.pages) >= 1


def test_the_same_minutes_give_the_same_bytes():
    assert minutes_pdf(TOLD) == minutes_pdf(TOLD)
    assert minutes_pdf(replace(TOLD, qr="http://a.vn")) != minutes_pdf(TOLD)


def test_a_code_is_the_same_in_lines_and_points_and_goes_into_the_document():
    width, path = path_of("http://a.vn/tra-cuu")
    picture = Image.open(io.BytesIO(png_of("http://a.vn/tra-cuu")))
    side = picture.width // width
    dark = {(x, y) for x in range(width) for y in range(width) if not picture.getpixel((x * side, y * side))}
    assert dark == {tuple(map(int, one.split("h")[0].split())) for one in path.split("M") if one}
    assert path in svg_of("http://a.vn/tra-cuu")
    assert len(minutes_document(replace(TOLD, qr="http://a.vn"))) > len(minutes_document(TOLD))
