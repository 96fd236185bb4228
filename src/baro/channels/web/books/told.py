"""Recorded dossiers as pages and forms tell them: names for ids, moments of Vietnam, what may be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from baro.channels.web.dossiers.told import state_of
from baro.channels.web.organisation.named import body_named, holder_named, holders_named
from baro.channels.wording.work_words import REQUESTERS
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.recorded_dossiers import Kept, seen_of
from baro.desk.recording import READ
from baro.records.queries.demo_mark import is_demo
from baro.records.queries.dossier_lists import Line, dossiers_by_id
from baro.records.queries.procedures import procedure_names
from baro.rules.counted.dossier_form import DossierTold, StepTold
from baro.rules.observed.kinds import Kind
from baro.rules.observed.recorded_steps import Receipt, RecordedStep
from baro.rules.prescribed.dossier_forms import Form, FormRow, form_on
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import masked
from baro.rules.prescribed.zones import VIETNAM, local_time

PAGE = 50
_FORM_OF = {
    Kind.RECEIVED: Form.RECEIPT,
    Kind.SUPPLEMENT_REQUESTED: Form.SUPPLEMENT,
    Kind.REFUSED: Form.REFUSAL,
    Kind.APOLOGISED: Form.APOLOGY,
    Kind.EXTENDED: Form.APOLOGY,
    Kind.STOPPED: Form.STOP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReceipt:
    """A dossier as a line of its book; `state` and `word` are "" until it was judged."""

    code: str
    procedure: str
    applicant: Any
    contact: Any
    address: Any
    papers: Any
    channel: str
    requester: str
    received_at: datetime
    due: date | None
    state: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBack:
    """That a step was taken back; `second` is "" for an own slip, and what may not be seen is "" too."""

    by: str
    second: str
    reason: str
    at: datetime
    is_by_two: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step as the page draws it; `counted`: the moment that counts, where it is not the told one; `form`: the form that goes
    with it, on the day it happened."""

    told: StepTold
    counted: datetime | None
    departs: bool
    form: FormRow | None
    back: ShownBack | None


def shown_lines(who: Asker, found: Sequence[Receipt]) -> list[ShownReceipt]:
    """Tell dossiers as lines."""
    lines = dossiers_by_id(permission.scope(who, READ), [one.dossier for one in found])
    named = procedure_names([one.procedure for one in found])
    return [_line(one, lines.get(one.dossier), named, seen_of(who, one)) for one in found]


def shown_receipt(who: Asker, kept: Kept, line: Line | None) -> ShownReceipt:
    """Tell one dossier."""
    named = procedure_names([kept.receipt.procedure])
    return _line(kept.receipt, line, named, seen_of(who, kept.receipt))


def shown_steps(who: Asker, kept: Kept) -> list[ShownStep]:
    """Tell the steps of a dossier, in their order, also those taken back."""
    return [
        ShownStep(
            told=told, counted=None if step.counts_at == step.occurred_at else local_time(step.counts_at, VIETNAM),
            departs=step.departs, form=None if kept.receipt.requester or step.taken_back else form_of(step), back=_back(who, kept, step),
        )
        for step, told in zip(kept.told, _steps_told(who, kept, kept.told), strict=True)
    ]  # fmt: skip


def form_of(step: RecordedStep) -> FormRow | None:
    """Give the form that goes with a step, by the list in force when it happened."""
    form = _FORM_OF.get(step.kind)
    return form_on(form, local_time(step.occurred_at, VIETNAM).date()) if form else None


def control_of(kept: Kept) -> FormRow | None:
    """Give the control slip of the day of receipt; internal work has none."""
    received = local_time(kept.receipt.received_at, VIETNAM).date()
    return None if kept.receipt.requester else form_on(Form.CONTROL, received)


def dossier_told(who: Asker, kept: Kept, line: Line | None) -> DossierTold:
    """Tell a dossier for a form; what may not be seen is left blank."""
    told, shown = _steps_told(who, kept, kept.steps), shown_receipt(who, kept, line)
    return DossierTold(
        agency=body_named(kept.book.body), code=kept.receipt.code, procedure=shown.procedure,
        applicant=_plain(shown.applicant), contact=_plain(shown.contact), address=_plain(shown.address),
        papers=_plain(shown.papers), channel=shown.channel,
        received_at=shown.received_at, received_by=told[0].who if told else "",
        due_on=line.due_on if line else None, steps=tuple(told), synthetic=is_demo(),
    )  # fmt: skip


def _line(one: Receipt, line: Line | None, named: dict[str, str], seen: Decision) -> ShownReceipt:
    state, word = state_of(line) if line else ("", "")
    personal = {"applicant": one.applicant, "contact": one.contact, "address": one.address, "papers": one.papers}
    return ShownReceipt(
        code=one.code, procedure=named.get(one.procedure, one.procedure), channel=one.channel, requester=REQUESTERS.get(one.requester, ""),
        **masked(seen, "recorded_receipt", personal), received_at=local_time(one.received_at, VIETNAM), due=line.due_on if line else None, state=state, word=word,
    )  # fmt: skip


def _back(who: Asker, kept: Kept, step: RecordedStep) -> ShownBack | None:
    back = step.taken_back
    if back is None:
        return None
    named = {name: holder_named(one) if one else "" for name, one in (("actor", back.by), ("second", back.second))}
    told = masked(seen_of(who, kept.receipt), "recorded_step_back", {**named, "reason": back.reason})
    return ShownBack(
        by=_plain(told["actor"]), second=_plain(told["second"]), reason=_plain(told["reason"]),
        at=local_time(back.at, VIETNAM), is_by_two=back.second != "",
    )  # fmt: skip


def _steps_told(who: Asker, kept: Kept, steps: Sequence[RecordedStep]) -> list[StepTold]:
    seen = seen_of(who, kept.receipt)
    named = holders_named({one for step in steps for one in (step.actor, step.handler) if one})
    return [_step_told(seen, step, named, body_named(step.unit or kept.book.body)) for step in steps]


def _step_told(seen: Decision, step: RecordedStep, named: dict[str, str], unit: str) -> StepTold:
    who = named.get(step.handler or step.actor, "")
    personal = masked(seen, "recorded_step", {"actor": who, "reason": step.reason})
    return StepTold(
        number=step.number, activity=step.activity, occurred_at=local_time(step.occurred_at, VIETNAM),
        recorded_at=local_time(step.recorded_at, VIETNAM), unit=unit, who=_plain(personal["actor"]),
        document=step.document, due_on=step.due_on, reason=_plain(personal["reason"]),
    )  # fmt: skip


def _plain(value: Any) -> str:
    """A form has no sign for what may not be seen: it is left blank."""
    return value if isinstance(value, str) else ""
