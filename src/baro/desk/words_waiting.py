"""What waits for a word of the body for which somebody speaks: drafts of processes on which it is asked for an opinion, directives
of which it has not said that it took note."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from baro.desk import permission
from baro.desk.directives import ACKNOWLEDGE
from baro.desk.permission import Asker
from baro.desk.process_drafts import OPINE
from baro.records.queries.directives import directives_since
from baro.records.queries.process_drafts import drafts_asked_about
from baro.rules.judged.registered.drafting import DraftNow, draft_now
from baro.rules.observed.process_drafts import DraftKind
from baro.rules.prescribed.policy.standing import Subject

_LOOKED_BACK = timedelta(366)
"""A directive entered longer ago is no news: its page still says who has not taken note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWaiting:
    """A document, the body of which a word is wanted, the day by which (None: none was set), and since when it waits."""

    id: str
    title: str
    unit: str
    by: date | None
    since: datetime


def opinions_waiting(who: Asker) -> list[WordWaiting]:
    """The drafts on which a body for which the asker speaks has not given its opinion, the nearest day first."""
    if permission.scope(who, OPINE).is_empty:
        return []
    speaks = _speaking(who, OPINE)
    return _ordered(
        WordWaiting(id=now.draft.id, title=now.draft.name, unit=unit, by=now.asked[unit], since=_since(now, unit))
        for now in map(draft_now, drafts_asked_about())
        if now.is_open and now.written is not None
        for unit in now.silent
        if speaks(unit)
    )


def directives_waiting(who: Asker) -> list[WordWaiting]:
    """The directives of which a body for which the asker speaks has not said that it took note, the nearest day first."""
    if permission.scope(who, ACKNOWLEDGE).is_empty:
        return []
    speaks = _speaking(who, ACKNOWLEDGE)
    return _ordered(
        WordWaiting(
            id=one.id, title=f"{one.number}: {one.subject}", unit=unit, by=one.acknowledge_by, since=one.recorded_at
        )
        for one in directives_since(who.at - _LOOKED_BACK)
        if one.withdrawn_at is None
        for unit in one.silent
        if speaks(unit)
    )


def _speaking(who: Asker, operation: str) -> Callable[[str], bool]:
    return cache(lambda unit: permission.allows(who, operation, Subject(unit=unit)))


def _since(now: DraftNow, unit: str) -> datetime:
    """When the steps as they stand, or the wish for an opinion on them, came to a body: the later of both."""
    asked = max(e.at for e in now.draft.events if e.kind is DraftKind.ASKED and unit in e.bodies)
    return max(asked, now.written.at) if now.written else asked


def _ordered(found: Iterable[WordWaiting]) -> list[WordWaiting]:
    return sorted(found, key=lambda one: (one.by is None, one.by or one.since.date(), one.since, one.id))
