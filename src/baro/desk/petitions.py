"""Complaints and denunciations: received, concluded."""

from collections.abc import Sequence
from datetime import date, datetime

from baro.desk.by import By, act_of, require
from baro.records.queries.petitions import petition
from baro.records.recording import record_all
from baro.records.row_security.session import reading
from baro.rules.observed.acts import Act
from baro.rules.observed.petitions import Petition, PetitionKind, check_conclusion, check_petition
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.refusals import Refused


def receive_petitions(petitions: Sequence[Petition], by: By, at: datetime) -> None:
    """Record matters received, all or none. Raises `Refused("petition.no_code" | "petition.denunciation_open")`."""
    for told in petitions:
        require(by, _operation(told, "receive"), told.unit, at)
        check_petition(told)
    record_all([_received_act(told, by, at) for told in petitions], at=at)


@reading()
def conclude_petitions(concluded: Sequence[tuple[str, date]], scope: Scope, by: By, at: datetime) -> None:
    """Record that matters (id, day) were verified and concluded, all or none.

    Raises `Refused("petition.unknown" | "petition.concluded_already" | "petition.concluded_before_receipt")`; what is
    outside the scope is unknown.
    """
    acts = []
    for petition_id, on in concluded:
        found = petition(petition_id, scope)
        if found is None:
            raise Refused("petition.unknown", petition=petition_id)
        told, before = found
        require(by, _operation(told, "conclude"), told.unit, at)
        check_conclusion(told.received_on, before, on)
        data = {"petition": petition_id, "on": on.isoformat()}
        acts.append(act_of(by, "petition.concluded", f"petition/{petition_id}", at, data))
    record_all(acts, at=at)


def _operation(told: Petition, verb: str) -> str:
    """A denunciation is handled under the stricter rows of the policy."""
    matter = "denunciation" if told.kind is PetitionKind.DENUNCIATION else "petition"
    return f"{matter}.{verb}"


def _received_act(told: Petition, by: By, at: datetime) -> Act:
    data = {
        "petition": told.id,
        "unit": told.unit,
        "code": told.code.strip(),
        "kind": told.kind.value,
        "received_on": told.received_on.isoformat(),
        "handler": told.handler,
        "compartment": told.compartment,
    }
    return act_of(by, "petition.received", f"petition/{told.id}", at, data)
