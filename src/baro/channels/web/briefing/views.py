"""A week of the units in reach, or of one: every figure opens the dossiers that it counts."""

from datetime import date, datetime, timedelta
from functools import reduce
from operator import add
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.asked import OF_WEEK
from baro.channels.web.dossiers.list_views import READ, decisions
from baro.channels.web.dossiers.told import holder_told, shown
from baro.channels.web.frame.asking import asks
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.queries.dossier_lists import dossiers
from baro.records.queries.weekly import NO_UNIT_WEEK, UnitWeek, asked_of, held_late, weekly
from baro.records.row_security.session import reading
from baro.rules.counted.weeks import Week, read_week, week_of
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.zones import VIETNAM, local_time

_OLDEST = 10


@require_safe
@asks
def briefing(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the week that the address asks for, or the last one that the dossiers tell of."""
    scope, unit = permission.scope(who, READ), request.GET.get("don-vi", "")[:255]
    with reading():
        as_of = judged_as_of(scope)
    week = read_week(request.GET.get("tuan", "")) or week_of(_day(as_of, who.on))
    units = weekly(scope, week)
    chosen = [one for one in units if one.unit == unit] if unit else units
    whole = reduce(add, chosen, NO_UNIT_WEEK)
    told = {
        "week": week,
        "unit": unit,
        "as_of": local_time(as_of, VIETNAM) if as_of else None,
        "is_running": as_of is not None and as_of < week.ends,
        "lines": [(one.unit, _figures(one, week, one.unit)) for one in units],
        "whole": _figures(whole, week, unit),
        "figures": whole,
        "before": _address(week.before(), unit),
        "after": _address(week.after(), unit) if as_of is None or week.ends <= as_of else "",
        "all": _address(week, ""),
        **_late(who, scope, week, unit, as_of),
    }
    return render(request, "briefing/week.html", told)


def _late(who: Asker, scope: Scope, week: Week, unit: str, as_of: datetime | None) -> dict[str, Any]:
    """The oldest that were open and late when the week ended; and, of the week under way, who holds them."""
    asked = asked_of(week, unit)["pending_late"]
    oldest = dossiers(scope, asked, None, _OLDEST)
    held = held_late(scope, asked) if as_of is not None and as_of <= week.ends else []
    seen = decisions(who, {one.body for one in (*oldest, *held)})
    return {
        "oldest": [(shown(line, seen[line.body]), _days_late(line.due_on, week)) for line in oldest],
        "held": [(holder_told(one, seen[one.body]), one.count, one.earliest) for one in held],
    }


def _days_late(due: date | None, week: Week) -> int:
    """Calendar days from the last day to the end of the week."""
    return (week.sunday - due).days if due else 0


def _figures(counted: UnitWeek, week: Week, unit: str) -> list[tuple[int, str]]:
    """Each count with the address of the dossiers behind it, in the order of the columns."""
    words = {"tuan": week.written, "don-vi": unit}
    return [
        (getattr(counted, name), urlencode({"viec": word} | {k: v for k, v in words.items() if v}))
        for word, (name, _) in OF_WEEK.items()
    ]


def _address(week: Week, unit: str) -> str:
    return "?" + urlencode({"tuan": week.written} | ({"don-vi": unit} if unit else {}))


def _day(as_of: datetime | None, today: date) -> date:
    """A day of the week to begin with: of the last moment that the dossiers tell of; what ended a week looks at that week."""
    return today if as_of is None else local_time(as_of - timedelta(microseconds=1), VIETNAM).date()
