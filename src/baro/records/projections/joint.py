"""Liên thông, from the acts that tell of coordination rules, joint processes and joint dossiers."""

from collections.abc import Iterator
from datetime import date, timedelta

from baro.records.models.joint import CoordinationRuleRow, JointDossierRow, JointEventRow, JointProcessRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.judged.late_entry import LABEL
from baro.rules.observed.entries import Entry
from baro.rules.observed.joint import JointKind

_RULE = ("unit", "name", "number", "parties", "outside")
_PROCESS = ("process", "version", "lead", "rule", "limit_value", "limit_unit", "legs", "decision")
_DOSSIER = ("joint", "code", "process", "version", "lead")
_EVENT = ("joint", "event", "leg", "kind", "teller", "document", "outcome", "corrects", "is_void")


@gives_rows("coordination_rule.recorded")
def rule_recorded(entry: Entry) -> Iterator[RowChange]:
    """A coordination rule was approved."""
    data = entry.data
    days = {name: date.fromisoformat(data[name]) for name in ("signed_on", "valid_from")}
    yield row(CoordinationRuleRow, id=data["rule"], **{name: data[name] for name in _RULE}, **days)


@gives_rows("coordination_rule.ended")
def rule_ended(entry: Entry) -> Iterator[RowChange]:
    """A coordination rule holds no longer than to a day."""
    data = entry.data
    yield change(CoordinationRuleRow, data["rule"], last_on=date.fromisoformat(data["last"]), ended_by=data["number"])


@gives_rows("joint_process.laid_down")
def laid_down(entry: Entry) -> Iterator[RowChange]:
    """A version of a joint process was approved; the one before it, if any, holds to the day before."""
    data = entry.data
    days = {name: date.fromisoformat(data[name]) for name in ("signed_on", "valid_from")}
    if data["version"] > 1:
        before = f"{data['process']}:{data['version'] - 1}"
        yield change(JointProcessRow, before, last_on=days["valid_from"] - timedelta(days=1))
    told = {name: data[name] for name in _PROCESS}
    yield row(JointProcessRow, id=f"{data['process']}:{data['version']}", **told, **days)


@gives_rows("joint.opened")
def opened(entry: Entry) -> Iterator[RowChange]:
    """The lead received a dossier that several agencies handle."""
    data = entry.data
    for place, party in enumerate(data["parties"]):
        yield row(
            JointDossierRow, id=_copy(data["joint"], place), body=party, **{name: data[name] for name in _DOSSIER},
            received_at=entry.occurred_at, recorded_at=entry.recorded_at, opened_by=entry.actor,
        )  # fmt: skip


@gives_rows(*(f"joint.{kind}" for kind in JointKind), "joint.corrected")
def told(entry: Entry) -> Iterator[RowChange]:
    """Something was told of a leg, or of the end; or told anew."""
    data = entry.data
    for place, party in enumerate(data["parties"]):
        yield row(
            JointEventRow, id=_copy(f"{data['joint']}.{data['event']}", place), body=party,
            **{name: data[name] for name in _EVENT}, occurred_at=entry.occurred_at,
            recorded_at=entry.recorded_at, recorded_by=entry.actor, words=entry.personal.get("words") or "",
            entered=data.get(LABEL, ""),
        )  # fmt: skip
        if data["kind"] == JointKind.ENDED:
            closed = None if data["is_void"] else entry.recorded_at
            yield change(JointDossierRow, _copy(data["joint"], place), closed_at=closed)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said was erased."""
    kind, key = erased_stream(entry)
    if kind == "joint":
        of = {"joint": key}
        project_again(entry, JointDossierRow.objects.whole().filter(**of), JointEventRow.objects.whole().filter(**of))


def _copy(key: str, place: int) -> str:
    """The id of the copy of the `place`-th party."""
    return f"{key}.{place}"
