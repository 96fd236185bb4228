"""The list of dossiers: filtered by what stands in the address, by due date, page after page."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.asked_told import others
from baro.channels.web.dossiers.told import shown
from baro.channels.web.dossiers.views_told import ShownView, shown_views
from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.works import works
from baro.channels.wording.body_lines import body_line, told_bodies
from baro.channels.wording.dossier_address import STATES, Address, address
from baro.channels.wording.dossier_columns import listed, offered
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.seeing import seen_of
from baro.records.queries.dossier_counts import by_time_class, how_many, judged_as_of
from baro.records.queries.dossier_lists import Asked
from baro.records.queries.dossier_lists import dossiers as read
from baro.records.queries.organisation import bodies
from baro.records.queries.procedures import procedure_names
from baro.records.row_security.session import reading
from baro.rules.counted.reports.tables import DEVIATION_WORDS
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

PAGE = 50
READ = "dossier.read"


@require_safe
@asks
def dossiers(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the dossiers that the asker may read and the address asks for."""
    there, scope = address_of(request), permission.scope(who, READ)
    lines = read(scope, there.asked, there.after, PAGE + 1)
    seen = seen_of(who, lines)
    named = procedure_names({line.procedure for line in lines if line.procedure})
    with reading():
        as_of, counts = judged_as_of(scope, there.asked.work), by_time_class(scope, there.asked.work)
    views = shown_views(who, there)
    columns = listed(there.columns, scope.sees)
    told = {
        "address": there,
        "works": works(scope, there.asked.work, lambda word: Address({}, Asked(), None, "").changed(loai=word)),
        "is_internal": there.asked.work is WorkKind.INTERNAL,
        "columns": columns,
        "shows": frozenset(column.word for column in columns),
        "offered": offered(scope.sees),
        "usual_columns": there.changed(cot=""),
        "lines": [shown(line, seen[line.id], named) for line in lines[:PAGE]],
        "next": there.next(lines[PAGE - 1]) if len(lines) > PAGE else "",
        "first": there.changed() if there.after else "",
        "count": how_many(scope, there.asked, counts),
        "states": _states(there, counts),
        "state_word": STATES[there.state][0].lower(),
        "others": list(others(there)),
        "under": body_line(bodies(), there.asked.under.body) if there.asked.under else "",
        "body_lines": told_bodies(),
        "views": views,
        "may_keep": _is_worth_keeping(there, views) and permission.allows(who, "view.keep"),
        "may_export": permission.allows(who, "export.make"),
        "as_of": local_time(as_of, VIETNAM) if as_of else None,
        "signals": [(int(s.code[1:]), s.code, s.name) for s in SIGNALS],
        "deviations": [(int(kind), word) for kind, word in DEVIATION_WORDS.items()],
    }
    return render(request, "dossiers/list.html", told)


def address_of(request: HttpRequest) -> Address:
    """Read the address of a list; the columns stand in it in one word, or as boxes that were ticked send them."""
    return address(request.GET.dict() | {"cot": ".".join(request.GET.getlist("cot"))})


def _is_worth_keeping(there: Address, views: Sequence[ShownView]) -> bool:
    """Whether a list is asked for otherwise than all are, and not as in a view that is kept already."""
    return bool(there.words or there.columns) and not any(view.is_here for view in views)


def decisions(who: Asker, units: set[str]) -> dict[str, Decision]:
    """How much the asker may see of dossiers of bodies."""
    return {unit: permission.decide(who, READ, Subject(unit=unit)) for unit in units}


def _states(there: Address, counts: Mapping[int, int]) -> list[tuple[str, str, int, bool]]:
    """The choices of class in time: address, word, how many there are before other filters, whether it is chosen."""
    return [
        (
            there.changed(tinh_trang=word, tuan="", ky="", luc="", viec=""),
            name,
            sum(counts.get(k, 0) for k in classes) if classes else sum(counts.values()),
            word == there.state and not there.meant,
        )
        for word, (name, classes) in STATES.items()
    ]
