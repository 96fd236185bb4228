"""Of which notice a task that waits is one, and from which moment it is news."""

from datetime import UTC, datetime, timedelta

import pytest

from baro.rules.judged.notices import NoticeKind
from baro.rules.judged.tasks.noticed import noticed, noticed_since
from baro.rules.prescribed.zones import VIETNAM_TIME
from rules.judged.tasks.a_task import day, now

LATE, DUE, JUDGE, OPEN = NoticeKind.TASKS_LATE, NoticeKind.TASKS_DUE, NoticeKind.TASKS_TO_JUDGE, NoticeKind.TASKS_OPEN


@pytest.mark.parametrize(
    ("told", "on", "due", "kind"),
    [
        ("", 2, 10, OPEN),
        ("nhan@2", 6, 10, OPEN),
        ("nhan@2", 7, 10, DUE),  # three days ahead
        ("nhan@2", 10, 10, DUE),  # its day is not over
        ("nhan@2", 11, 10, LATE),
        ("", 11, 10, LATE),  # nobody took it on
        ("", 40, None, OPEN),  # no day was set
        ("nhan@2 nop@9", 12, 10, JUDGE),  # what the assigner leaves lying is no late day of the lead
        ("tra@2", 12, 10, JUDGE),
        ("nhan@2 xin@9=20", 12, 10, JUDGE),  # a wish for a later day waits for an answer
        ("nhan@2 xin@9=20 khong@9", 12, 10, LATE),
        ("nhan@2 nop@9 lai@10", 12, 10, LATE),
    ],
)
def test_each_task_is_of_one_notice(told, on, due, kind):
    assert noticed(now(told, on, due)) is kind


@pytest.mark.parametrize(
    ("told", "on", "since"),
    [
        ("nhan@2", 11, 10),  # late since its day was over, so news to who looked before that day
        ("nhan@2", 8, 10),
        ("", 2, 1),
        ("nhan@2 nguoi@4=p", 5, 4),  # it came to another
        ("nhan@2 ghi@4", 5, 1),  # what the lead notes is no news to the lead
        ("nhan@2 nop@5 ghi@6", 7, 5),
        ("nhan@2 nop@3 lai@5", 6, 5),  # sent back: it is the lead's again
    ],
)
def test_from_when_it_is_news(told, on, since):
    found = noticed_since(now(told, on)).astimezone(VIETNAM_TIME)
    assert found.date() == day(since)


def test_a_task_past_its_day_is_told_once_to_who_knew_it_was_due():
    known_until = datetime(2026, 6, 10, tzinfo=VIETNAM_TIME)  # the 10th begins: all that was late by then
    late = noticed_since(now("nhan@2", 11))
    assert late >= known_until
    assert late < known_until + timedelta(days=1)
    assert late.astimezone(UTC) == datetime(2026, 6, 9, 17, tzinfo=UTC)
