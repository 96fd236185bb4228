"""Taking back a step told by mistake: an own slip alone and soon, anything else by two persons. Step and taking back both stay.

That the dossier is judged again without it is the work of `app/book_delivery.py`.
"""

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from baro.desk import permission
from baro.desk.by import By, act_of, by_person, require_on
from baro.desk.permission import Asker
from baro.desk.recording import READ, held_by, stream_of, streams_of
from baro.desk.two_persons import Proposed, carried_out_act, propose, settled
from baro.records.ledger.bodies import moment
from baro.records.loading.recorded import last_place
from baro.records.queries.proposals import Proposal, waiting_by_subject
from baro.records.queries.recorded import receipt, steps
from baro.records.recording import record, record_all
from baro.records.row_security.session import acting
from baro.rules.observed.acts import Act, Value
from baro.rules.observed.recorded_steps import Receipt, RecordedStep
from baro.rules.observed.taking_back import check_taken_back, is_own_slip, slip_minutes_on
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

VOID, SLIP = "dossier.void", "dossier.take_back"


def may_take_back(
    found: Receipt, known: list[RecordedStep], number: int, who: Asker, at: datetime, minutes: int | None
) -> bool:
    """Say whether somebody may take back a step alone now; `minutes` as the authority set them."""
    is_own = is_own_slip(known, number, who.person, at, slip_minutes_on(who.on, minutes))
    return is_own and permission.allows(who, SLIP, _subject(found, known))


def may_ask_void(found: Receipt, known: list[RecordedStep], who: Asker) -> bool:
    """Say whether somebody may propose to void a step."""
    return permission.allows(who, "proposal.make") and permission.allows(who, VOID, _subject(found, known))


@acting()
def take_back(dossier: str, number: int, reason: str, by: By, at: datetime, *, minutes: int | None = None) -> None:
    """Take back an own slip alone. Raises `Refused("access.…" | "recording.no_slip" | "recording.back_reason")` and as
    `check_taken_back` does."""
    if not isinstance(by.asker, Asker):
        raise Refused("access.denied")
    found, known = _found(dossier, by.asker, streams_of(dossier))
    require_on(by, SLIP, _subject(found, known), at)
    _check(known, number, reason)
    if not is_own_slip(known, number, by.actor, at, slip_minutes_on(by.asker.on, minutes)):
        raise Refused("recording.no_slip")
    record(_act("dossier.slip_taken_back", found, _step(known, number), reason, by, at), at=at)


def propose_void(dossier: str, number: int, reason: str, who: Asker, at: datetime, *, days: int | None = None) -> str:
    """Propose to void a step; give the proposal's id. What could not be carried out is refused at once. Raises
    `Refused("access.…" | "recording.void_asked" | "recording.back_reason")` and as `check_taken_back` does."""
    found, known = _found(dossier, who)
    permission.require_first(who, VOID, _subject(found, known), at)
    _check(known, number, reason)
    if waiting_by_subject(VOID, [dossier], who.on):
        raise Refused("recording.void_asked")
    return propose(_voiding(found, known, number), who, at, reason=reason, days=days)


@acting()
def carry_out_void(found: Proposal, who: Asker, at: datetime) -> None:
    """Void a step as it was proposed and approved. Raises as `propose_void`."""
    told = json.loads(found.told)
    dossier, number = str(told["dossier"]), int(told["number"])
    received, known = _found(dossier, who, streams_of(dossier))
    second = settled(found.id, _voiding(received, known, number), who, at)
    _check(known, number, found.reason)
    by = by_person(who, unit=received.body, second=second)
    act = _act("dossier.step_voided", received, _step(known, number), found.reason, by, at)
    record_all([act, carried_out_act(found.id, who, at)], at=at)


def book_of_void(found: Proposal) -> str:
    """Give the source of the book to whose dossier a proposal to void belongs; "" for any other proposal."""
    return found.subject.id.partition(":")[0] if found.operation == VOID else ""


def _found(dossier: str, who: Asker, held: Collection[str] = ()) -> tuple[Receipt, list[RecordedStep]]:
    scope = permission.scope(who, READ)
    known = steps(scope, dossier, held=held)
    found = receipt(scope, dossier)
    if found is None:
        raise Refused("access.not_found")
    return found, known


def _check(known: list[RecordedStep], number: int, reason: str) -> None:
    check_taken_back(known, number)
    if not reason.strip():
        raise Refused("recording.back_reason")


def _step(known: list[RecordedStep], number: int) -> RecordedStep:
    return next(step for step in known if step.number == number)


def _subject(found: Receipt, known: list[RecordedStep]) -> Subject:
    return Subject(id=found.dossier, unit=found.body, holder=held_by(known))


def _voiding(found: Receipt, known: list[RecordedStep], number: int) -> Proposed:
    """Say which step is to be voided. It rests on nothing but the step: a dossier goes on while a proposal waits."""
    step = next((one for one in known if one.number == number), None)
    if step is None:
        raise Refused("access.not_found")
    what: dict[str, Value] = {
        "dossier": found.dossier, "step": step.id, "number": number, "activity": step.activity,
        "happened_at": moment(step.occurred_at), "recorded_at": moment(step.recorded_at),
    }  # fmt: skip
    return Proposed(operation=VOID, subject=Subject(id=found.dossier, unit=found.body), what=what)


def _act(kind: str, found: Receipt, step: RecordedStep, reason: str, by: By, at: datetime) -> Act:
    data: dict[str, Value] = {
        "step": step.id, "number": step.number, "source": found.source, "body": found.body, "dossier": found.dossier,
        "place": last_place(found.source) + 1,
    }  # fmt: skip
    told = {"reason": reason.strip()}
    return act_of(replace(by, unit=found.body), kind, stream_of(found.dossier), at, data, told)
