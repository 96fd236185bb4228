"""How one dossier stands in time, as the desk would tell it. 1/7/2024 is a Monday; work is 08:00-12:00, 13:30-17:30."""

from datetime import date, datetime, timedelta

import pytest

from baro.rules.judged.deadlines.classes import DueSource, TimeClass, WhyNot
from baro.rules.judged.deadlines.clock import CaseClock
from baro.rules.judged.deadlines.due import why
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, EventLog, milliseconds, moment
from baro.rules.prescribed.calendars import Calendar, Hours
from baro.rules.prescribed.durations import Duration, Unit, parse_duration
from baro.rules.prescribed.refusals import Refused
from rules.judged.deadlines.logs import HANOI, VN, Dossier, Happened, by_minute, log_of, process, setting, vn
from rules.judged.deadlines.twins import Judged, assert_same_clocks

LATER = setting(vn(31))


def happened(*events: tuple[Kind, datetime]) -> tuple[Happened, ...]:
    return tuple(Happened(kind, at) for kind, at in events)


def judged(dossier: Dossier, set_to: Setting = LATER, limit: str = "") -> CaseClock:
    """Judge a dossier by a process with this total limit, in a log that can show receipts and closings."""
    return both(log_of([dossier]), set_to, limit)


def both(log: EventLog, set_to: Setting = LATER, limit: str = "") -> CaseClock:
    """Judge the one case of a log by the readable rule, which the columns must agree with."""
    found = Judged(log, set_to, [process(parse_duration(limit))] if limit else [], [0 if limit else -1])
    assert_same_clocks(found)
    return found.clock(0)


def handled(released: datetime | None, received: datetime | None = None, limit: str = "5 ngày làm việc") -> CaseClock:
    events = [(Kind.RECEIVED, received or vn(1))] + ([(Kind.RELEASED, released)] if released else [])
    return judged(Dossier(happened(*events)), limit=limit)


def local(at: int) -> datetime:
    found = moment(at)
    assert found is not None
    return found.astimezone(HANOI)


def day(number: int) -> date:
    return date(1970, 1, 1) + timedelta(days=number)


@pytest.mark.parametrize(
    ("released", "time_class", "late_days", "late_minutes"),
    [
        (vn(5, "16:00"), TimeClass.EARLY, 0, 0),
        (vn(8, "07:00"), TimeClass.ON_TIME, 0, 0),
        (vn(8, "23:59:59"), TimeClass.ON_TIME, 0, 0),
        (vn(9, "00:00:30"), TimeClass.LATE, 1, 0),
        (vn(9, "09:00"), TimeClass.LATE, 1, 60),
        (vn(15, "08:00"), TimeClass.LATE, 5, 4 * 480),
    ],
    ids=["the day before", "on the last day", "last second of the day", "half a minute late", "an hour late", "a week"],
)
def test_the_day_the_result_exists_is_compared_with_the_due_day(
    released: datetime, time_class: TimeClass, late_days: int, late_minutes: int
) -> None:
    clock = handled(released)
    assert day(clock.due_day) == date(2024, 7, 8)
    assert (clock.time_class, clock.late_days, clock.late_minutes) == (time_class, late_days, late_minutes)


@pytest.mark.parametrize(
    ("received", "limit", "due"),
    [
        (vn(7, "09:00", 2), "5 ngày làm việc", date(2024, 2, 21)),  # Tết: 8-14/2 off
        (vn(29, "09:00", 1), "1 tháng", date(2024, 2, 29)),
        (vn(31, "09:00", 1), "1 tháng", date(2024, 2, 29)),
        (vn(29, "09:00", 2), "1 ngày làm việc", date(2024, 3, 1)),
        (vn(26, "15:30", 4), "3 ngày làm việc", date(2024, 5, 4)),  # the Saturday worked for 29/4
    ],
    ids=["Tết", "29/1 plus a month", "31/1 plus a month", "from 29 February", "swapped Saturday"],
)
def test_days_off_are_those_of_the_calendar(received: datetime, limit: str, due: date) -> None:
    clock = handled(None, received, limit)
    assert (day(clock.due_day), clock.due_source) == (due, DueSource.PROCESS)
    assert clock.due_minute == (clock.due_day + 1) * 1440


@pytest.mark.parametrize(
    ("received", "limit", "due"),
    [
        (vn(1, "11:30"), Duration(60, Unit.WORKING_MINUTE), "2024-07-01 14:00"),
        (vn(1, "15:00"), Duration(4, Unit.WORKING_HOUR), "2024-07-02 09:30"),
        (vn(5, "15:00"), Duration(1, Unit.WORKING_DAY), "2024-07-08 15:00"),
        (vn(1, "15:00"), Duration(20, Unit.HOUR), "2024-07-02 11:00"),
    ],
    ids=["over lunch", "over the night", "the hour of receipt is kept", "hours by the clock"],
)
def test_limits_in_hours_run_from_the_minute(received: datetime, limit: Duration, due: str) -> None:
    dossier = Dossier(happened((Kind.RECEIVED, received)), limit=limit)
    clock = judged(dossier, by_minute(LATER))
    found = datetime(1970, 1, 1) + timedelta(minutes=clock.due_minute)
    assert (f"{found:%Y-%m-%d %H:%M}", clock.due_source) == (due, DueSource.LIMIT_COLUMN)


@pytest.mark.parametrize(
    ("received", "counted_from"),
    [
        (vn(1, "15:00"), vn(1, "15:00")),
        (vn(1, "12:40"), vn(1, "13:30")),
        (vn(1, "17:29"), vn(1, "17:29")),
        (vn(1, "17:30"), vn(2, "08:00")),
        (vn(5, "22:10"), vn(8, "08:00")),
        (vn(7, "00:00"), vn(8, "08:00")),
        (vn(2, "17:00", 9), vn(4, "08:00", 9)),
    ],
    ids=["15:00", "lunch", "last minute", "closing", "Friday night", "midnight, still Saturday in UTC", "2 September"],
)
def test_outside_hours_a_dossier_is_received_when_the_desk_opens(received: datetime, counted_from: datetime) -> None:
    clock = judged(Dossier(happened((Kind.RECEIVED, received))), setting(vn(30, month=9)))
    assert local(clock.received_at) == counted_from
    assert day(clock.key_day) == counted_from.date()


def test_a_desk_that_opens_on_saturdays_receives_on_saturdays_and_handling_waits_for_monday() -> None:
    desk = Calendar("Một cửa", VN.rows, (Hours(), Hours(((480, 690),), frozenset({5}))), VN.announced)
    dossier = Dossier(happened((Kind.RECEIVED, vn(6, "09:00"))))
    clock = judged(dossier, setting(vn(31), receiving=desk), "1 ngày làm việc")
    assert (day(clock.key_day), day(clock.due_day)) == (date(2024, 7, 6), date(2024, 7, 8))


def test_a_dossier_never_received_or_received_after_the_as_of_moment_is_not_counted() -> None:
    submitted = judged(Dossier(happened((Kind.SUBMITTED, vn(1)), (Kind.REFUSED, vn(2)))), limit="1 ngày")
    assert (submitted.time_class, submitted.why_not) == (TimeClass.NOT_COUNTED, WhyNot.NOT_RECEIVED)
    later = judged(Dossier(happened((Kind.RECEIVED, vn(3)))), setting(vn(2)), "1 ngày")
    assert later.time_class == TimeClass.NOT_COUNTED


def test_what_happened_after_the_as_of_moment_is_not_looked_at() -> None:
    dossier = Dossier(happened((Kind.RECEIVED, vn(1)), (Kind.RELEASED, vn(4)), (Kind.REOPENED, vn(10))))
    open_still, closed = (judged(dossier, setting(vn(d)), "5 ngày làm việc") for d in (3, 9))
    assert (open_still.time_class, open_still.ended_at) == (TimeClass.PENDING_ON_TIME, NO_TIME)
    assert (closed.time_class, closed.reopened) == (TimeClass.EARLY, False)
    reopened = judged(dossier, limit="5 ngày làm việc")
    assert (reopened.time_class, reopened.reopened) == (TimeClass.PENDING_LATE, True)


def test_a_reopened_dossier_ends_with_its_next_closing() -> None:
    events = happened(
        (Kind.RECEIVED, vn(1)),
        (Kind.RELEASED, vn(4)),
        (Kind.REOPENED, vn(5)),
        (Kind.RELEASED, vn(12)),
        (Kind.RETURNED, vn(15)),
    )
    clock = judged(Dossier(events), limit="5 ngày làm việc")
    assert (local(clock.ended_at), clock.ended_kind, clock.reopened) == (vn(12), Kind.RELEASED, True)
    assert (clock.time_class, local(clock.returned_at)) == (TimeClass.LATE, vn(15))


def test_a_refusal_at_the_desk_is_no_end_of_a_dossier_received_later() -> None:
    clock = judged(Dossier(happened((Kind.REFUSED, vn(1)), (Kind.RECEIVED, vn(2)))), limit="30 ngày")
    assert (clock.ended_at, clock.time_class) == (NO_TIME, TimeClass.PENDING_ON_TIME)


def test_papers_asked_for_restart_the_count_and_a_payment_pauses_it_decree_61_art_19_4() -> None:
    asked = (Kind.SUPPLEMENT_REQUESTED, vn(3)), (Kind.SUPPLEMENT_RECEIVED, vn(9))
    paid = (Kind.PAYMENT_REQUESTED, vn(10)), (Kind.PAID, vn(12))
    clock = judged(Dossier(happened((Kind.RECEIVED, vn(1)), *asked, *paid)), limit="5 ngày làm việc")
    assert (day(clock.plain_due_day), day(clock.due_day)) == (date(2024, 7, 8), date(2024, 7, 18))
    assert (clock.restarts, clock.pauses, clock.supplements) == (1, 1, 1)
    assert any("khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP" in line for line in why(clock.due))


def test_a_consultation_does_not_interrupt() -> None:
    events = happened((Kind.RECEIVED, vn(1)), (Kind.CONSULTED, vn(2)), (Kind.ANSWERED, vn(10)))
    clock = judged(Dossier(events), limit="5 ngày làm việc")
    assert (day(clock.due_day), clock.pauses, clock.suspended) == (date(2024, 7, 8), 0, False)


@pytest.mark.parametrize(
    ("asked", "closing", "time_class"),
    [
        (vn(4), None, TimeClass.PENDING_ON_TIME),
        (vn(10), None, TimeClass.PENDING_LATE),
        (vn(4), Kind.WITHDRAWN, TimeClass.ON_TIME),
        (vn(4), Kind.STOPPED, TimeClass.ON_TIME),
        (vn(10), Kind.REFUSED, TimeClass.LATE),
        (vn(4), Kind.RELEASED, TimeClass.LATE),
    ],
    ids=["waits", "waits, asked too late", "withdrawn", "stopped", "refused, asked too late", "a result after all"],
)
def test_waiting_for_the_applicant_is_not_late_if_the_agency_asked_in_time(
    asked: datetime, closing: Kind | None, time_class: TimeClass
) -> None:
    events = [(Kind.RECEIVED, vn(1)), (Kind.SUPPLEMENT_REQUESTED, asked)] + ([(closing, vn(25))] if closing else [])
    clock = judged(Dossier(happened(*events)), limit="5 ngày làm việc")
    assert (clock.time_class, clock.suspended) == (time_class, closing is None)


def test_papers_asked_for_before_receipt_leave_no_wait_behind() -> None:
    events = happened((Kind.SUBMITTED, vn(1)), (Kind.SUPPLEMENT_REQUESTED, vn(1)), (Kind.RECEIVED, vn(2)))
    clock = judged(Dossier(events), limit="5 ngày làm việc")
    assert (clock.suspended, clock.supplements, clock.time_class) == (False, 0, TimeClass.PENDING_LATE)


def test_the_original_due_date_judges_though_it_was_extended() -> None:
    extended = Happened(Kind.EXTENDED, vn(5), due=vn(15, "17:30"))
    events = (*happened((Kind.RECEIVED, vn(1)), (Kind.RELEASED, vn(12))), extended)
    clock = judged(Dossier(events), limit="5 ngày làm việc")
    assert (day(clock.due_day), day(clock.extended_due_day)) == (date(2024, 7, 8), date(2024, 7, 15))
    assert (clock.extensions, clock.time_class) == (1, TimeClass.LATE)


def test_the_limit_is_the_own_one_else_of_the_process_else_of_the_procedure_else_recorded() -> None:
    received = happened((Kind.RECEIVED, vn(1)))
    known = Setting(
        LATER.as_of, LATER.processing, LATER.receiving, procedure_limits={"Cấp đổi SỔ ĐỎ": Duration(7, Unit.HOUR)}
    )
    own = Duration(2, Unit.WORKING_DAY)
    full = {"procedure": "cấp  đổi sổ đỏ", "recorded_due": vn(9)}
    assert judged(Dossier(received, limit=own, **full), known, "3 ngày").due_source is DueSource.LIMIT_COLUMN
    assert judged(Dossier(received, **full), known, "3 ngày").due_source is DueSource.PROCESS
    assert judged(Dossier(received, **full), known).limit_value == 7
    assert judged(Dossier(received, **full)).due_source is DueSource.RECORDED
    without = judged(Dossier(received, procedure="Khác"))
    assert (without.time_class, without.why_not) == (TimeClass.NOT_COMPUTABLE, WhyNot.NO_PROCESS)


@pytest.mark.parametrize(
    ("ended", "time_class"),
    [
        (vn(8, "23:00"), TimeClass.EARLY),
        (vn(9, "00:00"), TimeClass.ON_TIME),
        (vn(9, "00:00") + timedelta(milliseconds=1), TimeClass.LATE),
    ],
)
def test_a_recorded_due_date_is_an_instant(ended: datetime, time_class: TimeClass) -> None:
    dossier = Dossier(happened((Kind.WORKED, vn(1))), recorded_due=vn(9, "00:00"), recorded_ended=ended)
    clock = both(log_of([dossier], (Kind.WORKED,), ("recorded_ended",)))
    assert (day(clock.due_day), clock.time_class) == (date(2024, 7, 9), time_class)


def test_a_log_without_receipts_and_closings_runs_from_its_first_event_to_its_last() -> None:
    dossier = Dossier(happened((Kind.WORKED, vn(1)), (Kind.WORKED, vn(10))))
    clock = both(log_of([dossier], (Kind.WORKED,)), limit="5 ngày làm việc")
    assert (local(clock.received_at), local(clock.ended_at), clock.time_class) == (vn(1), vn(10), TimeClass.LATE)


def test_a_due_date_beyond_the_calendar_is_not_guessed() -> None:
    clock = handled(None, limit="300 ngày làm việc")
    assert (clock.time_class, clock.why_not) == (TimeClass.NOT_COMPUTABLE, WhyNot.OUTSIDE_CALENDAR)


def test_before_the_first_day_of_the_calendar_nothing_is_known() -> None:
    received = vn(6, "09:00", 5, 2023)  # a Saturday, three weeks before the calendar begins
    clock = handled(None, received)
    assert (clock.received_at, clock.why_not) == (milliseconds(received), WhyNot.OUTSIDE_CALENDAR)


def test_a_wait_that_an_undone_closing_cut_off_is_over() -> None:
    asked = (Kind.PAYMENT_REQUESTED, vn(3)), (Kind.REFUSED, vn(4)), (Kind.REOPENED, vn(5))
    clock = judged(Dossier(happened((Kind.RECEIVED, vn(1)), *asked)), limit="5 ngày làm việc")
    assert (clock.suspended, clock.pauses, clock.time_class) == (False, 0, TimeClass.PENDING_LATE)


def test_the_clock_cannot_be_set_to_a_day_that_no_calendar_has() -> None:
    with pytest.raises(Refused, match="as_of_outside_calendar"):
        setting(vn(1, year=2030))
    with pytest.raises(Refused, match="two_zones"):
        setting(vn(1), receiving=Calendar("UTC", zone="UTC"))


def test_received_at_seven_in_the_morning_is_that_day_though_utc_has_the_day_before() -> None:
    clock = handled(vn(2, "06:59"), vn(1, "06:30"), "1 ngày làm việc")
    assert (day(clock.key_day), clock.time_class) == (date(2024, 7, 1), TimeClass.ON_TIME)
    assert clock.received_at == milliseconds(vn(1, "08:00"))
