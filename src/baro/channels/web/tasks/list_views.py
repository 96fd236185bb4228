"""The tasks in reach, by what the address asks for, as a page and as a workbook."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.tasks.asked import (
    CLOSED,
    MOST,
    VIEWS,
    TasksAsked,
    asked_of,
    closed_now,
    figure_now,
    is_meant,
    open_now,
)
from baro.channels.web.tasks.told import TITLES, rows_of, shown_tasks
from baro.channels.wording.periods import period_told
from baro.channels.wording.tasks import COUNTS, SOURCES
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, READ
from baro.records.queries.directives import directives
from baro.records.queries.organisation import bodies
from baro.records.queries.tasks import count_tasks
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.prescribed.body_checks import called


@require_safe
@asks
def tasks(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the tasks that the asker may read and the address asks for."""
    asked = asked_of(request.GET.dict())
    opened = open_now(who)
    chosen, after = _chosen(who, asked, opened)
    n_open, n_closed = count_tasks(permission.scope(who, READ))
    documents, known = directives(), bodies()
    counts = {view: sum(is_meant(now, asked, view) for now in opened) for view in VIEWS} | {CLOSED: n_closed}
    told = {
        "asked": asked,
        "lines": shown_tasks(who, chosen, documents),
        "views": [(asked.changed(xem=view), word, counts[view], view == asked.view) for view, word in VIEWS.items()],
        "count": n_open,
        "total": n_open + n_closed,
        "late": sum(now.is_late for now in opened),
        "again": sum(now.returned > 0 for now in opened),
        "figure": COUNTS.get(asked.count, ""),
        "period": period_told(asked.period) if asked.period else "",
        "leads": sorted(((one, called(known, one)) for one in {now.task.lead for now in opened}), key=lambda one: one[1]),
        "sources": [(one.value, word) for one, word in SOURCES.items()],
        "next": asked.changed(sau=after) if after else "",
        "first": asked.changed() if asked.after else "",
        "left_out": max(0, n_open - MOST),
        "address": asked.changed(),
        "may_assign": permission.allows(who, ASSIGN),
        "counts_address": f"{reverse('task_counts')}?ky={asked.period.written}" if asked.period else reverse("task_counts"),
    }  # fmt: skip
    return render(request, "tasks/list.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same tasks as a workbook; of those that are over the page that is shown."""
    asked = asked_of(request.GET.dict())
    chosen, _ = _chosen(who, asked, open_now(who))
    about = [
        ("Danh sách", COUNTS[asked.count] if asked.count else VIEWS[asked.view]),
        ("Kỳ", period_told(asked.period) if asked.period else "đến hôm nay"),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số ngày chậm", "ngày theo lịch sau hạn mà việc ở đơn vị chủ trì; ngày chờ nghiệm thu không tính"),
        ("Số dòng", str(len(chosen))),
    ]
    return workbook(request, "nhiem-vu.xlsx", TITLES, rows_of(who, chosen, directives()), about)


def _chosen(who: Asker, asked: TasksAsked, opened: list[TaskNow]) -> tuple[list[TaskNow], str]:
    """The tasks asked for, and where the next page of closed ones begins."""
    if asked.count:
        return [now for now in figure_now(who, asked) if is_meant(now, asked, None)], ""
    if asked.view == CLOSED:
        closed, after = closed_now(who, asked)
        return [now for now in closed if is_meant(now, asked, None)], after
    return [now for now in opened if is_meant(now, asked, asked.view)], ""
