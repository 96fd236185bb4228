"""Coordination rules and joint processes. Inside the authority they are no secret, so they are read without a scope."""

from collections.abc import Collection
from typing import Any

from baro.records.models.joint import CoordinationRuleRow, JointProcessRow
from baro.records.queries.by_key import by_key
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.joint import CoordinationRule, JointLeg, JointProcess


def coordination_rules() -> tuple[CoordinationRule, ...]:
    """All coordination rules, those in force first, then the newest first."""
    rows = CoordinationRuleRow.objects.order_by("-valid_from", "id")
    return tuple(sorted(map(_rule, rows), key=lambda rule: rule.last_on is not None))


def coordination_rule(rule_id: str) -> CoordinationRule | None:
    """One coordination rule."""
    row = by_key(CoordinationRuleRow.objects, rule_id).first()
    return None if row is None else _rule(row)


def joint_versions(process: str) -> tuple[JointProcess, ...]:
    """The versions of a joint process, in their order."""
    return tuple(map(_process, JointProcessRow.objects.filter(process=process).order_by("version")))


def joint_processes(processes: Collection[str] | None = None) -> dict[tuple[str, int], JointProcess]:
    """The versions of all joint processes, or of some, by process and version."""
    rows = JointProcessRow.objects.order_by("process", "version")
    if processes is not None:
        rows = rows.filter(process__in=processes)
    return {(row.process, row.version): _process(row) for row in rows}


def _rule(row: CoordinationRuleRow) -> CoordinationRule:
    return CoordinationRule(
        id=row.id, unit=row.unit, name=row.name, number=row.number, signed_on=row.signed_on, valid_from=row.valid_from,
        parties=tuple(row.parties), outside=tuple(row.outside), last_on=row.last_on, ended_by=row.ended_by,
    )  # fmt: skip


def _process(row: JointProcessRow) -> JointProcess:
    return JointProcess(
        process=row.process, version=row.version, lead=row.lead, rule=row.rule,
        limit=Duration(row.limit_value, Unit(row.limit_unit)), legs=tuple(map(_leg, row.legs)), decision=row.decision,
        signed_on=row.signed_on, valid_from=row.valid_from, last_on=row.last_on,
    )  # fmt: skip


def _leg(told: list[Any]) -> JointLeg:
    key, agency, task, value, unit, papers_in, papers_out, after = told
    return JointLeg(
        key=key, agency=agency, task=task, limit=Duration(value, Unit(unit)), papers_in=papers_in,
        papers_out=papers_out, after=after,
    )  # fmt: skip
