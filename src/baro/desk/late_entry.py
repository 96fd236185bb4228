"""The one home of telling a fact after it happened: who may let its day count, and what the ledger says of it.

An act that tells of a day is written by its own desk function as `Told`, and recorded as `entered_acts` gives it. Without
a second person it is recorded all the same, but counts when it was recorded (`rules/judged/late_entry.py`). A second person
approves what `late_entry` proposes; then the reason is kept aside and the told day counts. What a program of the keeper
loads is labelled as loaded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from baro.desk.by import By, Program
from baro.desk.permission import day_of
from baro.desk.two_persons import Proposed, carried_out_act, settled
from baro.records.ledger.bodies import moment
from baro.records.queries.record_states import stream_part
from baro.rules.judged.late_entry import LABEL, Entered, check_not_future, check_vouched, is_late, moment_of
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.policy.standing import Subject

CALENDAR = calendar_named("vn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An act about a matter, that tells when something happened (`act.occurred_at`), and where it was written down first."""

    act: Act
    subject: Subject
    entered: Entered = Entered.PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """What lets a told moment count: the proposal that a second person approved, and the reason."""

    proposal: str
    reason: str


Vouchers = Mapping[str, Vouched]
"""By the id of the matter of which an act tells."""
ALONE: Vouchers = MappingProxyType({})


def told_on(act: Act, on: date, subject: Subject, at: datetime) -> Told:
    """Say that what an act tells happened on a day, as a paper or a register has it."""
    return Told(act=replace(act, occurred_at=moment_of(on, at)), subject=subject)


def late_entry(told: Told) -> Proposed:
    """Say which act about which matter is to be entered late, to be proposed first."""
    act, by_days = told.act, told.entered is Entered.PAPER
    happened = day_of(act.occurred_at).isoformat() if by_days else moment(act.occurred_at)
    what: dict[str, Value] = {"type": act.type, "stream": act.stream, "occurred_at": happened, "data": act.data}
    rests_on = (stream_part(act.stream),)
    return Proposed(operation="ledger.late_entry", subject=told.subject, what=what, rests_on=rests_on)


def entered_from(
    act: Act, first: date | None, subject: Subject, by: By, at: datetime, vouchers: Vouchers = ALONE
) -> list[Act]:
    """Give the acts to record for something that is told to hold from a day on (None: ever since). From today or a day to
    come nothing is late. Raises as `entered_acts`."""
    today = day_of(at)
    if first is not None and first >= today:
        return [act]
    told = told_on(act, first or today - timedelta(days=1), subject, at)
    entered = entered_acts([told], by, at, vouchers)
    return entered if first else [replace(one, occurred_at=at) for one in entered]  # nobody told when it began


def entered_acts(told: Sequence[Told], by: By, at: datetime, vouchers: Vouchers = ALONE) -> list[Act]:
    """Give the acts to record for what is told, in order, each with the act that closes its proposal.

    Raises `Refused("late_entry.future" | "late_entry.reason" | "access.…")`.
    """
    acts: list[Act] = []
    for one in told:
        check_not_future(one.act.occurred_at, at)
        acts += _entered(one, by, at, vouchers.get(one.subject.id))
    return acts


def _entered(told: Told, by: By, at: datetime, vouched: Vouched | None) -> tuple[Act, ...]:
    alone = replace(_kept(told, at), second="")  # nobody vouches but by a proposal
    if isinstance(by.asker, Program):
        is_history = day_of(told.act.occurred_at) != day_of(at)
        return (_labelled(alone, Entered.LOADED) if is_history else alone,)
    if vouched is None:
        late = is_late(told.act.occurred_at, at, told.entered, CALENDAR)
        return (_labelled(alone, told.entered) if late else alone,)
    second = settled(vouched.proposal, late_entry(told), by.asker, at)
    check_vouched(alone.actor, second, vouched.reason)
    personal = {**alone.personal, "late_reason": vouched.reason.strip()}
    act = replace(_labelled(alone, told.entered), second=second, personal=personal)
    return act, carried_out_act(vouched.proposal, by.asker, at)


def _kept(told: Told, at: datetime) -> Act:
    """The ledger tells of a sealed matter not even when it happened."""
    return replace(told.act, occurred_at=at) if told.subject.compartment else told.act


def _labelled(act: Act, entered: Entered) -> Act:
    return replace(act, data={**act.data, LABEL: entered.value})
