"""The workbook holds typed cells and nothing that a spreadsheet would execute."""

import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from baro.channels.exports.sheets import sheets_of
from baro.channels.exports.xlsx import LINE, LONGEST_CELL, write_xlsx
from baro.rules.counted.told import SupervisionReport, Table
from channels.exports.a_report import a_report
from channels.exports.hostile import FORMULAS, UNPRINTABLE


def written(folder: Path, report: SupervisionReport) -> Path:
    write_xlsx(folder / "tables.xlsx", report)
    return folder / "tables.xlsx"


def rows(path: Path, sheet: str) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("xlsx"), a_report())


def test_the_first_sheet_explains_definitions_and_sources(workbook: Path) -> None:
    assert CalamineWorkbook.from_path(str(workbook)).sheet_names[0] == "Giải thích"
    told = rows(workbook, "Giải thích")
    assert ["DỮ LIỆU TỔNG HỢP (KHÔNG CÓ THẬT)", "", ""] in told
    assert any(row[1] == "Đã giải quyết trước và đúng hạn" and "chia cho" in str(row[2]) for row in told)
    assert any("nhat-ky-q1-2024.csv" in str(row[1]) and "9f86d08" in str(row[2]) for row in told)


def test_every_table_has_its_sheet(workbook: Path) -> None:
    names = CalamineWorkbook.from_path(str(workbook)).sheet_names
    report = a_report()
    assert len(names) == len(report.tables) + len(report.quality) + 6
    assert {"Thời gian trễ nằm ở đâu", "Theo đơn vị", "Dấu hiệu cần hỏi", "Lối đi giữa các bước"} <= set(names)


def test_counts_shares_dates_and_moments_are_numbers_and_dates_not_texts(workbook: Path) -> None:
    cause = next(r for r in rows(workbook, "Thời gian trễ nằm ở đâu") if r[3] == 904000)
    assert cause[5] == pytest.approx(0.452)
    heat = rows(workbook, "Đơn vị × tháng")[-1]
    assert (heat[1], heat[2]) == (date(2024, 4, 1), 3)
    assert rows(workbook, "Theo người thực hiện")[-1][4] == datetime(2024, 4, 24, 15, 30)


def test_numbers_are_shown_as_their_measure_says(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as package:
        styles = package.read("xl/styles.xml").decode()
    assert all(code in styles for code in ("dd/mm/yyyy", "0.0%", "#,##0.0"))


def test_heads_stay_in_sight(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as package:
        sheets = [n for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
        assert all(b'state="frozen"' in package.read(n) for n in sheets)


def test_every_sheet_prints_across_A4_with_its_head_on_each_page_and_its_number(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as package:
        sheets = [package.read(n) for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
        titles = package.read("xl/workbook.xml").decode().count("_xlnm.Print_Titles")
    assert titles == len(sheets)
    for sheet in sheets:
        assert b'orientation="landscape"' in sheet
        assert b'paperSize="9"' in sheet
        assert b'fitToHeight="0"' in sheet
        assert b"Trang &amp;P/&amp;N" in sheet


def test_the_first_sheet_lists_the_others(workbook: Path) -> None:
    names = CalamineWorkbook.from_path(str(workbook)).sheet_names
    assert [row[1] for row in rows(workbook, "Giải thích") if row[0] == "Trang"] == names[1:]


def test_a_cell_of_several_lines_gets_a_row_high_enough(tmp_path: Path) -> None:
    path = written(tmp_path, a_report(lead="Một câu rất dài. " * 30))
    with zipfile.ZipFile(path) as package:
        first = package.read("xl/worksheets/sheet1.xml").decode()
    heights = [float(h) for h in re.findall(r'<row [^>]* ht="([0-9.]+)"', first)]
    assert max(heights) > 8 * LINE
    assert all(h <= 409 for h in heights)


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_becomes_a_formula_or_a_link(formula: str, tmp_path: Path) -> None:
    plain = a_report()
    causes = replace(plain.causes, rows=((formula, formula, formula, 1, 0.0, 1.0),))
    path = written(tmp_path, a_report(causes=causes, lead=formula, agency=formula, title=formula))
    with zipfile.ZipFile(path) as package:
        for name in (n for n in package.namelist() if n.startswith("xl/worksheets/")):
            content = package.read(name)
            assert b"<f>" not in content
            assert b"<f " not in content
            assert b"hyperlink" not in content.lower()
            assert not name.endswith(".rels")
    assert any(
        row[0] == formula.replace("\r", "\n") or row[0] == formula for row in rows(path, "Thời gian trễ nằm ở đâu")
    )


def test_texts_too_long_for_a_cell_end_in_an_ellipsis_and_unprintable_ones_lose_what_cannot_be_held(
    tmp_path: Path,
) -> None:
    told = rows(written(tmp_path, a_report(lead="x" * 40_000, agency=UNPRINTABLE)), "Giải thích")
    cells = {str(row[1]) for row in told}
    assert "x" * (LONGEST_CELL - 1) + "…" in cells
    assert "Ứng Hòa" in cells


def test_sheet_names_are_allowed_and_unique() -> None:
    tables = tuple(Table(str(k), "Theo [đơn vị]: tháng/quý * rất dài và lặp lại?", (), ()) for k in range(12))
    names = [s.name for s in sheets_of(a_report(tables=tables))]
    assert len({n.casefold() for n in names}) == len(names)
    assert all(0 < len(n) <= 31 and not set(n) & set("[]:*?/\\'") for n in names)
