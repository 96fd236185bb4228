"""A week of the units in reach, or of one, counted as the dossiers are now: what the weekly briefing looks at before it is frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import add

from baro.desk import permission
from baro.desk.briefings import READ as MEETING
from baro.desk.permission import Asker
from baro.records.queries.briefings import briefings_of, conclusions_before, explanations, promised_in
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.queries.dossier_lists import Line, dossiers, dossiers_by_id
from baro.records.queries.imports import sources
from baro.records.queries.weekly import NO_UNIT_WEEK, HeldLate, UnitWeek, asked_of, held_late, weekly
from baro.records.row_security.session import reading
from baro.rules.counted.weeks import Week, week_of
from baro.rules.observed.briefings import Briefing, Conclusion, LatenessExplanation
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

READ = "dossier.read"
_OLDEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveWeek:
    """A week as it is known at `as_of` (None: no dossier is in reach). `units` of all, `together` of the unit asked for or of all;
    `oldest`: the oldest that were open and late when the week ended, with what was `said` of each; `held`: who holds the late,
    of a week under way alone."""

    week: Week
    as_of: datetime | None
    units: Sequence[UnitWeek]
    together: UnitWeek
    oldest: Sequence[Line]
    said: Mapping[str, Sequence[LatenessExplanation]]
    held: Sequence[HeldLate]

    @property
    def is_reached(self) -> bool:
        """Say whether the dossiers tell of the week at all."""
        return self.as_of is not None and self.as_of >= self.week.begins

    @property
    def is_running(self) -> bool:
        """Say whether the week is not over by what the dossiers tell."""
        return self.as_of is not None and self.as_of < self.week.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """What a week's meetings look at: what earlier ones concluded, the last promise for each dossier whose day lies in the week
    with the dossiers of which one may know, and the bodies that meet with what they froze."""

    conclusions: Sequence[Conclusion]
    promised: Sequence[LatenessExplanation]
    lines: Mapping[str, Line]
    bodies: Mapping[str, Briefing | None]


def live_week(who: Asker, week: Week | None, unit: str, work: WorkKind) -> LiveWeek:
    """Count a week, of one unit as the source writes it ("": all); None: the last week that the dossiers tell of."""
    scope = permission.scope(who, READ)
    with reading():
        as_of = judged_as_of(scope, work)
    meant = week or week_of(_day(as_of, who.on))
    units = weekly(scope, meant, work=work)
    asked = asked_of(meant, unit, work)["pending_late"]
    oldest = dossiers(scope, asked, None, _OLDEST)
    return LiveWeek(
        week=meant,
        as_of=as_of,
        units=units,
        together=reduce(add, [one for one in units if not unit or one.unit == unit], NO_UNIT_WEEK),
        oldest=oldest,
        said=explanations(permission.scope(who, MEETING), [line.id for line in oldest]),
        held=held_late(scope, asked) if as_of is not None and as_of <= meant.ends else (),
    )


def meetings(who: Asker, week: Week) -> Meetings | None:
    """What the meetings of a week look at; None to somebody who sees no briefings."""
    meeting = permission.scope(who, MEETING)
    if meeting.is_empty:
        return None
    frozen = briefings_of(meeting, week)
    may = {
        body
        for body in {source.unit for source in sources()}
        if permission.allows(who, "briefing.freeze", Subject(unit=body))
    }
    promised = promised_in(meeting, week)
    return Meetings(
        conclusions=conclusions_before(meeting, week),
        promised=list({one.dossier: one for one in promised}.values()),
        lines=dossiers_by_id(permission.scope(who, READ), {one.dossier for one in promised}),
        bodies={body: frozen.get(body) for body in sorted(may | frozen.keys())},
    )


def days_late(due: date | None, week: Week) -> int:
    """Calendar days from the last day to the end of the week."""
    return (week.sunday - due).days if due else 0


def _day(as_of: datetime | None, today: date) -> date:
    """A day of the week to begin with: of the last moment that the dossiers tell of; what ended a week looks at that week."""
    return today if as_of is None else local_time(as_of - timedelta(microseconds=1), VIETNAM).date()
