"""A step table edited cell by cell: put in between, taken out, taken back; pasted over; sent with what was typed, and refused by
the row that is wrong."""

import re

import pytest

CONTROLS = "mau-kiem-soat"
DRAFT = "/quy-trinh/du-thao/demo-du-thao-1/"


@pytest.fixture
def house(own_house):
    return own_house


@pytest.fixture
def editor(somebody):
    """Who edits the steps of a draft of three steps."""
    person = somebody(CONTROLS)
    person.open(f"{DRAFT}bang-buoc")
    return person


def cell(person, title: str, row: int):
    return person.page.get_by_label(f"{title}, dòng {row}", exact=True)


def column(person, title: str) -> list[str]:
    return [one.input_value() for one in person.page.get_by_label(re.compile(rf"^{title}, dòng")).all()]


def press(person, name: str) -> None:
    person.page.get_by_role("button", name=name, exact=True).click()


def test_a_step_is_put_in_between_and_the_draft_goes_through_it(editor):
    assert column(editor, "Bước") == ["1", "2", "3"]
    press(editor, "Thêm bước sau dòng 2")
    assert column(editor, "Bước") == ["1", "2", "4", "3"]
    assert column(editor, "Bước tiếp theo") == ["2", "4", "3", "Kết thúc"]
    cell(editor, "Nội dung công việc", 3).fill("Đối chiếu kho lưu trữ")
    cell(editor, "Trách nhiệm thực hiện", 3).fill("Viên chức lưu trữ")
    cell(editor, "Thời gian thực hiện", 3).fill("2 ngày làm việc")
    editor.fill("Tổng thời gian", "5 ngày làm việc")
    editor.press("Ghi nhận")
    editor.reads("Đã ghi.", "Đối chiếu kho lưu trữ", "2 ngày làm việc")


def test_a_step_taken_out_leads_on_and_is_taken_back(editor):
    press(editor, "Bỏ dòng 2")
    assert "2" not in column(editor, "Bước")
    first = cell(editor, "Bước tiếp theo", 1).input_value()
    assert first in column(editor, "Bước")
    press(editor, "Hoàn tác")
    assert cell(editor, "Bước tiếp theo", 1).input_value() == "2"


def test_what_is_wrong_is_told_by_its_row_and_nothing_typed_is_lost(editor):
    cell(editor, "Nội dung công việc", 1).fill("Lập danh sách mới")
    cell(editor, "Bước tiếp theo", 1).fill("77")
    editor.press("Ghi nhận")
    editor.reads("Chưa ghi gì.", "77")
    assert cell(editor, "Nội dung công việc", 1).input_value() == "Lập danh sách mới"


def test_cells_copied_from_a_spreadsheet_fill_the_table(editor):
    first = cell(editor, "Nội dung công việc", 1)
    first.focus()
    first.evaluate(
        """(field) => {
            const carried = new DataTransfer();
            carried.setData("text", "Nhận hồ sơ\\tVăn thư\\nTrả hồ sơ\\tBộ phận một cửa\\n");
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
        }"""
    )
    assert column(editor, "Nội dung công việc")[:2] == ["Nhận hồ sơ", "Trả hồ sơ"]
    assert column(editor, "Trách nhiệm thực hiện")[:2] == ["Văn thư", "Bộ phận một cửa"]
    editor.page.keyboard.press("Enter")
    assert editor.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Nội dung công việc, dòng 2"
    press(editor, "Thêm bước")
    press(editor, "Chuyển lên, dòng 2")
    assert column(editor, "Nội dung công việc")[0] == "Trả hồ sơ"


def test_a_version_begins_with_the_steps_of_the_one_it_replaces(somebody):
    controls = somebody(CONTROLS)
    controls.open("/quy-trinh/")
    controls.page.locator("table.list tbody a").first.click()
    controls.press("Sửa đổi, thay thế")
    controls.reads("Các bước điền sẵn từ bản đang có")
    assert all(column(controls, "Nội dung công việc"))
