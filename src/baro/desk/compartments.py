"""Compartments: who alone knows of a denunciation or of an unannounced inspection, and whom a matter accuses.

Whoever opens a matter in secret records its compartment in the same transaction: `record_all([*opened_acts(…), act])`.
"""

from collections.abc import Sequence
from datetime import datetime

from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.ids_made import new_id
from baro.records.queries.access import is_open, membership_of
from baro.records.recording import record
from baro.rules.observed.acts import Act
from baro.rules.prescribed.policy.standing import Accused, Subject
from baro.rules.prescribed.refusals import Refused


def opened_acts(
    compartment: str, *, kind: str, unit: str, members: Sequence[str], decision: str, actor: str, at: datetime
) -> list[Act]:
    """Give the acts that open a compartment (an id of `new_id`) with its first members, from the day of `at` on."""
    opened = _act("compartment.opened", compartment, actor, at, personal={"kind": kind, "unit": unit})
    return [opened, *(_admitted(compartment, person, decision, actor, at) for person in members)]


def admit_member(compartment: str, person: str, decision: str, who: Asker, at: datetime, *, unit: str) -> None:
    """Record that a person was let into a compartment by a decision. Only a member can. Raises `Refused`
    ("access.…")."""
    permission.require(who, "compartment.admit", Subject(unit=unit, compartment=compartment), at)
    if not is_open(compartment):
        raise Refused("access.not_found")
    record(_admitted(compartment, person, decision, who.person, at), at=at)


def end_membership(compartment: str, person: str, who: Asker, at: datetime, *, unit: str) -> None:
    """Record that a person is in a compartment no more, from tomorrow on. Raises `Refused` ("access.…")."""
    permission.require(who, "compartment.admit", Subject(unit=unit, compartment=compartment), at)
    member = membership_of(person, compartment)
    if not member:
        raise Refused("access.not_found")
    data = {"member": member, "last": who.on.isoformat()}
    record(_act("compartment.left", compartment, who.person, at, data=data), at=at)


def accused_act(subject: str, accused: Accused, actor: str, at: datetime) -> Act:
    """Give the act that names whom a matter accuses: from then on they, and their line, are barred from it."""
    return Act(
        type="conflict.declared",
        stream=f"conflict/{subject}",
        actor=actor,
        occurred_at=at,
        data={"conflict": new_id(at), "subject": subject, "is_head": accused.is_head},
        personal={"person": accused.person, "unit": accused.unit},
    )


def declare_accused(subject: Subject, accused: Accused, who: Asker, at: datetime) -> None:
    """Record whom a matter accuses. Raises `Refused` ("access.…")."""
    permission.require(who, "conflict.declare", subject, at)
    record(accused_act(subject.id, accused, who.person, at), at=at)


def _admitted(compartment: str, person: str, decision: str, actor: str, at: datetime) -> Act:
    data = {"member": new_id(at), "from": permission.day_of(at).isoformat()}
    personal = {"person": person, "decision": decision}
    return _act("compartment.admitted", compartment, actor, at, data=data, personal=personal)


def _act(
    kind: str,
    compartment: str,
    actor: str,
    at: datetime,
    *,
    data: dict[str, str] | None = None,
    personal: dict[str, str] | None = None,
) -> Act:
    told = {"compartment": compartment, **(data or {})}
    stream = f"compartment/{compartment}"
    return Act(type=kind, stream=stream, actor=actor, occurred_at=at, data=told, personal=personal or {})
