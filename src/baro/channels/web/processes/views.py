"""The list of processes, one process with its steps and versions, and what bodies lack."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.alike_listed import work_with
from baro.channels.web.processes.listed import PAGE, body_choices, kind_choices, lint_choices, shown
from baro.channels.wording.register import KINDS, LINTS, REMEDIES
from baro.channels.wording.register_address import ENDED, HELD, found_in, in_state, register_asked
from baro.desk import permission
from baro.desk.harmonising import works_on
from baro.desk.permission import Asker
from baro.desk.process_register import LintedProcess, lacking_processes, line_of, linted_register
from baro.records.queries.processes import acknowledgements
from baro.rules.judged.registered.lints import RegisterLint
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.processes import ApprovedProcess, Step


def register_on(on: date) -> tuple[LintedProcess, ...]:
    """Give the register as it stands on a day."""
    return linted_register(on, import_string(settings.PROCESS_READER))


@require_safe
@asks
def processes(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the processes that the address asks for."""
    asked = register_asked(request.GET.dict())
    on = asked.day or who.on
    register = register_on(on)
    found, there = found_in(register, asked, on), in_state(register, asked, on)
    told = {
        "asked": asked,
        "lines": [shown(one) for one in found[asked.start : asked.start + PAGE]],
        "count": len(found),
        "total": len(there),
        "faulty": sum(bool(one.faults) for one in there),
        "kinds": kind_choices(there, asked),
        "lints": lint_choices(there, asked) if asked.state == HELD else [],
        "remedy": _remedy(asked.lint),
        "bodies": body_choices(there, asked),
        "states": [
            (asked.changed(tinh_trang=word, diem=""), name, word == asked.state)
            for word, name in ((HELD, "Đang áp dụng"), (ENDED, "Đã hết áp dụng"))
        ],
        "ended": sum(not one.held.holds_on(on) for one in register),
        "today": who.on,
        "address": asked.changed(),
        "next": asked.changed(tu=str(asked.start + PAGE)) if len(found) > asked.start + PAGE else "",
        "first": asked.changed() if asked.start else "",
        "may_approve": permission.allows(who, "process.approve"),
    }
    return render(request, "processes/list.html", told)


@require_safe
@asks
def process(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Show one version: what was decided, its steps, what to ask, the versions before and after it."""
    register = register_on(who.on)
    one = next((one for one in register if one.held.approval.id == process), None)
    if one is None:
        raise Http404
    told, unit = one.held.approval, Subject(unit=one.held.approval.unit)
    known, holds = acknowledgements(told.id), one.held.holds_on(who.on)
    may = permission.allows(who, "process.approve", unit)
    shown_here = {
        "one": shown(one),
        "told": told,
        "held": one.held,
        "body": body_named(told.unit),
        "kind": KINDS[told.kind],
        "process": one.process,
        "steps": steps_told(one.process) if one.process else [],
        "picture": picture_of(one.process) if one.process else "",
        "faults": [(LINTS[fault.lint], fault.shown, REMEDIES[fault.lint]) for fault in one.faults],
        "versions": [shown(other) for other in line_of(register, told.id)],
        "holds": holds,
        "alike": holds and work_with(works_on(who.on, import_string(settings.PROCESS_READER)), told.id) is not None,
        "known": len(known),
        "knows": who.person in known,
        "may_acknowledge": holds and permission.allows(who, "process.acknowledge", unit),
        "may_publish": may and told.published_on is None,
        "may_draft": holds and one.held.last_on is None and permission.allows(who, "process.propose", unit),
        "may_change": may and holds and one.held.last_on is None,
    }
    return render(request, "processes/process.html", shown_here)


@require_safe
@asks
def coverage(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show which bodies lack a process that most others of their kind have."""
    asked = register_asked(request.GET.dict())
    on = asked.day or who.on
    lines = [(one, [(body, body_named(body)) for body in one.bodies]) for one in lacking_processes(on)]
    return render(request, "processes/lacking.html", {"lines": lines, "day": on, "asked": asked})


def _remedy(lint: str) -> str:
    return REMEDIES[RegisterLint(int(lint))] if lint.isdecimal() else ""


def steps_told(process: ApprovedProcess) -> list[tuple[Step, str]]:
    """The steps with their limits in words."""
    return [(step, describe(step.limit) if step.limit else "") for step in process.steps]


def picture_of(process: ApprovedProcess) -> str:
    """The drawing of a process."""
    drawn: Any = import_string(settings.PROCESS_DRAWER)
    return str(drawn(process))
