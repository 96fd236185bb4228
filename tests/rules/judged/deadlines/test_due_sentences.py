"""How pauses, restarts and missing facts are told."""

from datetime import date, datetime, timedelta, timezone

import pytest

from baro.rules.judged.deadlines.derivation import Interruption, InterruptionKind
from baro.rules.judged.deadlines.due import Due, Granularity, due_after, due_on, why
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.calendars import Calendar, Hours
from baro.rules.prescribed.durations import parse_duration
from baro.rules.prescribed.law.packs import row_on
from baro.rules.prescribed.refusals import Refused

HANOI = timezone(timedelta(hours=7))
VN = calendar_named("vn")
PAUSE, RESTART = InterruptionKind.PAUSE, InterruptionKind.RESTART


def at(day: int, hour: int = 9, month: int = 7) -> datetime:
    """A moment of July 2024 in Hà Nội; the 1st is a Monday."""
    return datetime(2024, month, day, hour, tzinfo=HANOI)


def judged(limit: str, *met: Interruption) -> Due:
    return due_after(at(1), parse_duration(limit), VN, met)


def test_a_pause_adds_the_working_days_lost() -> None:
    due = judged("5 ngày làm việc", Interruption(PAUSE, at(3), at(8), "chờ nộp lệ phí"))
    assert (due.day, due.pauses, due.suspended) == (date(2024, 7, 11), 1, False)
    assert (
        "Tạm dừng từ 09:00 thứ Tư 03/07/2024 (chờ nộp lệ phí) đến 09:00 thứ Hai 08/07/2024: cộng thêm 3 ngày làm việc."
        in why(due)
    )


def test_a_supplement_after_appraisal_restarts_the_count_decree_61_art_19_4() -> None:
    rule = row_on("tthc.supplement.effect", date(2024, 7, 1))
    due = judged("5 ngày làm việc", Interruption(RESTART, at(3), at(9), "bổ sung hồ sơ", rule))
    assert (due.day, due.restarts) == (date(2024, 7, 16), 1)
    assert (
        "Yêu cầu từ 09:00 thứ Tư 03/07/2024 (bổ sung hồ sơ), nhận đủ lúc 09:00 thứ Ba 09/07/2024: "
        "thời hạn tính lại từ đầu. Theo khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP." in why(due)
    )


def test_what_still_waits_suspends_and_adds_nothing_yet() -> None:
    due = judged("5 ngày làm việc", Interruption(PAUSE, at(3), None))
    assert due.suspended
    assert "Tạm dừng từ 09:00 thứ Tư 03/07/2024, chưa kết thúc: hạn dưới đây chưa tính thời gian chờ." in why(due)


def test_a_pause_begun_after_the_due_date_saves_nothing() -> None:
    due = judged("5 ngày làm việc", Interruption(PAUSE, at(9), at(12)))
    assert (due.day, due.pauses) == (date(2024, 7, 8), 0)
    assert "Tạm dừng từ 09:00 thứ Ba 09/07/2024: không tính, vì bắt đầu khi đã hết hạn." in why(due)


@pytest.mark.parametrize(
    ("limit", "told", "end"),
    [
        ("4 giờ làm việc", "cộng thêm 2 giờ làm việc", "Hạn: 16:30 thứ Hai 01/07/2024."),
        ("4 giờ", "cộng thêm 3 giờ 30 phút", "Hạn: 16:30 thứ Hai 01/07/2024."),
    ],
)
def test_a_pause_in_a_limit_in_hours_adds_hours(limit: str, told: str, end: str) -> None:
    pause = Interruption(PAUSE, at(1, 10), datetime(2024, 7, 1, 13, 30, tzinfo=HANOI))
    sentences = why(judged(limit, pause))
    assert any(told in s for s in sentences)
    assert sentences[-1] == end


def test_calendar_days_lost_are_plain_days() -> None:
    due = judged("10 ngày", Interruption(PAUSE, at(3), at(8)))
    assert any("cộng thêm 5 ngày." in s for s in why(due))
    assert due.day == date(2024, 7, 16)


def test_a_limit_that_ends_at_midnight_ends_on_the_day_before() -> None:
    due = due_on(at(1, 20), parse_duration("4 giờ"), VN)
    assert (due.day, why(due)[-1]) == (date(2024, 7, 1), "Hạn: 24:00 thứ Hai 01/07/2024.")


def test_working_days_by_the_minute_keep_the_hour_of_receipt() -> None:
    due = due_on(at(1, 10), parse_duration("2 ngày làm việc"), VN, granularity=Granularity.MINUTE)
    assert why(due)[-1] == "Hạn: 10:00 thứ Tư 03/07/2024."


def test_what_cannot_be_computed_says_why() -> None:
    ended = Calendar("ended", {}, (Hours(valid_to=date(2024, 7, 2)),))
    limit = parse_duration("5 ngày làm việc")
    assert why(due_on(None, limit, VN)) == ("Không tính được hạn: hồ sơ chưa được tiếp nhận.",)
    assert why(due_on(at(1), None, VN)) == ("Không tính được hạn: không có thời hạn nào được quy định cho hồ sơ.",)
    assert why(due_on(at(1), limit, ended))[-1] == ("Không tính được hạn: ngày hết hạn nằm ngoài lịch làm việc đã có.")


def test_the_row_that_gives_the_limit_is_named_and_an_unverified_one_says_so() -> None:
    rule = row_on("complaint.acceptance.first", date(2026, 11, 16))
    assert rule is not None
    start = datetime(2026, 11, 16, 8, tzinfo=HANOI)
    sentences = why(due_on(start, rule.duration, VN, event="nhận đơn khiếu nại", rule=rule))
    assert sentences[0] == "Nhận đơn khiếu nại lúc 08:00 thứ Hai 16/11/2026."
    assert sentences[2] == (
        "Theo Điều 10 Nghị định 155/2026/NĐ-CP: đọc từ bản sao, cần đối chiếu Công báo (chưa kiểm chứng)."
    )


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(Refused, match=r"calendar\.naive_moment"):
        due_on(datetime(2024, 7, 1, 9), parse_duration("5 ngày"), VN)
