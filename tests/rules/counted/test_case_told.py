"""One dossier told in full: how it stands, who held it, what was done, what is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from baro.rules.counted.reports.case_told import CaseFile, case_told
from baro.rules.counted.told import EventTold, SplitPart
from baro.rules.judged.conformance.deviations import DeviationKind, TraceDeviation
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.durations import Duration, Unit
from rules.judged.deadlines.logs import Dossier, Happened, log_of, process, setting, vn
from rules.judged.deadlines.twins import Judged

LIMIT = Duration(3, Unit.WORKING_DAY)
TAX = "Chi cục Thuế"
PROCESS = process(LIMIT, {Kind.RECEIVED: Duration(0, Unit.WORKING_DAY), Kind.ASSIGNED: Duration(1, Unit.WORKING_DAY)})
RECEIVED = Happened(Kind.RECEIVED, vn(1, "09:00"), "Một cửa", "Lan")
COURSE = (
    RECEIVED,
    Happened(Kind.CONSULTED, vn(2, "10:00")),
    Happened(Kind.ANSWERED, vn(3, "10:00"), TAX, "Đức"),
    Happened(Kind.SUPPLEMENT_REQUESTED, vn(3, "14:30")),
    Happened(Kind.SUPPLEMENT_RECEIVED, vn(4, "14:30"), "Một cửa", "Lan"),
    Happened(Kind.WORKED, vn(10, "16:30"), "", "Minh"),
    Happened(Kind.RELEASED, vn(11, "09:00"), actor=""),
)


def file_of(events: Sequence[Happened], as_of: datetime = vn(31), **more: object) -> CaseFile:
    """The file of one dossier of "Phòng Tài nguyên", judged by its readable rules."""
    log = log_of([Dossier(tuple(events), "Phòng Tài nguyên", "1.012783")])
    judged = Judged(log, setting(as_of), [PROCESS], [0], {TAX})
    told = {
        "case": log.case(0), "process": PROCESS, "clock": judged.clock(0), "split": judged.split(0), "deviations": (),
        "marks": {}, "questions": (), "unit": "Phòng Tài nguyên", "reason": "ví dụ", "zone": "Asia/Ho_Chi_Minh",
    }  # fmt: skip
    return CaseFile(**(told | more))


def test_a_late_dossier_told_in_full():
    deviations = (
        TraceDeviation(DeviationKind.SKIPPED, "ASSIGNED", 1, 1),
        TraceDeviation(DeviationKind.INSERTED, "WORKED", 5, 1),
        TraceDeviation(DeviationKind.SKIPPED, "RETURNED", 7, 1),
    )
    questions = [("R05", "Hồ sơ H0 được yêu cầu bổ sung sau 2 ngày làm việc: vì sao?")]
    told = case_told(file_of(COURSE, deviations=deviations, marks={5: ["sai chức danh"]}, questions=questions))
    assert (told.code, told.procedure, told.unit, told.reason_shown) == ("H0", "1.012783", "Phòng Tài nguyên", "ví dụ")
    assert (told.state, told.state_words) == ("late", "Xong quá hạn 2 ngày làm việc")
    assert (told.received, told.due, told.ended) == (vn(1, "09:00"), date(2024, 7, 9), vn(11, "09:00"))
    assert told.why[0] == "Tiếp nhận hồ sơ lúc 09:00 thứ Hai 01/07/2024."
    assert told.why[1] == "Thời hạn: 3 ngày làm việc."
    assert told.why[-1] == "Hạn: hết thứ Ba 09/07/2024."
    assert told.split == (
        SplitPart("Lan, Phòng Tài nguyên", "office", 540 + 180, 0),
        SplitPart("Chi cục Thuế", "other_agency", 480, 0),
        SplitPart("Người nộp hồ sơ", "applicant", 480, 0),
        SplitPart("Minh, Phòng Tài nguyên", "office", 180 + 3 * 480 + 420, 420),
        SplitPart("Phòng Tài nguyên", "office", 120, 120),
    )
    assert [e.mark for e in told.course] == [
        "", "trước bước này thiếu “ASSIGNED”", "", "", "", "thêm bước; sai chức danh", "",
    ]  # fmt: skip
    assert told.course[0] == EventTold(vn(1, "09:00"), "RECEIVED", "Lan", "Một cửa", "", 1)
    assert told.deviations == (
        "Bỏ bước: ASSIGNED (bước 1 của QT-01), 02/07/2024 10:00, dòng 2 của nhật ký.",
        "Thêm bước: WORKED, 10/07/2024 16:30, dòng 6 của nhật ký.",
        "Bỏ bước: RETURNED, sau bước cuối cùng.",
    )
    assert told.questions == tuple(questions)


@pytest.mark.parametrize(
    ("events", "as_of", "state", "words"),
    [
        ([RECEIVED, Happened(Kind.RELEASED, vn(3))], vn(31), "closed", "Xong trước hạn"),
        ([RECEIVED, Happened(Kind.RELEASED, vn(4, "17:29"))], vn(31), "closed", "Xong đúng hạn"),
        ([RECEIVED, Happened(Kind.RELEASED, vn(5))], vn(31), "late", "Xong quá hạn 1 ngày làm việc"),
        ([RECEIVED], vn(4), "on_time", "Đang giải quyết, trong hạn"),
        ([RECEIVED], vn(9), "late", "Đang giải quyết, đã quá hạn 3 ngày làm việc"),
        ([RECEIVED, Happened(Kind.SUPPLEMENT_REQUESTED, vn(2))], vn(31), "paused", "Đang chờ, thời hạn tạm dừng"),
        ([RECEIVED], vn(1, "08:00"), "unknown", "Chưa tiếp nhận"),
    ],
)
def test_how_a_dossier_stands_is_told_in_words(events, as_of, state, words):
    told = case_told(file_of(events, as_of))
    assert (told.state, told.state_words) == (state, words)


def test_what_was_never_received_has_no_dates():
    told = case_told(file_of([Happened(Kind.WORKED, vn(1))]))
    assert (told.received, told.due, told.ended, told.state) == (None, None, None, "unknown")
    assert told.why == ("Không tính được hạn: hồ sơ chưa được tiếp nhận.",)


def test_the_applicant_is_a_holder_without_a_name():
    waiting = [RECEIVED, Happened(Kind.SUPPLEMENT_REQUESTED, vn(1, "10:00"), "Một cửa", "Hoa")]
    assert case_told(file_of(waiting, vn(2, "10:00"))).split == (
        SplitPart("Hoa, Một cửa", "office", 60, 0),
        SplitPart("Người nộp hồ sơ", "applicant", 480, 0),
    )


def test_late_time_of_less_than_a_day_is_told_in_minutes_and_none_in_nothing():
    limit = replace(PROCESS, total_limit=Duration(2, Unit.WORKING_HOUR))
    log = log_of([Dossier((RECEIVED, Happened(Kind.RELEASED, vn(1, "11:30"))))])
    judged = Judged(log, setting(vn(31)), [limit], [0])
    told = case_told(file_of([RECEIVED], case=log.case(0), clock=judged.clock(0), split=judged.split(0)))
    assert told.state_words == "Xong quá hạn 30 phút làm việc"
    on_saturday = [replace(RECEIVED, at=vn(2)), Happened(Kind.RELEASED, vn(6))]
    assert case_told(file_of(on_saturday)).state_words == "Xong quá hạn"


def test_times_are_those_of_the_calendar_s_zone():
    told = case_told(file_of([replace(RECEIVED, at=datetime(2024, 7, 1, 2, 0, tzinfo=UTC))]))
    assert told.course[0].at.isoformat() == told.received.isoformat() == "2024-07-01T09:00:00+07:00"
