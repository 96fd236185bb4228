"""The acts of letting people in, as they stand in the ledger. Who is in a compartment, who is accused, and of what kind
the matter is, are kept aside as personal values: the ledger itself tells none of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from baro.rules.observed.acts import Act
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import Grant


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRole:
    """A grant to be made: to whom (a person's id, or that of a program's account), what, by which decision."""

    person: str
    grant: Grant
    decision: str


def granted_act(grant_id: str, new: NewRole, actor: str, second: str, at: datetime) -> Act:
    """A role was granted."""
    return Act(
        type="role.granted",
        stream=f"role/{grant_id}",
        actor=actor,
        second=second,
        unit=new.grant.unit,
        occurred_at=at,
        data={"grant": grant_id, **told_grant(new)},
    )


def founded_act(grant_id: str, new: NewRole, actor: str, at: datetime) -> Act:
    """A first role of an authority was granted by the keeper of the machine."""
    return Act(
        type="role.founded",
        stream=f"role/{grant_id}",
        actor=actor,
        unit=new.grant.unit,
        source="command",
        occurred_at=at,
        data={"grant": grant_id, **told_grant(new)},
    )


def ended_act(grant_id: str, last: date, actor: str, second: str, at: datetime) -> Act:
    """A grant was given a last day."""
    return Act(
        type="role.ended",
        stream=f"role/{grant_id}",
        actor=actor,
        second=second,
        occurred_at=at,
        data={"grant": grant_id, "last": last.isoformat()},
    )


def told_grant(new: NewRole) -> dict[str, str | None]:
    """Give a grant as its act tells it, without the id that it gets."""
    term = new.grant.term
    return {
        "person": new.person,
        "role": str(new.grant.role),
        "unit": new.grant.unit,
        "valid_from": term.valid_from.isoformat() if term.valid_from else None,
        "valid_to": term.valid_to.isoformat() if term.valid_to else None,
        "delegated_by": new.grant.delegated_by,
        "decision": new.decision,
    }


def told_role(told: Mapping[str, str | None]) -> NewRole:
    """Read a grant as `told_grant` writes it."""
    first, last = (date.fromisoformat(day) if (day := told[name]) else None for name in ("valid_from", "valid_to"))
    grant = Grant(
        role=Role(told["role"] or ""),
        unit=told["unit"] or "",
        term=Term(first, last),
        delegated_by=told["delegated_by"] or "",
    )
    return NewRole(person=told["person"] or "", grant=grant, decision=told["decision"] or "")
