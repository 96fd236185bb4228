"""The document of a process: the usual chapters, what is known in them, a line where nothing is."""

from dataclasses import replace
from datetime import UTC, date, datetime

from baro.rules.counted.process_document import BLANK, ProcessTold, VersionTold, process_document
from rules.judged.registered.test_register import APPROVAL, line

AT = datetime(2026, 11, 25, tzinfo=UTC)
FIRST = VersionTold(version="1", decision="1/QĐ", approved_on=date(2024, 1, 2), last_on=date(2025, 3, 4))
TOLD = ProcessTold(
    body="UBND xã Mẫu", kind="Công việc nội bộ", approval=APPROVAL, process=line(5, 5), versions=(FIRST,)
)


def chapters(told: ProcessTold) -> dict[str, tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]]:
    sections = process_document(told, AT).sections
    return {heading[:2]: (words, table.rows if table else ()) for heading, words, table in sections}


def test_the_chapters_stand_in_their_order():
    headings = [heading for heading, _, _ in process_document(TOLD, AT).sections]
    assert [h[0] for h in headings[1:]] == list("1234567")
    assert headings[0] == "Theo dõi sửa đổi"


def test_what_the_register_holds_stands_there():
    found = chapters(replace(TOLD, approval=replace(APPROVAL, bases="12/2024/NĐ-CP; 3/QĐ-UBND")))
    assert found["Th"][1] == (("1", "1/QĐ", "02/01/2024", "04/03/2025"),)
    assert found["3."][0] == ("- 12/2024/NĐ-CP.", "- 3/QĐ-UBND.")
    assert found["5."][0][0] == "Thời gian xử lý: 10 ngày làm việc."
    assert found["5."][1][0] == ("1", "Việc 1", "Văn thư", "5 ngày làm việc", "")


def test_forms_and_records_are_those_of_the_steps_each_once():
    steps = tuple(replace(s, outputs=("Tờ trình",), forms=("BM-01",)) for s in line(5, 5).steps)
    found = chapters(replace(TOLD, process=replace(line(5, 5), steps=steps)))
    assert (found["6."][0], found["7."][0]) == (("- BM-01.",), ("- Tờ trình.",))


def test_what_nobody_told_is_left_to_be_filled_in():
    found = chapters(replace(TOLD, process=None))
    assert found["3."][0] == found["4."][0] == found["6."][0] == found["7."][0] == (BLANK,)
    assert found["5."] == (
        (f"Thời gian xử lý: {BLANK}.", found["5."][0][1], "Danh mục chưa có bảng bước của bản này."),
        (),
    )
    assert BLANK in process_document(TOLD, AT).lead
