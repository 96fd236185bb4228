"""As whose matter a dossier is asked about: of the body that delivers it; of a body below it too, and of those who hold or held
it, where that body alone does not let the asker do what they want."""

from collections.abc import Iterable, Mapping, Sequence

from baro.desk import permission
from baro.desk.by import By, Program
from baro.desk.permission import Asker
from baro.records.queries.dossier_lists import Line
from baro.records.scoped import reached_by
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.standing import Subject

_READ = "dossier.read"


def seen_of(who: Asker, lines: Sequence[Line]) -> dict[str, Decision]:
    """Give what somebody may see of dossiers, by id. One statement at most, none where the bodies say all."""
    found = subjects_of(who, {line.id: line.body for line in lines}, _READ)
    return {dossier: permission.decide(who, _READ, subject) for dossier, subject in found.items()}


def subjects_of(who: Asker, dossiers: Mapping[str, str], operation: str) -> dict[str, Subject]:
    """Give dossiers (id and the body that delivers each) as the matters that the engine decides on. One statement at most."""
    allowed = {body: permission.allows(who, operation, Subject(unit=body)) for body in set(dossiers.values())}
    others = [dossier for dossier, body in dossiers.items() if not allowed[body]]
    reached = reached_by(others) if others else {}
    nobodys: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    of = ((dossier, body, *reached.get(dossier, nobodys)) for dossier, body in dossiers.items())
    return {
        dossier: Subject(id=dossier, unit=body, parts=parts, holders=holders) for dossier, body, parts, holders in of
    }


def seen_by_party(who: Asker, operation: str, parties: Iterable[str]) -> Decision:
    """Up to which class somebody sees the fields of what several bodies have a part in: by the one that lets them see most."""
    decisions = [permission.decide(who, operation, Subject(unit=party)) for party in parties]
    return max(decisions, key=lambda decision: (decision.allowed, decision.sees))


def subject_for(by: By, dossier: str, body: str, operation: str) -> Subject:
    """Give one dossier as the matter with which somebody acts."""
    if isinstance(by.asker, Program):
        return Subject(id=dossier, unit=body)
    return subjects_of(by.asker, {dossier: body}, operation)[dossier]
