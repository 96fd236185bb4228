"""What only one format has: sheets and typed cells of XLSX, typed columns of Parquet, nesting of XES."""

from datetime import UTC, date, datetime

import polars as pl
import pytest
import xlsxwriter

from baro.channels.intake.read_log import read_log
from baro.rules.observed.quality import Doubt
from baro.rules.prescribed.refusals import Refused

HEADER = ("Mã hồ sơ", "Bước", "Thời điểm", "Ngày hẹn trả")


def _book(path, sheets):
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy hh:mm"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if cell is not None:
                    sheet.write(r, c, cell)
    book.close()
    return path


def test_every_sheet_with_the_header_is_read_wherever_the_header_stands(tmp_path):
    path = _book(
        tmp_path / "log.xlsx",
        {
            "Tháng 1": [
                ("NHẬT KÝ",),
                (),
                HEADER,
                (12345, "Tiếp nhận", datetime(2024, 1, 15, 8, 30), date(2024, 1, 20)),
            ],
            "Ghi chú": [("Người lập", "Lan")],
            "Tháng 2": [HEADER[:3], (12345, "Trả kết quả", "15/02/2024 09:00"), ("HS", "Tiếp nhận", "không rõ")],
        },
    )
    result = read_log(path, tmp_path / "store")
    case = result.store.case("12345")
    assert [(e.activity, e.at, e.row) for e in case.events] == [
        ("Tiếp nhận", datetime(2024, 1, 15, 1, 30, tzinfo=UTC), 4),
        ("Trả kết quả", datetime(2024, 2, 15, 2, 0, tzinfo=UTC), 2),
    ]
    assert case.recorded_due == datetime(2024, 1, 20, 16, 59, 59, 999000, tzinfo=UTC)
    (finding,) = result.quality.findings
    assert (finding.doubt, finding.sheet, finding.row, finding.value) == (Doubt.BAD_CELL, "Tháng 2", 3, "không rõ")


def test_the_same_event_on_two_sheets_is_told_with_its_sheet(tmp_path):
    row = ("A", "Tiếp nhận", "15/01/2024 08:30", None)
    path = _book(tmp_path / "log.xlsx", {"một": [HEADER, row], "hai": [HEADER, ("B", *row[1:]), row]})
    result = read_log(path, tmp_path / "store")
    assert [(f.doubt, f.sheet, f.row, f.case) for f in result.quality.findings] == [(Doubt.DUPLICATE, "hai", 3, "A")]
    assert result.store.event_count == 2


def test_a_workbook_without_a_log_names_the_columns_it_has(tmp_path):
    path = _book(tmp_path / "log.xlsx", {"x": [("Họ tên", "Chức danh"), ("Lan", "Cán bộ")]})
    with pytest.raises(Refused) as refusal:
        read_log(path, tmp_path / "store")
    assert refusal.value.code == "log.missing_column"
    assert refusal.value.facts["columns"] == "“Họ tên”, “Chức danh”"


def test_typed_columns_of_parquet_are_read_as_they_are(tmp_path):
    pl.DataFrame(
        {
            "case:concept:name": [7, 7, 8, None],
            "concept:name": pl.Series(["a", "b", "a", None], dtype=pl.Categorical),
            "time:timestamp": [datetime(2024, 1, 15, 1, 30, tzinfo=UTC), datetime(2024, 1, 16, tzinfo=UTC), None, None],
            "case:deadline": [date(2024, 1, 20), date(2024, 1, 20), None, None],
            "signed": [True, None, False, None],
            "nested": [[1], [2], [3], [4]],
        }
    ).write_parquet(tmp_path / "log.parquet")
    result = read_log(tmp_path / "log.parquet", tmp_path / "store")
    case = result.store.case("7")
    assert [(e.activity, e.flags, e.row) for e in case.events] == [("a", 8, 1), ("b", 0, 2)]
    assert case.events[0].at == datetime(2024, 1, 15, 1, 30, tzinfo=UTC)
    assert case.recorded_due == datetime(2024, 1, 20, 16, 59, 59, 999000, tzinfo=UTC)
    assert [(f.row, f.column) for f in result.quality.findings] == [(3, "time:timestamp")]


def test_codes_that_became_floating_point_are_whole_numbers_again(tmp_path):
    pl.DataFrame(
        {"case": [1.0, None, 2.0], "activity": ["a", "b", "c"], "timestamp": ["2024-01-15", "", "2024-01-15"]}
    ).write_parquet(tmp_path / "log.parquet")
    assert list(read_log(tmp_path / "log.parquet", tmp_path / "store").store.ids) == ["1", "2"]


XES = """<log xmlns="http://www.xes-standard.org/">
<global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
<trace>
  <string key="concept:name" value="A"/>
  <list key="notes"><string key="concept:name" value="nested in the trace"/></list>
  <event>
    <string key="concept:name" value="a"><string key="concept:name" value="nested in an attribute"/></string>
    <date key="time:timestamp" value="2024-01-15T08:30:00.000+07:00"/>
  </event>
  <event><string key="concept:name" value="late key"/><date key="time:timestamp" value="2024-01-16T08:30:00Z"/>
    <string key="org:resource" value="An"/></event>
  <event><string key="concept:name" value="no time"/></event>
  <date key="startDate" value="2024-01-14T00:00:00+07:00"/>
</trace>
<trace><string key="concept:name" value="no events"/></trace>
</log>"""


def test_only_the_attributes_of_the_trace_and_the_event_themselves_count(tmp_path):
    (tmp_path / "log.xes").write_text(XES, encoding="utf-8")
    result = read_log(tmp_path / "log.xes", tmp_path / "store")
    assert list(result.store.ids) == ["A"]
    case = result.store.case("A")
    assert [(e.activity, e.actor, e.row) for e in case.events] == [("a", "", 1), ("late key", "An", 2)]
    assert case.recorded_received == datetime(2024, 1, 13, 17, 0, tzinfo=UTC)
    assert [(f.row, f.column) for f in result.quality.findings] == [(3, "time:timestamp")]


def test_equal_events_of_a_trace_are_one_and_unequal_ones_two(tmp_path):
    event = '<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-15"/>{}</event>'
    extra = '<string key="unused" value="1"/>'
    events = event.format("") + event.format("") + event.format(extra)
    name = '<string key="concept:name" value="A"/>'
    (tmp_path / "log.xes").write_text(f"<log><trace>{name}{events}</trace></log>", encoding="utf-8")
    result = read_log(tmp_path / "log.xes", tmp_path / "store")
    assert result.store.event_count == 2
    assert [(f.doubt, f.row) for f in result.quality.findings] == [(Doubt.DUPLICATE, 2)]
