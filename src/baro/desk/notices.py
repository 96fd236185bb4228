"""Which notices somebody has at a moment, of what lies in their reach: what they may not read is not even counted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import NamedTuple

from baro.desk import permission
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import Asker
from baro.desk.tasks_waiting import tasks_waiting
from baro.desk.words_waiting import WordWaiting, directives_waiting, opinions_waiting
from baro.records.queries.briefings import conclusions_to_do, count_to_do
from baro.records.queries.dossier_counts import by_time_class, judged_as_of
from baro.records.queries.dossier_lists import Asked, count
from baro.records.queries.notices import acknowledged
from baro.records.queries.signal_questions import answered_to, count_answered_to, count_to_answer, questions_at
from baro.records.queries.standing import asked_at, count_by_unit
from baro.records.row_security.session import reading
from baro.rules.counted.days import begin_of, local_day
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.deadlines.remaining import working_day_ahead
from baro.rules.judged.notices import (
    OF_DOSSIERS,
    OF_TASKS,
    OF_WORDS,
    SOON,
    Acknowledged,
    Found,
    Notice,
    NoticeKind,
    notices_of,
)
from baro.rules.judged.tasks.noticed import noticed, noticed_since
from baro.rules.judged.tasks.standing import SOON as TASK_SOON
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.observed.briefings import Conclusion
from baro.rules.observed.signal_questions import SignalQuestion, Stage

READ = "notice.read"
_LATE = Asked(classes=(TimeClass.PENDING_LATE,))
_INSTANT, _DAY = timedelta(microseconds=1), timedelta(days=1)
_LOOKED_THROUGH = 500
_WORDS = {NoticeKind.DIRECTIVES_NEW: directives_waiting, NoticeKind.OPINIONS_ASKED: opinions_waiting}


class _Counting(NamedTuple):
    """A kind of notice: until when what it counts has begun; how many there are, and how many that began at a moment or
    later."""

    kind: NoticeKind
    until: datetime
    count: Callable[[datetime | None], int]


def notices_for(who: Asker) -> tuple[Notice, ...]:
    """Give the notices of somebody, the most pressing first, waiting or known."""
    with reading():
        known = acknowledged(permission.scope(who, READ))
        found = [_found(one, known.get(one.kind)) for one in _countings(who)]
    return notices_of(found, known, who.on)


def data_as_of(who: Asker) -> datetime | None:
    """Give the latest moment of which the dossiers in reach tell."""
    with reading():
        return judged_as_of(permission.scope(who, "dossier.read"))


def asked_of(kind: NoticeKind, as_of: datetime) -> Asked:
    """Say which dossiers a notice about dossiers counts."""
    return _LATE if kind is NoticeKind.DOSSIERS_LATE else asked_at(looked_from(as_of), Asked())["due_shortly"]


def looked_from(as_of: datetime) -> datetime:
    """Give the moment from which a notice looks at dossiers: what happened just then is known."""
    return as_of + _INSTANT


def units_of(notice: Notice, who: Asker) -> list[tuple[str, str, int]]:
    """Give body, unit and count of a notice about dossiers, most first; nothing of another notice."""
    scope = permission.scope(who, "dossier.read")
    as_of = data_as_of(who)
    if as_of is None or notice.kind not in OF_DOSSIERS:
        return []
    return count_by_unit(scope, asked_of(notice.kind, as_of))


def questions_of(notice: Notice, who: Asker, most: int) -> list[SignalQuestion]:
    """Give the first questions of a notice about questions; nothing of another notice."""
    if notice.kind is NoticeKind.QUESTIONS_ANSWERED:
        return answered_to(permission.scope(who, "signal.read"), who.person, most)
    if notice.kind not in (NoticeKind.QUESTIONS_LATE, NoticeKind.QUESTIONS_ASKED):
        return []
    is_late = notice.kind is NoticeKind.QUESTIONS_LATE
    found = questions_at(permission.scope(who, "signal.answer"), Stage.ASKED, _LOOKED_THROUGH)
    return [one for one in found if one.is_overdue(who.on) is is_late][:most]


def conclusions_of(notice: Notice, who: Asker, most: int) -> list[Conclusion]:
    """Give the first conclusions of a notice about conclusions; nothing of another notice."""
    if notice.kind not in (NoticeKind.CONCLUSIONS_LATE, NoticeKind.CONCLUSIONS_DUE):
        return []
    is_late, last = notice.kind is NoticeKind.CONCLUSIONS_LATE, _soon(who.on)
    found = conclusions_to_do(permission.scope(who, "briefing.report"), _LOOKED_THROUGH)
    return [one for one in found if one.is_late(who.on) is is_late and one.due_on <= last][:most]


def tasks_of(notices: Iterable[Notice], who: Asker, most: int) -> dict[NoticeKind, list[TaskNow]]:
    """Give the first tasks of each notice about tasks; nothing is read where there is none."""
    kinds = {one.kind for one in notices} & OF_TASKS
    waiting = tasks_waiting(who) if kinds else []
    return {kind: [now for now in waiting if noticed(now) is kind][:most] for kind in kinds}


def words_of(notice: Notice, who: Asker, most: int) -> list[WordWaiting]:
    """Give the first documents of a notice about documents that wait for a word; nothing of another notice."""
    return _WORDS[notice.kind](who)[:most] if notice.kind in OF_WORDS else []


def _found(one: _Counting, known: Acknowledged | None) -> Found:
    count = one.count(None)
    since = one.count(known.until) if count and known else 0
    return Found(kind=one.kind, count=count, until=one.until, since=since)


def _countings(who: Asker) -> Iterator[_Counting]:
    yield from _dossiers(who)
    answers, today = permission.scope(who, "signal.answer"), who.on
    yield _Counting(
        NoticeKind.QUESTIONS_LATE, begin_of(today), lambda since: count_to_answer(answers, local_day(since), today)
    )
    yield _Counting(NoticeKind.QUESTIONS_ASKED, who.at, lambda since: count_to_answer(answers, today, None, since))
    mine = permission.scope(who, "signal.read")
    yield _Counting(NoticeKind.QUESTIONS_ANSWERED, who.at, lambda since: count_answered_to(mine, who.person, since))
    reports, behind = permission.scope(who, "briefing.report"), _soon(today) + _DAY
    yield _Counting(
        NoticeKind.CONCLUSIONS_LATE, begin_of(today), lambda since: count_to_do(reports, local_day(since), today)
    )
    yield _Counting(
        NoticeKind.CONCLUSIONS_DUE,
        begin_of(behind),
        lambda since: count_to_do(reports, max(today, local_day(since) or today), behind),
    )
    yield from _tasks(who)
    for kind, waiting in _WORDS.items():
        yield _Counting(kind, who.at, partial(_count_since, [one.since for one in waiting(who)]))


def _dossiers(who: Asker) -> Iterator[_Counting]:
    """Dossiers are told as of the latest moment of their data: nobody knows more."""
    scope = permission.scope(who, "dossier.read")
    as_of = judged_as_of(scope)
    if as_of is None:
        return
    soon = asked_of(NoticeKind.DOSSIERS_DUE, as_of)
    first, end = soon.due
    assert first is not None and end is not None

    def late(since: datetime | None) -> int:
        if since is None:
            return by_time_class(scope).get(TimeClass.PENDING_LATE, 0)
        return count(scope, replace(_LATE, due=(since, None)))

    def due(since: datetime | None) -> int:
        return count(scope, replace(soon, due=(max(first, since or first), end)))

    yield _Counting(NoticeKind.DOSSIERS_LATE, first, late)
    yield _Counting(NoticeKind.DOSSIERS_DUE, end, due)


def _tasks(who: Asker) -> Iterator[_Counting]:
    """Tasks wait as "my work" lists them; each is told once."""
    waiting = tasks_waiting(who)
    until = {
        NoticeKind.TASKS_LATE: begin_of(who.on),
        NoticeKind.TASKS_DUE: begin_of(who.on + TASK_SOON * _DAY + _DAY),
        NoticeKind.TASKS_TO_JUDGE: who.at,
        NoticeKind.TASKS_OPEN: who.at,
    }
    for kind, end in until.items():
        since = [noticed_since(now) for now in waiting if noticed(now) is kind]
        yield _Counting(kind, end, partial(_count_since, since))


def _count_since(begun: list[datetime], since: datetime | None) -> int:
    return len(begun) if since is None else sum(one >= since for one in begun)


def _soon(today: date) -> date:
    return working_day_ahead(today, SOON, CALENDAR)
