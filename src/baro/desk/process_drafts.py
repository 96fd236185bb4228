"""Drafts of processes: begun, written, opinions asked and given, appraised, approved into the register, dropped."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from baro.desk import permission
from baro.desk.by import By, act_of, require
from baro.desk.directives import check_bodies
from baro.desk.step_tables import StepTable
from baro.desk.work_processes import approve_processes, replace_process
from baro.records.ids_made import new_id
from baro.records.queries.process_drafts import process_draft
from baro.records.queries.processes import registered_one
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.judged.registered.drafting import DraftNow, check_may, draft_now
from baro.rules.observed.acts import Value
from baro.rules.observed.process_drafts import (
    DraftKind,
    Opinion,
    ProcessDraft,
    check_asked,
    check_begun,
    check_opinion,
)
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval

READ, DRAFT, OPINE, APPRAISE = "process.read", "process.propose", "process.opine", "process.approve"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTold:
    """What is told of a draft, as its kind needs it; `table`: its steps, which are kept once nothing is refused."""

    kind: DraftKind
    table: StepTable | None = None
    bodies: tuple[str, ...] = ()
    by_day: date | None = None
    opinion: Opinion | None = None
    document: str = ""
    words: str = ""


@acting()
def begin_draft(told: ProcessDraft, table: StepTable | None, by: By, at: datetime) -> str:
    """Begin a draft, with its steps where they are told already; gives its id. Raises `Refused("access.…" | "draft.…" |
    "process.…")`."""
    require(by, DRAFT, told.unit, at)
    check_begun(told)
    if told.replaces and registered_one(told.replaces) is None:
        raise Refused("process.unknown", process=told.replaces)
    made = told.id or new_id(at)
    data: dict[str, Value] = {
        "draft": made, "unit": told.unit, "kind": told.kind.value, "code": told.code.strip(), "name": told.name.strip(),
        "replaces": told.replaces,
    }  # fmt: skip
    record(act_of(by, "process_draft.begun", f"process_draft/{made}", at, data, {"reason": told.reason.strip()}), at=at)
    if table:
        _record(draft_now(replace(told, id=made)), DraftTold(kind=DraftKind.WRITTEN, table=table), by, at)
    return made


@acting()
def tell_draft(draft_id: str, told: DraftTold, by: By, at: datetime) -> None:
    """Record that steps were written anew, opinions asked, an opinion given, an appraisal made, or that it is dropped. Raises
    `Refused("access.…" | "draft.…")`."""
    now = _held(draft_id)
    body = told.bodies[0] if told.kind is DraftKind.SAID and told.bodies else now.draft.unit
    require(by, _operation(told.kind), body, at)
    _check(now, told, by, at)
    _record(now, told, by, at)


@acting()
def approve_draft(draft_id: str, approval: Approval, by: By, at: datetime, *, sent: StepTable | None = None) -> None:
    """Record the decision that approves a draft: a version of the register, with the steps of the draft where it names no others,
    and that the draft became it. Raises `Refused("access.…" | "draft.…")`, and as `approve_processes` and `replace_process`."""
    now = _held(draft_id)
    require(by, APPRAISE, now.draft.unit, at)
    check_may(now, DraftKind.APPROVED)
    if approval.replaces != now.draft.replaces:
        raise Refused("draft.other_process")
    if not approval.table and now.written:
        approval = replace(approval, table=now.written.table)
    if approval.replaces:
        replace_process(approval, by, at, sent=sent)
    else:
        approve_processes((approval,), by, at, sent=sent)
    _record(now, DraftTold(kind=DraftKind.APPROVED, document=approval.decision), by, at, process=approval.id)


def _check(now: DraftNow, told: DraftTold, by: By, at: datetime) -> None:
    check_may(now, told.kind, body=told.bodies[0] if told.bodies else "", person=by.actor)
    match told.kind:
        case DraftKind.WRITTEN if not told.table:
            raise Refused("draft.no_steps")
        case DraftKind.ASKED:
            today = permission.day_of(at)
            check_asked(told.bodies, told.by_day, now.draft.unit, today)
            check_bodies(told.bodies, today)
        case DraftKind.SAID | DraftKind.APPRAISED:
            check_opinion(told.opinion or Opinion.AGREES, told.words)
        case DraftKind.DROPPED if not told.words.strip():
            raise Refused("draft.no_reason")


def _operation(kind: DraftKind) -> str:
    return {DraftKind.SAID: OPINE, DraftKind.APPRAISED: APPRAISE}.get(kind, DRAFT)


def _held(draft_id: str) -> DraftNow:
    found = process_draft(draft_id, held=(f"process_draft/{draft_id}",))
    if found is None:
        raise Refused("access.not_found")
    return draft_now(found)


def _record(now: DraftNow, told: DraftTold, by: By, at: datetime, process: str = "") -> None:
    draft = now.draft.id
    data: dict[str, Value] = {
        "draft": draft, "number": len(now.draft.events) + 1, "kind": told.kind.value,
        "table": told.table.name if told.table else "",
        "bodies": list(dict.fromkeys(told.bodies)), "by_day": told.by_day.isoformat() if told.by_day else "",
        "opinion": told.opinion.value if told.opinion else "", "document": told.document.strip(), "process": process,
    }  # fmt: skip
    personal = {"words": told.words.strip()}
    files = (told.table.attachment,) if told.table else ()
    if told.table:
        told.table.keep()
    record(act_of(by, f"process_draft.{told.kind}", f"process_draft/{draft}", at, data, personal, files), at=at)
