"""The notice of a meeting: the layout of a document, its tables, nothing that a field could turn into another document."""

import io
from datetime import date, datetime, timezone

import docx

from baro.channels.exports.minutes import minutes_document
from baro.rules.counted.told import Column, Measure, Minutes, Table

AT = datetime(2024, 4, 29, 8, tzinfo=timezone.utc)  # noqa: UP017
DONE = Table(
    "c", "Việc được giao", (Column("w", "Nội dung", Measure.TEXT), Column("d", "Hạn", Measure.DATE)),
    (("Trả hồ sơ\x0b tồn", date(2024, 5, 3)),),
)  # fmt: skip
TOLD = Minutes(
    agency="Văn phòng mẫu", title="Kết luận giao ban tuần 17", lead="Số liệu chốt.", as_of=AT, synthetic=True,
    sections=(("I. SỐ LIỆU", ("Tiếp nhận 3.",), None), ("II. KẾT LUẬN", (), DONE)),
)  # fmt: skip


def test_it_reads_as_an_office_writes_it():
    document = docx.Document(io.BytesIO(minutes_document(TOLD)))
    words = [p.text for p in document.paragraphs]
    assert "THÔNG BÁO" in words
    assert "Kết luận giao ban tuần 17" in words
    assert "Tiếp nhận 3." in words
    head, table = document.tables
    assert "/TB-" in head.rows[1].cells[0].text
    assert [cell.text.replace("\xa0", " ") for cell in table.rows[1].cells] == ["Trả hồ sơ tồn", "03/05/2024"]
    assert "DỮ LIỆU TỔNG HỢP" in "".join(
        p.text for p in document.sections[0].footer.paragraphs + document.sections[0].header.paragraphs
    )


def test_the_same_minutes_give_the_same_bytes():
    assert minutes_document(TOLD) == minutes_document(TOLD)
