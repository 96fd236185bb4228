"""A version of a process as the API tells it, and its steps as they come and go."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from baro.channels.api.v1 import process_shapes as given
from baro.channels.wording.register import LINTS, STEP_TITLES
from baro.desk.permission import Asker
from baro.desk.process_register import LintedProcess, line_of
from baro.desk.step_tables import Heading, StepTable, rows_sent, rows_written
from baro.records.queries.processes import acknowledgements
from baro.rules.judged.registered.lints import RegisterFault
from baro.rules.prescribed.durations import Duration, describe
from baro.rules.prescribed.processes import ApprovedProcess, Step
from baro.rules.prescribed.refusals import Refused

_KEPT = (
    "id", "unit", "kind", "code", "name", "version", "decision", "approved_on", "published_on", "review_by", "replaces",
)  # fmt: skip
_FULL = ("signer", "annex", "bases")
_SENT = "các bước đã gửi"
_TITLED = {title: column for column, title in STEP_TITLES.items()}


def line_told(one: LintedProcess, on: date) -> dict[str, Any]:
    """Tell a version as a line of a list."""
    told, process = one.held.approval, one.process
    return {name: getattr(told, name) for name in _KEPT} | _total(process.total_limit if process else None) | {
        "last_on": one.held.last_on, "is_in_force": one.held.holds_on(on), "run_count": one.runs,
        "step_count": len(process.steps) if process else None, "faults": [_fault(fault) for fault in one.faults],
    }  # fmt: skip


def full_told(one: LintedProcess, register: tuple[LintedProcess, ...], who: Asker) -> dict[str, Any]:
    """Tell a version with its steps and the versions before and after it."""
    told, known = one.held.approval, acknowledgements(one.held.approval.id)
    steps, has_order = _steps(one.process) if one.process else ([], True)
    return {name: getattr(told, name) for name in _FULL} | {
        "process": line_told(one, who.on), "channel": one.held.channel, "proof": one.held.proof, "steps": steps,
        "has_order": has_order, "known": len(known), "knows": who.person in known,
        "versions": [line_told(other, who.on) for other in line_of(register, told.id)],
    }  # fmt: skip


def steps_sent(steps: Sequence[given.StepRow], heading: Heading) -> StepTable | None:
    """Read the steps that a program sends, None if it sends none. Raises what reading refuses."""
    if not steps:
        return None
    rows = ([getattr(step, column) for column in STEP_TITLES] for step in steps)
    read = import_string(settings.PROCESS_READER)
    return rows_sent([[*STEP_TITLES.values()], *rows], heading, read, called=_SENT, titles=1)


def _steps(process: ApprovedProcess) -> tuple[list[dict[str, str]], bool]:
    """The steps as rows, and whether rows can tell their order."""
    try:
        titles, *rows = rows_written(process, import_string(settings.PROCESS_WRITER))
    except Refused:
        return [_step(step) for step in process.steps], False
    columns = [_TITLED[title] for title in titles]
    return [dict(zip(columns, map(str.strip, row), strict=True)) for row in rows], True


def _step(step: Step) -> dict[str, str]:
    """A step without its place."""
    told = {
        name: getattr(step, name) for name in ("no", "activity", "role", "coordinating_unit", "approver_role", "kind")
    }
    lists = {"outputs": "; ".join(step.outputs), "forms": "; ".join(step.forms)}
    return told | lists | {"limit": describe(step.limit) if step.limit else ""}


def _total(limit: Duration | None) -> dict[str, Any]:
    return {
        "total": describe(limit) if limit else "", "total_value": limit.value if limit else None,
        "total_unit": limit.unit if limit else "",
    }  # fmt: skip


def _fault(fault: RegisterFault) -> dict[str, Any]:
    return {
        "number": int(fault.lint), "lint": fault.lint.name.lower(), "name": LINTS[fault.lint], "shown": fault.shown,
    }  # fmt: skip
