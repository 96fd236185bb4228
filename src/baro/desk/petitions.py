"""Complaints and denunciations: received, concluded."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from baro.desk.by import By, act_of, require_on
from baro.desk.late_entry import ALONE, CALENDAR, Told, Vouchers, entered_acts, told_on
from baro.records.queries.petitions import accused_in, petition_clocks, petitions
from baro.records.recording import record_all
from baro.records.row_security.session import acting
from baro.rules.judged.petition_lateness import PetitionLateness, lateness
from baro.rules.observed.acts import Act
from baro.rules.observed.petitions import Petition, PetitionKind, check_conclusion, check_petition
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Accused, Subject
from baro.rules.prescribed.refusals import Refused

_MATTERS = ("petition", "denunciation")


def receive_petitions(received: Sequence[Petition], by: By, at: datetime, vouchers: Vouchers = ALONE) -> None:
    """Record matters received, all or none; told late, they count as `late_entry` says.

    Raises `Refused("petition.no_code" | "petition.denunciation_open" | "late_entry.…")`."""
    acts = []
    for told in received:
        subject = _subject(told, accused_in(told.id))
        require_on(by, f"{_matter(told)}.receive", subject, at)
        check_petition(told)
        acts.append(told_on(_receipt(told, by, at), told.received_on, subject, at))
    record_all(entered_acts(acts, by, at, vouchers), at=at)


@acting()
def conclude_petitions(
    concluded: Sequence[tuple[str, date]], scope: Scope, by: By, at: datetime, vouchers: Vouchers = ALONE
) -> None:
    """Record that matters (id, day) were verified and concluded, all or none; told late, they count as `late_entry` says.

    Raises `Refused("petition.unknown" | "petition.concluded_already" | "petition.concluded_before_receipt" |
    "late_entry.…")`; what is outside the scope is unknown.
    """
    acts, ids = [], [petition_id for petition_id, _ in concluded]
    known = petitions(ids, scope, held=[f"{matter}/{one}" for one in ids for matter in _MATTERS])
    for petition_id, on in concluded:
        found = known.get(petition_id)
        if found is None:
            raise Refused("petition.unknown", petition=petition_id)
        told, subject = found.told, _subject(found.told, found.accused)
        require_on(by, f"{_matter(told)}.conclude", subject, at)
        check_conclusion(told.received_on, found.concluded_on, on)
        acts.append(told_on(_conclusion(told, on, by, at), on, subject, at))
    record_all(entered_acts(acts, by, at, vouchers), at=at)


def petition_lateness(units: Collection[str], scope: Scope, as_of: date) -> PetitionLateness:
    """How late the matters of bodies are on a day, among those of a scope, by the days that count."""
    return lateness(petition_clocks(scope, units), as_of, CALENDAR)


def _matter(told: Petition) -> str:
    """A denunciation is handled under the stricter rows of the policy, and its acts tell nothing of it."""
    return "denunciation" if told.kind is PetitionKind.DENUNCIATION else "petition"


def _subject(told: Petition, accused: tuple[Accused, ...]) -> Subject:
    return Subject(id=told.id, unit=told.unit, holder=told.handler, compartment=told.compartment, accused=accused)


def conclusion_told(told: Petition, on: date, by: By, at: datetime) -> Told:
    """The act that concludes a matter, on its day."""
    return told_on(_conclusion(told, on, by, at), on, _subject(told, accused_in(told.id)), at)


def _conclusion(told: Petition, on: date, by: By, at: datetime) -> Act:
    data = {"petition": told.id, "on": on.isoformat()}
    return act_of(by, f"{_matter(told)}.concluded", f"{_matter(told)}/{told.id}", at, data)


def receipt_told(told: Petition, by: By, at: datetime) -> Told:
    """The act that receives a matter, on its day; of a denunciation the ledger tells nothing."""
    return told_on(_receipt(told, by, at), told.received_on, _subject(told, accused_in(told.id)), at)


def _receipt(told: Petition, by: By, at: datetime) -> Act:
    fields = {
        "unit": told.unit,
        "code": told.code.strip(),
        "kind": told.kind.value,
        "received_on": told.received_on.isoformat(),
        "handler": told.handler,
        "compartment": told.compartment,
    }
    if _matter(told) == "denunciation":
        hidden = replace(by, unit="")
        return act_of(hidden, "denunciation.received", f"denunciation/{told.id}", at, {"petition": told.id}, fields)
    return act_of(by, "petition.received", f"petition/{told.id}", at, {"petition": told.id, **fields})
