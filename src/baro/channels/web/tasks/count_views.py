"""Tasks counted: late and quality by unit, what is carried from week to week, what lies with whom."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import holders_named
from baro.channels.web.tasks.asked import TasksAsked
from baro.channels.wording.periods import period_told
from baro.channels.wording.tasks import COUNTS
from baro.desk.permission import Asker
from baro.desk.task_counts import carried_now, counted_now, loads_now
from baro.records.queries.organisation import bodies
from baro.rules.counted.periods import QUARTER, YEAR, Period, period_of, read_period
from baro.rules.counted.tasks import TaskCounts, by_lead, counted
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.policy.masking import VEIL

_LOADS = 200
_TIME = (
    "given", "done_on_time", "done_late", "done_without_day", "open_in_time", "open_late", "open_without_day", "cancelled",
)  # fmt: skip
_BESIDE = ("submitted", "declined", "returned", "weak", "extended", "by_extension")


@require_safe
@asks
def counts(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the counts of the period that the address asks for, of this year without one."""
    period = _period(request, who)
    found = counted_now(who, period)
    told = {
        "period": period_told(period),
        "before": f"?ky={period.before().written}",
        "after": f"?ky={period.after().written}",
        "spans": _spans(period, who),
        "total": _line("", "", counted(found), period),
        "time": [COUNTS[name] for name in _TIME],
        "beside": [COUNTS[name] for name in _BESIDE],
        "lines": _lines(found, period),
        "weeks": _weeks(who),
        "loads": _loads(who),
        "address": f"?ky={period.written}",
    }
    return render(request, "tasks/counts.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The counts by unit as a workbook."""
    period = _period(request, who)
    units, known = by_lead(counted_now(who, period)), bodies()
    names = (*_TIME, *_BESIDE)
    rows = ((called(known, unit), *(getattr(told, name) for name in names)) for unit, told in units.items())
    about = [
        ("Bảng", "Nhiệm vụ được giao theo đơn vị chủ trì"),
        ("Kỳ", period_told(period)),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Đếm gì", "nhiệm vụ giao trong kỳ hoặc chưa xong khi kỳ bắt đầu; đơn vị xếp theo tên, không xếp hạng"),
    ]
    titles = ("Đơn vị chủ trì", *(COUNTS[name] for name in names))
    return workbook(request, "so-lieu-nhiem-vu.xlsx", titles, sorted(rows), about)


def _period(request: HttpRequest, who: Asker) -> Period:
    return read_period(request.GET.get("ky", "")) or period_of(who.on, YEAR)


def _spans(period: Period, who: Asker) -> list[tuple[str, str, bool]]:
    day = who.on if period.first <= who.on < period.end else period.first
    asked = (period_of(day), period_of(day, QUARTER), period_of(day, YEAR))
    return [(f"?ky={one.written}", capfirst(period_told(one)), one == period) for one in asked]


def _lines(found: list[TaskNow], period: Period) -> list[dict[str, Any]]:
    known = bodies()
    lines = [_line(unit, called(known, unit), told, period) for unit, told in by_lead(found).items()]
    return sorted(lines, key=lambda line: line["name"])


def _line(unit: str, name: str, told: TaskCounts, period: Period) -> dict[str, Any]:
    """A unit's counts, each with the list behind it, and the share done on time."""

    def cells(names: tuple[str, ...]) -> list[tuple[str, int]]:
        asked = ((TasksAsked(lead=unit, count=one, period=period), getattr(told, one)) for one in names)
        return [(f"{reverse('tasks')}{one.changed()}", n) for one, n in asked]

    on_time, of = told.on_time_share
    share = f"{100 * on_time / of:.1f}".replace(".", ",") if of else ""
    return {"name": name, "time": cells(_TIME), "beside": cells(_BESIDE), "share": share, "of": of}


def _weeks(who: Asker) -> list[dict[str, Any]]:
    return [{"told": one, "name": f"{one.monday:%d/%m/%Y}"} for one in carried_now(who)]


def _loads(who: Asker) -> list[dict[str, Any]]:
    """What lies with whom today, where the reader may see who."""
    found = loads_now(who)
    known, named = bodies(), holders_named({one.holder for one, is_seen in found if one.holder and is_seen})
    lines = [
        {
            "body": called(known, one.body), "address": f"{reverse('tasks')}{TasksAsked(lead=one.body).changed()}",
            "holder": named.get(one.holder, "") if is_seen else VEIL, "told": one,
        }
        for one, is_seen in found
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (line["body"], line["holder"]))[:_LOADS]
