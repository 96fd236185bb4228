"""Coordination rules and joint processes: approved, laid down by versions, ended; never deleted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from baro.desk.by import By, act_of, require
from baro.desk.late_entry import entered_acts
from baro.desk.work_processes import approval_told
from baro.records.ids_made import new_id
from baro.records.ledger.heads import hold
from baro.records.queries.joint_rules import coordination_rule, joint_versions
from baro.records.queries.organisation import bodies
from baro.records.queries.processes import approval
from baro.records.recording import record, record_all
from baro.records.round_trips import ask
from baro.records.row_security.session import acting
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.joint import (
    CoordinationRule,
    JointLeg,
    JointProcess,
    check_process,
    check_rule,
    check_rule_end,
)
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval, RegisterKind, check_approval


@acting()
def record_rule(rule: CoordinationRule, by: By, at: datetime) -> str:
    """Record a coordination rule; one without an id gets one, which is given. Raises `Refused("access.…" | "joint.…")`."""
    require(by, "process.approve", rule.unit, at)
    check_rule(rule)
    _check_bodies(rule.parties, rule.valid_from)
    made = rule.id or new_id(at)
    data: dict[str, Value] = {
        "rule": made, "unit": rule.unit, "name": rule.name.strip(), "number": rule.number.strip(),
        "signed_on": rule.signed_on.isoformat(), "valid_from": rule.valid_from.isoformat(), "parties": list(rule.parties),
        "outside": [name.strip() for name in rule.outside],
    }  # fmt: skip
    record(act_of(by, "coordination_rule.recorded", f"coordination_rule/{made}", at, data), at=at)
    return made


@acting()
def end_rule(rule_id: str, last: date, number: str, by: By, at: datetime) -> None:
    """Record the last day of a coordination rule, by the document that ends it. Raises `Refused("access.…" | "joint.…")`."""
    stream = f"coordination_rule/{rule_id}"
    ask(*hold([stream]))
    rule = coordination_rule(rule_id)
    if rule is None:
        raise Refused("access.not_found")
    require(by, "process.approve", rule.unit, at)
    check_rule_end(rule, last, number)
    data = {"rule": rule.id, "last": last.isoformat(), "number": number.strip()}
    record(act_of(by, "coordination_rule.ended", stream, at, data), at=at)


@acting()
def register_joint(name: str, code: str, process: JointProcess, by: By, at: datetime) -> str:
    """Enter a procedure into the register as handled by several agencies, with its first version; gives its id in the
    register, which the body acted for keeps. Raises `Refused("access.…" | "process.…" | "joint.…")`."""
    require(by, "process.approve", process.lead, at)
    require(by, "process.approve", by.unit or process.lead, at)
    made = process.process or new_id(at)
    told = Approval(
        id=made, unit=by.unit or process.lead, kind=RegisterKind.LINKED, code=code.strip(), name=name, decision=process.decision,
        approved_on=process.signed_on,
    )  # fmt: skip
    check_approval(told)
    first = replace(process, process=made, version=1)
    _check(first, ())
    acts = entered_acts([approval_told(told, by, at)], by, at)
    record_all([*acts, _laid_down(first, by, at)], at=at)
    return made


@acting()
def lay_down_joint(process: JointProcess, by: By, at: datetime) -> int:
    """Record the next version of a procedure of the register; gives its number. The one before holds to the day before. Raises
    `Refused("access.…" | "joint.not_registered" | "joint.…")`."""
    ask(*hold([f"joint_process/{process.process}"]))
    registered = approval(process.process)
    if registered is None or registered.kind is not RegisterKind.LINKED:
        raise Refused("joint.not_registered")
    require(by, "process.approve", registered.unit, at)
    require(by, "process.approve", process.lead, at)
    before = joint_versions(process.process)
    told = replace(process, version=len(before) + 1)
    _check(told, before)
    record(_laid_down(told, by, at), at=at)
    return told.version


def _check(told: JointProcess, before: Sequence[JointProcess]) -> None:
    check_process(told, before)
    _check_bodies(told.parties, told.valid_from)
    if told.rule:
        rule = coordination_rule(told.rule)
        if rule is None or not rule.holds(told.valid_from):
            raise Refused("joint.rule_not_in_force", day=f"{told.valid_from:%d/%m/%Y}")


def _check_bodies(named: Sequence[str], on: date) -> None:
    known = bodies()
    for body in named:
        if known.term_on(body, on) is None:
            raise Refused("joint.body_not_in_force", body=body, day=f"{on:%d/%m/%Y}")


def _laid_down(told: JointProcess, by: By, at: datetime) -> Act:
    data: dict[str, Value] = {
        "process": told.process, "version": told.version, "lead": told.lead, "rule": told.rule,
        "limit_value": told.limit.value, "limit_unit": told.limit.unit.value, "legs": [_leg(leg) for leg in told.legs],
        "decision": told.decision.strip(), "signed_on": told.signed_on.isoformat(),
        "valid_from": told.valid_from.isoformat(),
    }  # fmt: skip
    return act_of(by, "joint_process.laid_down", f"joint_process/{told.process}", at, data)


def _leg(leg: JointLeg) -> list[Value]:
    limit = (leg.limit.value, leg.limit.unit.value)
    return [leg.key, leg.agency, leg.task.strip(), *limit, leg.papers_in.strip(), leg.papers_out.strip(), leg.after]
