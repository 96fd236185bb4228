"""A week of the units in reach, or of one: every figure opens the dossiers that it counts."""

from datetime import date, datetime, timedelta
from functools import reduce
from operator import add
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.briefing.meeting_told import cause_told, shown_conclusions, shown_promises
from baro.channels.web.dossiers.list_views import READ, decisions
from baro.channels.web.dossiers.told import ShownLine, holder_told, shown
from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.works import works
from baro.channels.web.organisation.named import body_named
from baro.channels.wording.dossier_address import unit_word
from baro.channels.wording.dossier_spans import OF_WEEK
from baro.channels.wording.work_words import WORD, WORDS, work_of
from baro.desk import permission
from baro.desk.briefings import READ as MEETING
from baro.desk.permission import Asker
from baro.desk.seeing import seen_of
from baro.records.queries.briefings import briefings_of, conclusions_before, explanations, promised_in
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.queries.dossier_lists import Asked, Line, dossiers, dossiers_by_id
from baro.records.queries.imports import sources
from baro.records.queries.weekly import NO_UNIT_WEEK, UnitWeek, asked_of, held_late, weekly
from baro.records.row_security.session import reading
from baro.rules.counted.weeks import Week, read_week, week_of
from baro.rules.observed.briefings import LatenessExplanation
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

_OLDEST = 10
_SCREEN = "man-chieu"  # large, without the frame: for a room that looks at a wall


@require_safe
@asks
def briefing(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the week that the address asks for, or the last one that the dossiers tell of."""
    scope, unit = permission.scope(who, READ), request.GET.get("don-vi", "")[:255]
    screen, work = request.GET.get(_SCREEN) == "1", work_of(request.GET.dict())
    with reading():
        as_of = judged_as_of(scope, work)
    week = read_week(request.GET.get("tuan", "")) or week_of(_day(as_of, who.on))
    units = weekly(scope, week, work=work)
    chosen = [one for one in units if one.unit == unit] if unit else units
    whole = reduce(add, chosen, NO_UNIT_WEEK)
    told = {
        "week": week,
        "unit": unit,
        "as_of": local_time(as_of, VIETNAM) if as_of else None,
        "is_reached": as_of is not None and as_of >= week.begins,
        "is_running": as_of is not None and as_of < week.ends,
        "works": works(scope, work, lambda word: _address(week, "", screen, word)),
        "work_word": WORDS[work],
        "lines": [(one.unit, _figures(one, week, unit_word(one.unit), work)) for one in units],
        "whole": _figures(whole, week, unit, work),
        "figures": whole,
        "before": _address(week.before(), unit, screen, WORDS[work]),
        "after": _address(week.after(), unit, screen, WORDS[work]) if as_of is None or week.ends <= as_of else "",
        "all": _address(week, "", screen, WORDS[work]),
        "screen": screen,
        "other_view": _address(week, unit, not screen, WORDS[work]),
        **_late(who, scope, asked_of(week, unit, work)["pending_late"], week, as_of),
        **_said(who, scope, week),
    }
    return render(request, "briefing/week.html", told)


def _late(who: Asker, scope: Scope, asked: Asked, week: Week, as_of: datetime | None) -> dict[str, Any]:
    """The oldest that were open and late when the week ended; and, of the week under way, who holds them."""
    oldest = dossiers(scope, asked, None, _OLDEST)
    held = held_late(scope, asked) if as_of is not None and as_of <= week.ends else []
    seen, of_bodies = seen_of(who, oldest), decisions(who, {one.body for one in held})
    said = explanations(permission.scope(who, MEETING), [line.id for line in oldest])
    return {
        "oldest": [_old(who, line, seen[line.id], week, said.get(line.id, [])) for line in oldest],
        "held": [(holder_told(one, of_bodies[one.body]), one.count, one.earliest) for one in held],
    }


def _old(
    who: Asker, line: Line, seen: Decision, week: Week, said: list[LatenessExplanation]
) -> tuple[ShownLine, int, str, date | None, bool]:
    """An old dossier: its line, days late, the last cause and promise, whether the asker may tell another."""
    may = line.ended_at is None and permission.allows(who, "briefing.explain", Subject(id=line.id, unit=line.body))
    promised = said[-1].promised_on if said else None
    return shown(line, seen), _days_late(line.due_on, week), cause_told(said), promised, may


def _said(who: Asker, scope: Scope, week: Week) -> dict[str, Any]:
    """What earlier briefings concluded, what was promised for the week, and the meetings: body, its name, its briefing."""
    meeting = permission.scope(who, MEETING)
    if meeting.is_empty:
        return {}
    frozen = briefings_of(meeting, week)
    may = {
        body
        for body in {source.unit for source in sources()}
        if permission.allows(who, "briefing.freeze", Subject(unit=body))
    }
    promised = promised_in(meeting, week)
    lines = dossiers_by_id(scope, {one.dossier for one in promised})
    return {
        "conclusions": shown_conclusions(who, conclusions_before(meeting, week)),
        "promises": shown_promises(promised, lines, who.on),
        "meetings": [(body, body_named(body), frozen.get(body)) for body in sorted(may | frozen.keys())],
    }


def _days_late(due: date | None, week: Week) -> int:
    """Calendar days from the last day to the end of the week."""
    return (week.sunday - due).days if due else 0


def _figures(counted: UnitWeek, week: Week, unit: str, work: WorkKind) -> list[tuple[int, str]]:
    """Each count with the address of the dossiers behind it, in the order of the columns."""
    words = {"tuan": week.written, "don-vi": unit, WORD: WORDS[work]}
    return [
        (getattr(counted, name), urlencode({"viec": word} | {k: v for k, v in words.items() if v}))
        for word, (name, _) in OF_WEEK.items()
    ]


def _address(week: Week, unit: str, screen: bool, work: str) -> str:
    told = {"tuan": week.written, "don-vi": unit, _SCREEN: "1" if screen else "", WORD: work}
    return "?" + urlencode({name: word for name, word in told.items() if word})


def _day(as_of: datetime | None, today: date) -> date:
    """A day of the week to begin with: of the last moment that the dossiers tell of; what ended a week looks at that week."""
    return today if as_of is None else local_time(as_of - timedelta(microseconds=1), VIETNAM).date()
