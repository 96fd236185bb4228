"""A week of the units in reach, or of one: every figure opens the dossiers that it counts."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.briefing.meeting_told import cause_told, shown_conclusions, shown_promises
from baro.channels.web.dossiers.list_views import decisions
from baro.channels.web.dossiers.told import ShownLine, holder_told, shown
from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.works import works
from baro.channels.web.organisation.named import body_named
from baro.channels.wording.dossier_address import unit_word
from baro.channels.wording.dossier_spans import OF_WEEK
from baro.channels.wording.work_words import WORD, WORDS, work_of
from baro.desk import permission
from baro.desk.live_week import READ, LiveWeek, days_late, live_week, meetings
from baro.desk.permission import Asker
from baro.desk.seeing import seen_of
from baro.records.queries.dossier_lists import Line
from baro.records.queries.weekly import UnitWeek
from baro.rules.counted.weeks import Week, read_week
from baro.rules.observed.briefings import LatenessExplanation
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

_SCREEN = "man-chieu"  # large, without the frame: for a room that looks at a wall


@require_safe
@asks
def briefing(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the week that the address asks for, or the last one that the dossiers tell of."""
    scope, unit = permission.scope(who, READ), request.GET.get("don-vi", "")[:255]
    screen, work = request.GET.get(_SCREEN) == "1", work_of(request.GET.dict())
    found = live_week(who, read_week(request.GET.get("tuan", "")), unit, work)
    week, as_of = found.week, found.as_of
    told = {
        "week": week,
        "unit": unit,
        "as_of": local_time(as_of, VIETNAM) if as_of else None,
        "is_reached": found.is_reached,
        "is_running": found.is_running,
        "works": works(scope, work, lambda word: _address(week, "", screen, word)),
        "work_word": WORDS[work],
        "lines": [(one.unit, _figures(one, week, unit_word(one.unit), work)) for one in found.units],
        "whole": _figures(found.together, week, unit, work),
        "figures": found.together,
        "before": _address(week.before(), unit, screen, WORDS[work]),
        "after": _address(week.after(), unit, screen, WORDS[work]) if as_of is None or week.ends <= as_of else "",
        "all": _address(week, "", screen, WORDS[work]),
        "screen": screen,
        "other_view": _address(week, unit, not screen, WORDS[work]),
        **_late(who, found),
        **_said(who, week),
    }
    return render(request, "briefing/week.html", told)


def _late(who: Asker, found: LiveWeek) -> dict[str, Any]:
    """The oldest that were open and late when the week ended; and, of the week under way, who holds them."""
    seen, of_bodies = seen_of(who, found.oldest), decisions(who, {one.body for one in found.held})
    return {
        "oldest": [_old(who, one, seen[one.id], found.week, found.said.get(one.id, ())) for one in found.oldest],
        "held": [(holder_told(one, of_bodies[one.body]), one.count, one.earliest) for one in found.held],
    }


def _old(
    who: Asker, line: Line, seen: Decision, week: Week, said: Sequence[LatenessExplanation]
) -> tuple[ShownLine, int, str, date | None, bool]:
    """An old dossier: its line, days late, the last cause and promise, whether the asker may tell another."""
    may = line.ended_at is None and permission.allows(who, "briefing.explain", Subject(id=line.id, unit=line.body))
    promised = said[-1].promised_on if said else None
    return shown(line, seen), days_late(line.due_on, week), cause_told(said), promised, may


def _said(who: Asker, week: Week) -> dict[str, Any]:
    """What earlier briefings concluded, what was promised for the week, and the meetings: body, its name, its briefing."""
    found = meetings(who, week)
    if found is None:
        return {}
    return {
        "conclusions": shown_conclusions(who, found.conclusions),
        "promises": shown_promises(found.promised, found.lines, who.on),
        "meetings": [(body, body_named(body), frozen) for body, frozen in found.bodies.items()],
    }


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
