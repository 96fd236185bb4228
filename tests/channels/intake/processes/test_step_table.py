"""A step table says who does what, in what order and how fast; a cell that cannot be read is named."""

import csv
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from baro.channels.demo.paperwork import write_process_tables
from baro.channels.intake.processes import read_process
from baro.channels.wording import sentence
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import Approval, ApprovedProcess, Step
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.soundness import check_soundness
from channels.intake.processes.trees import words_of

TITLES = ["Bước", "Nội dung công việc", "Bước tiếp theo"]


def table(path: Path, *rows: list[object]) -> Path:
    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows(rows)
        return path
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("QT")
        for r, row in enumerate(rows):
            sheet.write_row(r, 0, row)
    return path


def steps(path: Path, *following: str, waits: dict[int, str] | None = None) -> Path:
    """A table whose steps are a, b, c …, in this order, with these next steps."""
    rows = [[k + 1, "abcdefgh"[k], text, (waits or {}).get(k + 1, "")] for k, text in enumerate(following)]
    return table(path, [*TITLES, "Chờ các bước"], *rows)


def allowed(path: Path, longest: int = 6) -> set[str]:
    net = read_process(path).net
    assert check_soundness(net) == ()
    return {"".join(word) for word in words_of(net, longest)}


@pytest.mark.parametrize(
    ("following", "orders"),
    [
        (("", "", ""), {"abc"}),
        (("2 hoặc 3", "Kết thúc", ""), {"ab", "ac"}),
        (("Bước 2 và bước 3", "4", "4", "Kết thúc"), {"abcd", "acbd"}),
        (("2 và 3", "Kết thúc", "Kết thúc"), {"abc", "acb"}),
        (("", "1 hoặc Kết thúc"), {"ab", "abab", "ababab"}),
        (("2 hoặc 3 và 4", "5", "5", "5", ""), {"abe", "acde", "adce"}),
        (("2 và 3", "4 hoặc 5", "6", "6", "6", ""), {"abcdf", "abdcf", "acbdf", "abcef", "abecf", "acbef"}),
        (("2 và 3", "4 và 5", "6", "6", "6", ""), None),
        (("2, 3", "", ""), "process.table.unknown_step"),
        (("2 và 3", "1 hoặc 4", "4", ""), "process.table.parallel_unclear"),
        (("2 và 3", "4 hoặc Kết thúc", "4", ""), "process.table.parallel_unclear"),
        (("2 và 3 hoặc 2 và 4", "5", "5", "5", ""), "process.table.parallel_unclear"),
    ],
)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_next_steps_say_the_order(following: tuple[str, ...], orders: object, suffix: str, tmp_path: Path) -> None:
    path = steps(tmp_path / f"x{suffix}", *following)
    if isinstance(orders, str):
        with pytest.raises(Refused) as caught:
            read_process(path)
        assert caught.value.code == orders
    elif orders is None:  # branches within a branch: b, c, d, e in any order in which d and e come after b
        found = allowed(path)
        assert len(found) == 8 and all(w[0] == "a" and w[-1] == "f" for w in found)
        assert all(w.index("b") < min(w.index("d"), w.index("e")) for w in found)
    else:
        assert allowed(path) == orders


def test_a_table_may_say_itself_what_a_step_waits_for(tmp_path: Path) -> None:
    path = steps(tmp_path / "x.xlsx", "2 và 3 hoặc 2 và 4", "5", "5", "5", "", waits={5: "2 và 3 hoặc 2 và 4"})
    assert allowed(path) == {"abce", "acbe", "abde", "adbe"}
    path = steps(tmp_path / "y.xlsx", "2 hoặc 3", "4", "4", "", waits={4: "2 hoặc 3"})
    assert allowed(path) == {"abd", "acd"}


@pytest.mark.parametrize("waits", ["2", "2 và 3 và 1", "2 hoặc 2 và 3"])
def test_what_a_step_waits_for_must_be_what_leads_to_it(waits: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read_process(steps(tmp_path / "x.xlsx", "2 và 3", "4", "4", "", waits={4: waits}))
    assert caught.value.code == "process.table.not_before"
    assert (caught.value.facts["row"], caught.value.facts["column"]) == (5, "Chờ các bước")


def test_the_synthetic_offices_own_tables_are_read(tmp_path: Path) -> None:
    paths = sorted(write_process_tables(tmp_path).glob("*.xlsx"))
    found = [read_process(path) for path in paths]
    assert len(found) == 6
    assert all(check_soundness(process.net) == () for process in found)
    first = found[0]
    assert (first.code, first.procedures, first.version) == ("QT-MAU-01", ("1.012783",), "1")
    assert first.approval == Approval("01/QĐ-MAU", date(2023, 1, 2), "Người ký mẫu", date(2023, 1, 5))
    assert (first.valid_from, first.valid_to) == (date(2023, 2, 1), None)
    assert first.total_limit == Duration(15, Unit.WORKING_DAY)
    assert first.steps[0] == Step("1", "Tiếp nhận hồ sơ", "Cán bộ Một cửa", forms=("Mẫu 01",), kind="received")
    assert first.step_of("Thẩm định hồ sơ").limit == Duration(5, Unit.WORKING_DAY)


def test_in_the_synthetic_office_signing_waits_for_the_tax_office_and_the_map(tmp_path: Path) -> None:
    process = read_process(sorted(write_process_tables(tmp_path).glob("*.xlsx"))[0])
    tax, answer, plan, sign = "Lấy ý kiến cơ quan thuế", "Nhận ý kiến cơ quan thuế", "Chỉnh lý bản đồ", "Trình ký"
    shortest = [w for w in words_of(process.net, 12) if tax in w and "Xin lỗi và hẹn lại ngày trả" not in w]
    assert {w[w.index(tax) + 1 : w.index(sign)] for w in shortest} == {(answer, plan), (plan, answer)}


def test_other_titles_typed_cells_and_cells_of_the_heading_are_understood(tmp_path: Path) -> None:
    path = table(
        tmp_path / "QT 7.xlsx",
        ["QUY TRÌNH NỘI BỘ"],
        ["Tên quy trình: Cấp đổi"],
        ["Thủ tục", "", "1.01; 1.02"],
        ["Ngày ban hành", date(2024, 2, 29)],
        ["Hiệu lực từ ngày:", "ngày 01 tháng 3 năm 2024"],
        [],
        ["STT", "Tên bước", "Chức danh", "Thời hạn (ngày làm việc)", "Kết quả/Sản phẩm", "Biểu mẫu", "Người duyệt"],
        ["Bước 1.", "  Tiếp  nhận ", "Một cửa", 0.5, "Giấy hẹn; Sổ", "BM.01", "Trưởng phòng"],
        [],
        ["B2", "Trả kết quả", "", 2, "", "", ""],
    )
    process = read_process(path)
    assert (process.code, process.name, process.procedures) == ("QT 7", "Cấp đổi", ("1.01", "1.02"))
    assert (process.approval.signed_on, process.valid_from) == (date(2024, 2, 29), date(2024, 3, 1))
    half, outputs = Duration(4, Unit.WORKING_HOUR), ("Giấy hẹn", "Sổ")
    first = Step("1", "Tiếp nhận", "Một cửa", half, outputs, ("BM.01",), approver_role="Trưởng phòng")
    assert process.steps == (first, Step("2", "Trả kết quả", limit=Duration(2, Unit.WORKING_DAY)))


@pytest.mark.parametrize(
    ("code", "row", "column", "rows"),
    [
        ("table.empty_cell", 2, "Nội dung công việc", [TITLES, [1, "", ""]]),
        ("table.empty_cell", 2, "Bước", [TITLES, ["", "a", ""]]),
        ("process.table.number_twice", 3, "Bước", [TITLES, [1, "a", ""], ["Bước 1", "b", ""]]),
        ("process.table.unknown_step", 2, "Bước tiếp theo", [TITLES, [1, "a", "9"]]),
        ("process.table.bad_limit", 2, "Thời hạn", [[*TITLES, "Thời hạn"], [1, "a", "", "sớm"]]),
        ("process.table.bad_limit", 2, "Thời hạn", [[*TITLES, "Thời hạn"], [1, "a", "", 5]]),
        ("process.table.bad_kind", 2, "Loại sự kiện", [[*TITLES, "Loại sự kiện"], [1, "a", "", "nhảy múa"]]),
        ("table.bad_date", 1, "Ngày ký", [["Ngày ký", "31/02/2024"], TITLES, [1, "a", ""]]),
        ("process.table.bad_limit", 1, "Tổng thời gian", [["Tổng thời gian", "lâu"], TITLES, [1, "a", ""]]),
        ("table.ends_before_start", 2, "Hiệu lực đến",
         [["Hiệu lực từ", "01/02/2024"], ["Hiệu lực đến", "31/01/2024"], TITLES, [1, "a", ""]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_bad_cell_is_named(code: str, row: int, column: str, rows: list, suffix: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read_process(table(tmp_path / f"x{suffix}", *rows))
    assert (caught.value.code, caught.value.facts["row"], caught.value.facts["column"]) == (code, row, column)
    said = sentence(caught.value)
    assert f"dòng {row}" in said and column in said and str(caught.value.facts["value"]) in said


@pytest.mark.parametrize(
    ("code", "rows"),
    [
        ("process.table.no_header", [["a", "b"], [1, 2]]),
        ("process.table.no_steps", [TITLES]),
        ("process.table.column_twice", [["Bước", "Nội dung", "Công việc"], [1, "a", "b"]]),
    ],
)
def test_a_sheet_without_a_table_is_refused(code: str, rows: list, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read_process(table(tmp_path / "x.xlsx", *rows))
    assert caught.value.code == code
    assert "x.xlsx" in sentence(caught.value)


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    for name, content, code in (("x.xlsx", b"PK", "archive.not_zip"), ("x.csv", b"\xff\x00\xd0", "table.not_text")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refused) as caught:
            read_process(tmp_path / name)
        assert caught.value.code == code


def test_semicolons_and_a_byte_order_mark_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Bước;Nội dung công việc\n1;Tiếp nhận, hẹn trả\n", encoding="utf-8-sig")
    assert read_process(path).steps == (Step("1", "Tiếp nhận, hẹn trả"),)


def test_names_are_kept_in_one_form_of_unicode(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Thẩm định")
    process: ApprovedProcess = read_process(table(tmp_path / "x.xlsx", TITLES, [1, decomposed, ""]))
    assert process.steps[0].activity == "Thẩm định"
    assert words_of(process.net, 1) == {("Thẩm định",)}


def test_a_table_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    longest = [[k, f"bước {k}", ""] for k in range(1, 201)]
    assert len(read_process(table(tmp_path / "x.csv", TITLES, *longest)).steps) == 200
    with pytest.raises(Refused, match="too_many_elements"):
        read_process(table(tmp_path / "y.csv", TITLES, *longest, [201, "nữa", ""]))
