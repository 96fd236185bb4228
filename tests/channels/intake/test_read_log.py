"""From a file to the store: what is kept, in which order, what is left out and told."""

from datetime import UTC, datetime

import pytest

from baro.channels.intake.column_names import Role
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.read_log import read_log
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, HAS_FILE, IS_SIGNED, milliseconds
from baro.rules.observed.quality import Doubt
from baro.rules.prescribed.durations import UNITS, Unit
from baro.rules.prescribed.refusals import Refused
from channels.intake.log_files import event, write_csv

RECEIVED_AT = datetime(2024, 1, 15, 1, 30, tzinfo=UTC)
RECEIVED = event("A", "Tiếp nhận", "2024-01-15 08:30", "An", "P1")
DONE = event("A", "Có kết quả", "2024-01-16 09:00", "Bình", "P2")
OTHER = event("B", "Tiếp nhận", "2024-01-15 08:00", "An", "P1")


@pytest.fixture
def read(tmp_path):
    def run(*rows, **options):
        path = write_csv(tmp_path / "log.csv", list(rows))
        return read_log(path, tmp_path / "store", **options)

    return run


def told(result):
    return [(f.doubt, f.row, f.column, f.value) for f in result.quality.findings]


def steps(result, code):
    return [e.activity for e in result.store.case(code).events]


def test_cases_stand_in_order_of_first_appearance_and_events_in_order_of_time(read):
    log = read(OTHER, DONE, RECEIVED).store.whole()
    assert list(log.cases.ids) == ["B", "A"]
    assert [e.activity for e in log.case(1).events] == ["Tiếp nhận", "Có kết quả"]
    assert log.events.row.tolist() == [2, 4, 3]


def test_events_of_one_moment_keep_the_order_of_the_file(read):
    same = [event("A", step, "2024-01-15 08:30") for step in ("c", "a", "b")]
    assert steps(read(OTHER, *same), "A") == ["c", "a", "b"]


def test_interleaved_cases_are_brought_together(read):
    rows = [event(case, f"step {n}", f"2024-01-{15 + n} 08:30") for n in range(3) for case in "XYZ"]
    result = read(*rows)
    assert [steps(result, case) for case in "XYZ"] == [["step 0", "step 1", "step 2"]] * 3
    assert len(result.store.traces) == 1


def test_kinds_are_known_by_phrase_and_by_mapping(read):
    result = read(RECEIVED, event("A", "Đóng HS", "2024-01-17"), mapping=Mapping(kinds={"đóng hs": Kind.RELEASED}))
    assert [e.kind for e in result.store.case("A").events] == [Kind.RECEIVED, Kind.RELEASED]


def test_names_are_kept_composed_and_trimmed_and_so_are_one(read):
    decomposed = event("A", "Tie\u0302\u0301p nha\u0323\u0302n ", "2024-01-15 09:00")
    result = read(RECEIVED, decomposed)
    assert result.store.names.activities == ("Tiếp nhận",)


def test_a_row_without_case_step_or_moment_is_left_out_and_told(read):
    bad = [event("", "x", "2024-01-15"), event("A", " ", "2024-01-15"), event("A", "x", "31/02/2024")]
    result = read(RECEIVED, *bad, DONE, OTHER, OTHER | {"Bước": "y"})
    assert told(result) == [
        (Doubt.BAD_CELL, 3, "Mã hồ sơ", ""),
        (Doubt.BAD_CELL, 4, "Bước", " "),
        (Doubt.BAD_CELL, 5, "Thời điểm", "31/02/2024"),
    ]
    assert result.store.event_count == 4
    assert result.store.whole().events.row.tolist() == [2, 6, 7, 8]


def test_a_blank_row_is_no_row_and_no_doubt(read):
    result = read(RECEIVED, event("", "", ""), DONE)
    assert told(result) == []
    assert result.store.whole().events.row.tolist() == [2, 4]


def test_a_case_whose_rows_are_all_left_out_is_not_there(read):
    result = read(RECEIVED, DONE, event("C", "x", "?"))
    assert list(result.store.ids) == ["A"]


def test_an_optional_moment_that_cannot_be_read_counts_as_empty(read):
    result = read(RECEIVED | {"Ngày hẹn trả": "sớm"}, DONE)
    assert told(result) == [(Doubt.BAD_CELL, 2, "Ngày hẹn trả", "sớm")]
    assert result.store.event_count == 2
    assert "recorded_due" not in result.store.present


def test_a_log_of_which_most_cannot_be_read_is_refused_and_nothing_is_written(read, tmp_path):
    with pytest.raises(Refused) as refusal:
        read(RECEIVED, event("A", "x", "hôm qua"), event("A", "x", "hôm nay"))
    assert refusal.value.code == "log.mostly_unreadable"
    assert (refusal.value.facts["bad"], refusal.value.facts["total"]) == (2, 3)
    assert refusal.value.facts["value"] == "hôm qua"
    assert not (tmp_path / "store").exists()


def test_a_log_with_a_header_alone_is_refused(tmp_path):
    (tmp_path / "log.csv").write_text("Mã hồ sơ,Bước,Thời điểm\n", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        read_log(tmp_path / "log.csv", tmp_path / "store")
    assert refusal.value.code == "log.empty"


def test_the_later_of_two_equal_rows_is_left_out(read):
    between = event("A", "Thẩm định", "2024-01-15 08:30", "An", "P1")
    result = read(RECEIVED, between, RECEIVED, DONE, DONE)
    assert [(f.doubt, f.row, f.case) for f in result.quality.findings] == [
        (Doubt.DUPLICATE, 4, "A"),
        (Doubt.DUPLICATE, 6, "A"),
    ]
    assert steps(result, "A") == ["Tiếp nhận", "Thẩm định", "Có kết quả"]


def test_rows_that_differ_in_a_column_not_used_are_two_events(read):
    rows = [RECEIVED | {"Số thứ tự": "1"}, RECEIVED | {"Số thứ tự": "2"}, RECEIVED | {"Số thứ tự": "1"}]
    result = read(*rows)
    assert [(f.doubt, f.row) for f in result.quality.findings] == [(Doubt.DUPLICATE, 4)]
    assert result.store.event_count == 2


def test_impossible_moments_are_told_and_kept(read):
    as_of = milliseconds(RECEIVED_AT)
    result = read(event("A", "x", "01/01/1900"), RECEIVED, DONE, as_of=as_of)
    assert [(f.doubt, f.row) for f in result.quality.findings if f.doubt is Doubt.IMPOSSIBLE_DATE] == [
        (Doubt.IMPOSSIBLE_DATE, 2),
        (Doubt.IMPOSSIBLE_DATE, 4),
    ]
    assert result.store.event_count == 3


def test_an_impossible_due_date_counts_as_empty(read):
    result = read(RECEIVED | {"Ngày hẹn trả": "01/01/1900"}, DONE)
    assert [(f.doubt, f.row, f.column) for f in result.quality.findings] == [(Doubt.IMPOSSIBLE_DATE, 2, "Ngày hẹn trả")]
    assert result.store.case("A").recorded_due is None


def test_events_before_the_receipt_are_told_but_submission_may_come_first(read):
    early = event("A", "Thẩm định", "2024-01-14 08:00")
    sent = event("A", "Nộp hồ sơ", "2024-01-13 08:00")
    result = read(early, sent, RECEIVED)
    assert [(f.doubt, f.row, f.case) for f in result.quality.findings] == [(Doubt.BEFORE_RECEIPT, 2, "A")]


def test_what_the_source_says_of_receipt_goes_before_the_event(read):
    rows = [row | {"Ngày tiếp nhận": "16/01/2024"} for row in (RECEIVED, DONE)]
    assert [(f.doubt, f.row) for f in read(*rows).quality.findings] == [(Doubt.BEFORE_RECEIPT, 2)]


def test_a_case_attribute_that_differs_is_told_once_a_case_and_the_first_is_used(read):
    rows = [RECEIVED | {"Ngày hẹn trả": ""}, *(DONE | {"Ngày hẹn trả": f"2{n}/01/2024"} for n in range(3))]
    result = read(*rows)
    assert [(f.doubt, f.row, f.column) for f in result.quality.findings] == [(Doubt.INCONSISTENT, 4, "Ngày hẹn trả")]
    assert result.store.case("A").recorded_due.isoformat() == "2024-01-20T16:59:59.999000+00:00"


def test_findings_are_all_counted_and_the_first_thousand_listed(read):
    rows = [event("A", "x", f"2024-01-15 {n // 60 % 24:02}:{n % 60:02}:{n // 1440:02}") for n in range(2500)]
    result = read(*rows, *[event("A", "x", "?")] * 1200)
    assert result.quality.counts == {Doubt.BAD_CELL: 1200}
    assert len(result.quality.findings) == 1000


def test_present_names_the_columns_that_hold_something(read):
    assert read(RECEIVED, DONE).store.present == {"actor", "unit"}
    plain = read(event("000.17.27.H26-240115-0001", "x", "2024-01-15") | {"Số văn bản": ""})
    assert plain.store.present == {"dossier_code", "document"}


def test_flags_say_what_was_attached(read):
    papers = {"Số văn bản": "12/VB", "Tệp kết quả": "có", "Ký số": "Không"}
    bare = {"Số văn bản": " ", "Tệp kết quả": "0", "Ký số": "x"}
    result = read(RECEIVED | papers, DONE | bare)
    assert [e.flags for e in result.store.case("A").events] == [HAS_DOCUMENT | HAS_FILE, IS_SIGNED]


def test_a_dossier_code_is_taken_apart(read):
    good, wrong_day, plain = "000.17.27.H26-240115-0001", "H26-240231-0002", "HS-1"
    result = read(*(event(code, "x", "2024-01-15") for code in (good, wrong_day, plain)))
    cases = [result.store.case(code) for code in (good, wrong_day, plain)]
    assert [(c.code_prefix, c.code_day, c.code_sequence) for c in cases] == [
        ("000.17.27.H26", 19737, 1),
        ("", -1, -1),
        ("", -1, -1),
    ]


@pytest.mark.parametrize(
    ("header", "cell", "unit", "limit"),
    [
        ("Thời hạn", "15 ngày làm việc", None, (15, Unit.WORKING_DAY)),
        ("Thời hạn (ngày làm việc)", "15", Unit.WORKING_DAY, (15, Unit.WORKING_DAY)),
        ("Thời hạn", "8", Unit.WORKING_HOUR, (8, Unit.WORKING_HOUR)),
        ("Thời hạn", "theo quy định", None, None),
        ("Thời hạn", "15", None, None),
    ],
)
def test_a_limit_needs_a_unit(read, header, cell, unit, limit):
    mapping = Mapping(columns={Role.LIMIT: header}, limit_unit=unit)
    result = read(RECEIVED | {header: cell}, mapping=mapping)
    case = result.store.case("A")
    if limit is None:
        assert (case.limit_value, case.limit_unit) == (-1, -1)
        assert told(result) == [(Doubt.BAD_CELL, 2, header, cell)]
    else:
        assert (case.limit_value, UNITS[case.limit_unit]) == limit


def test_applicants_can_be_compared_and_not_read(read):
    rows = [
        event(case, "x", "2024-01-15") | {"Người nộp": who} for case, who in zip("ABC", ["Lan", "Lan", ""], strict=True)
    ]
    first, again, other = (read(*rows, salt=salt).store.whole().cases.applicant.tolist() for salt in (b"k", b"k", b"l"))
    assert first[0] == first[1] != 0
    assert first[2] == 0
    assert first == again
    assert first[0] != other[0]


def test_only_the_completion_of_a_step_is_an_event(read):
    rows = [DONE | {"lifecycle:transition": "start"}, DONE | {"lifecycle:transition": "complete"}]
    result = read(*rows)
    assert result.store.whole().events.row.tolist() == [3]
    assert any("1 dòng ghi trạng thái khác" in sentence for sentence in result.assumptions)


def test_starts_alone_are_events(read):
    assert read(DONE | {"lifecycle:transition": "start"}).store.event_count == 1


def test_the_unit_of_a_case_shares_the_names_of_the_units_of_events(read):
    result = read(RECEIVED | {"Đơn vị giải quyết": "P2"}, DONE | {"Đơn vị giải quyết": "P2"})
    assert result.store.names.units == ("P1", "P2")
    assert result.store.case("A").unit == "P2"


def test_assumptions_are_told(read):
    said = " ".join(read(event("A", "x", "05/01/2024", due="06/01/2024") | {"Cột lạ": "1"}).assumptions)
    for part in ("“Mã hồ sơ” là mã hồ sơ", "giờ Việt Nam", "ngày trước, tháng sau", "1 sự kiện chỉ ghi ngày",
                 "hết ngày đó", "Các cột không dùng đến: “Cột lạ”"):  # fmt: skip
        assert part in said


def test_what_the_mapping_says_is_not_assumed(read):
    mapping = Mapping(is_zone_said=True, is_order_said=True, kinds={"không có": Kind.RELEASED})
    said = " ".join(read(event("A", "x", "05/01/2024 08:00"), mapping=mapping).assumptions)
    assert "giờ Việt Nam" not in said
    assert "tháng sau" not in said
    assert "không có trong nhật ký: “không có”" in said


def test_a_log_says_of_itself_that_it_is_synthetic(read, tmp_path):
    assert not read(RECEIVED).synthetic
    assert read(RECEIVED, mapping=Mapping(synthetic=True)).synthetic
    (tmp_path / "DOC-TOI.txt").write_text("DỮ LIỆU TỔNG HỢP (không có thật). …", encoding="utf-8")
    assert read(RECEIVED).synthetic


def test_progress_is_told_up_to_the_end(read):
    seen = []
    read(RECEIVED, DONE, progress=lambda done, size: seen.append((done, size)))
    assert seen
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("name", ["log.doc", "log", "log.zip", "log.xls"])
def test_an_unknown_format_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(Refused) as refusal:
        read_log(tmp_path / name, tmp_path / "store")
    assert refusal.value.code == "log.unknown_format"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused) as refusal:
        read_log(tmp_path / "log.csv", tmp_path / "store")
    assert refusal.value.code == "log.missing"
