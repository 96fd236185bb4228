"""Complaints and denunciations: received, concluded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from baro.desk.by import By, act_of, require_on
from baro.records.queries.petitions import accused_in, petition
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.observed.petitions import Petition, PetitionKind, check_conclusion, check_petition
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


def receive_petitions(petitions: Sequence[Petition], by: By, at: datetime) -> None:
    """Record matters received, all or none. Raises `Refused("petition.no_code" | "petition.denunciation_open")`."""
    for told in petitions:
        require_on(by, f"{_matter(told)}.receive", _subject(told), at)
        check_petition(told)
    record_all([_received_act(told, by, at) for told in petitions], at=at)


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
        require_on(by, f"{_matter(told)}.conclude", _subject(told), at)
        check_conclusion(told.received_on, before, on)
        data = {"petition": petition_id, "on": on.isoformat()}
        acts.append(act_of(by, f"{_matter(told)}.concluded", f"{_matter(told)}/{petition_id}", at, data))
    record_all(acts, at=at)


def _matter(told: Petition) -> str:
    """A denunciation is handled under the stricter rows of the policy, and its acts tell nothing of it."""
    return "denunciation" if told.kind is PetitionKind.DENUNCIATION else "petition"


def _subject(told: Petition) -> Subject:
    accused = accused_in(told.id)
    return Subject(id=told.id, unit=told.unit, holder=told.handler, compartment=told.compartment, accused=accused)


def _received_act(told: Petition, by: By, at: datetime) -> Act:
    fields = {
        "unit": told.unit,
        "code": told.code.strip(),
        "kind": told.kind.value,
        "received_on": told.received_on.isoformat(),
        "handler": told.handler,
        "compartment": told.compartment,
    }
    matter = _matter(told)
    if matter == "denunciation":
        hidden = replace(by, unit="")
        return act_of(hidden, "denunciation.received", f"denunciation/{told.id}", at, {"petition": told.id}, fields)
    return act_of(by, "petition.received", f"petition/{told.id}", at, {"petition": told.id, **fields})
