"""The offices workbook: bodies, people, posts and delegations; a cell that cannot be right is named."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter

from baro.channels.demo.paperwork import write_offices as write_demo_offices
from baro.channels.demo.plan import plan_year
from baro.channels.intake.offices import read_offices, write_offices
from baro.channels.wording import sentence
from baro.rules.prescribed.offices import Delegation, Officer, Offices, OfficeUnit, Post, Term
from baro.rules.prescribed.refusals import Refused

UNITS = [
    ["Mã", "Tên đơn vị", "Đơn vị cấp trên", "Ngoài cơ quan"],
    ["VP", "Văn phòng", "", "không"],
    ["T", "Thuế", "", "x"],
]
PEOPLE = [["Mã", "Họ và tên"], ["lan", "Lan"], ["duc", "Đức"]]
POSTS = [
    ["Mã cán bộ", "Đơn vị", "Chức danh", "Người đứng đầu", "Từ ngày", "Đến ngày"],
    ["lan", "VP", "Giám đốc", "có", "01/02/2023", ""],
]
GIVEN = [["Mã cán bộ", "Chức danh", "Mã đơn vị"], ["duc", "Ký thay", "VP"]]
TERM = Term(date(2023, 2, 1), date(2024, 2, 29))
FULL = Offices(
    (OfficeUnit("VP", "Văn phòng", "Sở", "", False, TERM), OfficeUnit("P1", "Phòng 1", "", "VP", True)),
    (Officer("lan", "Lan"), Officer("lan2", "Lan")),
    (
        Post("lan", "VP", "Giám đốc", True, TERM, "01/QĐ", ("Người phát ngôn", "Trưởng ban")),
        Post("lan2", "P1", "Chuyên viên"),
    ),
    (Delegation("lan2", "VP", "Ký thay", TERM, "02/QĐ"),),
)


def workbook(path: Path, **changed: list | None) -> Path:
    sheets = {"Đơn vị": UNITS, "Cán bộ": PEOPLE, "Chức vụ": POSTS, "Ủy quyền": GIVEN}
    names = {"units": "Đơn vị", "people": "Cán bộ", "posts": "Chức vụ", "given": "Ủy quyền"}
    sheets |= {names[key]: rows for key, rows in changed.items()}
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            if rows is not None:
                sheet = book.add_worksheet(name)
                for r, row in enumerate(rows):
                    sheet.write_row(r, 0, row)
    return path


def test_what_an_office_filled_in_is_read(tmp_path: Path) -> None:
    offices = read_offices(workbook(tmp_path / "x.xlsx"))
    assert offices.units == (OfficeUnit("VP", "Văn phòng"), OfficeUnit("T", "Thuế", external=True))
    assert offices.people == (Officer("lan", "Lan"), Officer("duc", "Đức"))
    assert offices.posts == (Post("lan", "VP", "Giám đốc", True, Term(date(2023, 2, 1))),)
    assert offices.delegations == (Delegation("duc", "VP", "Ký thay"),)
    assert offices.was_head("Văn phòng", date(2023, 2, 1)) == ("lan",)


@pytest.mark.parametrize("offices", [FULL, Offices()])
def test_what_is_written_is_read_back(offices: Offices, tmp_path: Path) -> None:
    write_offices(offices, tmp_path / "x.xlsx")
    assert read_offices(tmp_path / "x.xlsx") == offices


def test_a_title_above_the_table_and_empty_rows_do_not_matter(tmp_path: Path) -> None:
    people = [["DANH SÁCH CÁN BỘ"], [], *PEOPLE[:2], [], *PEOPLE[2:]]
    assert read_offices(workbook(tmp_path / "x.xlsx", people=people)).people == (
        Officer("lan", "Lan"),
        Officer("duc", "Đức"),
    )


def test_nobody_need_have_a_delegation(tmp_path: Path) -> None:
    assert read_offices(workbook(tmp_path / "x.xlsx", given=None)).delegations == ()


@pytest.mark.parametrize(
    ("code", "sheet", "row", "column", "changed"),
    [
        ("table.empty_cell", "Đơn vị", 2, "Mã", {"units": [UNITS[0], ["", "x", "", ""]]}),
        ("table.empty_cell", "Chức vụ", 2, "Chức danh", {"posts": [POSTS[0], ["lan", "VP", ""]]}),
        ("table.bad_yes", "Đơn vị", 2, "Ngoài cơ quan", {"units": [UNITS[0], ["VP", "x", "", "có lẽ"]]}),
        ("table.bad_date", "Chức vụ", 2, "Từ ngày", {"posts": [POSTS[0], ["lan", "VP", "x", "", "30/02/2023"]]}),
        ("table.ends_before_start", "Chức vụ", 2, "Đến ngày",
         {"posts": [POSTS[0], ["lan", "VP", "x", "", "02/02/2023", "01/02/2023"]]}),
        ("offices.code_twice", "Cán bộ", 3, "Mã", {"people": [PEOPLE[0], ["lan", "Lan"], ["lan", "Lan"]]}),
        ("offices.code_twice", "Đơn vị", 4, "Mã", {"units": [*UNITS, ["VP", "x", "", ""]]}),
        ("offices.unknown_person", "Chức vụ", 2, "Mã cán bộ", {"posts": [POSTS[0], ["ai", "VP", "x"]]}),
        ("offices.unknown_unit", "Chức vụ", 2, "Đơn vị", {"posts": [POSTS[0], ["lan", "Z", "x"]]}),
        ("offices.unknown_person", "Ủy quyền", 2, "Mã cán bộ", {"given": [GIVEN[0], ["ai", "x", "VP"]]}),
        ("offices.unknown_unit", "Đơn vị", 4, "Đơn vị cấp trên", {"units": [*UNITS, ["P", "x", "Z", ""]]}),
        ("offices.parent_loop", "Đơn vị", 4, "Đơn vị cấp trên", {"units": [*UNITS, ["P", "x", "Q", ""], ["Q", "y", "P", ""]]}),
    ],
)  # fmt: skip
def test_a_bad_cell_is_named(code: str, sheet: str, row: int, column: str, changed: dict, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read_offices(workbook(tmp_path / "x.xlsx", **changed))
    where = tuple(caught.value.facts[k] for k in ("sheet", "row", "column"))
    assert (caught.value.code, *where) == (code, sheet, row, column)
    assert f"dòng {row}" in sentence(caught.value)


@pytest.mark.parametrize(
    ("code", "changed"),
    [("offices.no_sheet", {"posts": None}), ("table.no_column", {"people": [["Mã", "Ghi chú"], ["lan", "Lan"]]})],
)
def test_a_missing_sheet_or_column_is_named(code: str, changed: dict, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        read_offices(workbook(tmp_path / "x.xlsx", **changed))
    assert caught.value.code == code
    assert "Chức vụ" in sentence(caught.value) or "Họ tên" in sentence(caught.value)


def test_the_synthetic_offices_own_workbook_is_read(tmp_path: Path) -> None:
    days = np.arange(19_300, 19_900)
    plan = plan_year(60, 7, days, (19_358, 19_722))  # the year 2023
    offices = read_offices(write_demo_offices(plan, tmp_path / "x.xlsx"))
    branches = int(plan.branch.max()) + 1
    assert [unit.code for unit in offices.units] == ["VP", "THUE", *(f"CN{b + 1:03d}" for b in range(branches))]
    assert [unit.code for unit in offices.units if unit.external] == ["THUE"]
    assert all(len(offices.was_head(f"CN{b + 1:03d}", date(2023, 7, 1))) == 1 for b in range(branches))
    assert offices.posts[0].term == Term(date(2022, 1, 4))
