"""Columns are known by their names, in Vietnamese and English; what is not certain is asked, not guessed."""

import pytest

from baro.channels.intake.column_names import NAMES, TITLES, Role
from baro.channels.intake.columns import find_columns, is_header
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.refusals import Refused

BASE = {Role.CASE: "Mã hồ sơ", Role.ACTIVITY: "Bước", Role.TIME: "Thời điểm"}


@pytest.mark.parametrize(
    "header",
    [
        ("Mã hồ sơ", "Bước", "Thời điểm"),
        ("MÃ HỒ SƠ", "Hoạt động", "Thời gian thực hiện"),
        ("mã  số hồ sơ", "Công việc", "Ngày giờ"),
        ("case:concept:name", "concept:name", "time:timestamp"),
        ("Case ID", "Activity", "Timestamp"),
        ("case_id", "activity", "Complete Timestamp"),
        ("Số biên nhận", "Nội dung công việc", "Thời điểm kết thúc"),
        ("Ma ho so", "Buoc", "Thoi diem"),
    ],
)
def test_common_headers_are_understood(header):
    found = find_columns("f", header, {})
    assert [found[role] for role in BASE] == list(header)


@pytest.mark.parametrize("role", [role for role in Role if role not in BASE])
def test_every_name_of_a_role_is_understood_as_that_role(role):
    for name in (name for tier in NAMES[role] for name in tier):
        found = find_columns("f", [*BASE.values(), name], {})
        assert found.get(role) == name, name


def test_no_name_stands_for_two_roles():
    names = [(fold_words(name), role) for role, tiers in NAMES.items() for tier in tiers for name in tier]
    assert len({name for name, _ in names}) == len(set(names))


def test_every_role_has_a_title():
    assert set(TITLES) == set(Role) == set(NAMES)


def test_the_columns_of_the_receipt_log():
    header = [
        "case:channel",
        "case:concept:name",
        "case:deadline",
        "case:department",
        "case:enddate",
        "case:enddate_planned",
        "case:group",
        "case:responsible",
        "case:startdate",
        "concept:instance",
        "concept:name",
        "lifecycle:transition",
        "org:group",
        "org:resource",
        "time:timestamp",
    ]
    assert find_columns("receipt.csv", header, {}) == {
        Role.CASE: "case:concept:name",
        Role.ACTIVITY: "concept:name",
        Role.TIME: "time:timestamp",
        Role.ACTOR: "org:resource",
        Role.UNIT: "org:group",
        Role.LIFECYCLE: "lifecycle:transition",
        Role.CHANNEL: "case:channel",
        Role.CASE_UNIT: "case:group",
        Role.RECORDED_RECEIVED: "case:startdate",
        Role.RECORDED_DUE: "case:deadline",
        Role.RECORDED_ENDED: "case:enddate",
    }


def test_the_plainer_name_wins_over_the_looser_one():
    assert find_columns("f", ["Mã hồ sơ", "Bước", "Thời gian", "Thời điểm"], {})[Role.TIME] == "Thời điểm"


def test_two_equally_good_columns_are_a_question():
    with pytest.raises(Refused) as refusal:
        find_columns("f", ["Mã hồ sơ", "Bước", "Hoạt động", "Thời điểm"], {})
    assert refusal.value.code == "log.ambiguous_column"
    assert refusal.value.facts["columns"] == "“Bước”, “Hoạt động”"


def test_the_mapping_settles_the_question():
    header = ["Mã hồ sơ", "Bước", "Hoạt động", "Thời điểm"]
    assert find_columns("f", header, {Role.ACTIVITY: "hoạt động"})[Role.ACTIVITY] == "Hoạt động"


def test_a_column_taken_by_the_mapping_serves_no_other_role():
    header = ["Mã hồ sơ", "Bước", "Thời điểm", "Đơn vị"]
    found = find_columns("f", header, {Role.CASE_UNIT: "Đơn vị"})
    assert found[Role.CASE_UNIT] == "Đơn vị"
    assert Role.UNIT not in found


@pytest.mark.parametrize(
    ("header", "given", "code"),
    [
        (["Mã hồ sơ", "Bước", "Cột lạ"], {}, "log.missing_column"),
        (["", " "], {}, "log.no_columns"),
        ([], {}, "log.no_columns"),
        (["Mã hồ sơ", "Bước", "Thời điểm"], {Role.ACTOR: "Ai"}, "map.no_such_column"),
        (["Mã hồ sơ", "Bước", "Thời điểm", "Thời điểm"], {}, "log.ambiguous_column"),
        (["Mã hồ sơ", "Bước", "Thời điểm", "x", "x"], {Role.ACTOR: "x"}, "log.repeated_column"),
    ],
)
def test_what_cannot_be_settled_is_refused(header, given, code):
    with pytest.raises(Refused) as refusal:
        find_columns("f", header, given)
    assert refusal.value.code == code


def test_a_refusal_names_the_columns_there_are():
    with pytest.raises(Refused) as refusal:
        find_columns("f", ["Mã hồ sơ", "Bước", "Cột lạ"], {})
    assert refusal.value.facts["columns"] == "“Mã hồ sơ”, “Bước”, “Cột lạ”"
    assert refusal.value.facts["role"] == "time"


def test_a_header_is_a_row_with_the_required_columns():
    assert is_header(["STT", "Mã hồ sơ", "Bước", "Thời điểm"], {})
    assert is_header(["HS", "Bước", "Thời điểm"], {Role.CASE: "HS"})
    assert not is_header(["Mã hồ sơ", "Bước"], {})
