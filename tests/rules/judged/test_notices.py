"""Which notices wait, which are known, what brings one back, and what may not be said."""

from datetime import UTC, date, datetime, timedelta

import pytest

from baro.rules.judged.deadlines.remaining import working_day_ahead
from baro.rules.judged.notices import Acknowledged, Found, NoticeKind, check_acknowledged, notices_of
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.refusals import Refused

TODAY = date(2026, 11, 25)
THEN = datetime(2026, 11, 20, 3, tzinfo=UTC)
LATE = NoticeKind.DOSSIERS_LATE


def found(count: int, since: int = 0, kind: NoticeKind = LATE) -> Found:
    return Found(kind=kind, count=count, since=since, until=THEN + timedelta(days=5))


def known(count: int, next_on: date | None = None) -> dict[NoticeKind, Acknowledged]:
    return {LATE: Acknowledged(kind=LATE, count=count, until=THEN, said_at=THEN, next_on=next_on, reason="Đang làm.")}


@pytest.mark.parametrize(
    ("now", "said", "fresh", "is_waiting"),
    [
        (found(3), {}, 3, True),  # nobody said anything yet
        (found(3), known(3), 0, False),  # known
        (found(2), known(3), 0, False),  # less than was known of
        (found(5), known(3), 2, True),  # more than was known of
        (found(3, since=1), known(3), 1, True),  # one was done, another came
        (found(5, since=3), known(3), 3, True),  # two of those known were done, … the larger tells
        (found(2, since=9), known(3), 2, True),  # never more than there are
        (found(3), known(3, date(2026, 11, 26)), 0, False),  # its day is tomorrow
        (found(3), known(3, TODAY), 0, True),  # its day has come, and it still holds
        (found(3), known(3, date(2026, 11, 1)), 0, True),  # its day has gone by unseen
    ],
)
def test_what_waits_and_what_is_known(now, said, fresh, is_waiting):
    (notice,) = notices_of([now], said, TODAY)
    assert (notice.fresh, notice.is_waiting) == (fresh, is_waiting)


def test_what_is_no_more_gives_no_notice_whatever_was_said():
    assert notices_of([found(0)], known(3, TODAY), TODAY) == ()


def test_the_most_pressing_comes_first():
    kinds = [NoticeKind.CONCLUSIONS_DUE, NoticeKind.QUESTIONS_ASKED, LATE]
    told = notices_of([found(1, kind=kind) for kind in kinds], {}, TODAY)
    assert [one.kind for one in told] == kinds[::-1]


@pytest.mark.parametrize(
    ("said", "reason", "next_on", "code"),
    [
        (None, "Đang làm.", None, "notice.gone"),
        (known(3), "Đang làm.", None, "notice.known_already"),
        ({}, "  ", None, "notice.no_reason"),
        ({}, "Đang làm.", TODAY, "notice.next_in_past"),
        ({}, "Đang làm.", date(2027, 11, 27), "notice.next_too_far"),
    ],
)
def test_what_may_not_be_said(said, reason, next_on, code):
    notice = None if said is None else notices_of([found(3)], said, TODAY)[0]
    with pytest.raises(Refused) as refused:
        check_acknowledged(notice, reason, next_on, TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize("next_on", [None, date(2026, 11, 26), date(2027, 11, 26)])
def test_what_may_be_said(next_on):
    (notice,) = notices_of([found(3)], {}, TODAY)
    assert check_acknowledged(notice, "Đang làm.", next_on, TODAY) is notice


@pytest.mark.parametrize(
    ("today", "days", "last"),
    [
        (date(2024, 4, 8), 3, date(2024, 4, 11)),  # Monday to Thursday
        (date(2024, 4, 15), 3, date(2024, 4, 19)),  # over the festival of the Hung kings, 18 April
        (date(2024, 4, 12), 3, date(2024, 4, 17)),  # over a weekend
        (date(2024, 4, 26), 1, date(2024, 5, 2)),  # over the holidays of 30 April, 29 April being swapped
    ],
)
def test_so_many_working_days_ahead(today, days, last):
    assert working_day_ahead(today, days, calendar_named("vn")) == last
