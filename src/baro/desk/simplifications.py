"""Simplifications of procedures: proposed, decided, declined; and what a decision did, counted from the dossiers."""

from dataclasses import replace
from datetime import date, datetime

from baro.desk.by import By, act_of, require
from baro.desk.counted_dossiers import counted_by
from baro.desk.followed import Telling, take_back, tell
from baro.desk.late_entry import entered_acts, told_on
from baro.desk.permission import Asker, day_of
from baro.records.ids_made import new_id
from baro.records.ledger.heads import hold
from baro.records.queries.dossier_effects import received_side
from baro.records.queries.dossier_lists import Asked
from baro.records.queries.followed import all_followed, followed, simplification, simplifications
from baro.records.queries.procedures import procedure_names
from baro.records.recording import record_all
from baro.records.round_trips import ask
from baro.records.row_security.session import acting
from baro.rules.counted.days import local_day
from baro.rules.counted.effects import Effect, sides
from baro.rules.judged.simplified import SimplificationNow, check_decision, simplified_on
from baro.rules.observed.acts import Value
from baro.rules.observed.followed import check_document
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.simplifications import Simplification, check_simplification

RECORD = "simplification.record"


def simplifications_on(on: date) -> list[SimplificationNow]:
    """Every simplification as it stands on a day, the last proposed first."""
    told = all_followed("simplification")
    return [simplified_on(one, told.get(one.id, ()), on) for one in simplifications()]


def simplification_now(told: Simplification, on: date) -> SimplificationNow:
    """One simplification as it stands on a day."""
    return simplified_on(told, followed(f"simplification/{told.id}"), on)


def effect_of(now: SimplificationNow, weeks: int, who: Asker) -> Effect | None:
    """Compare the dossiers of its procedure received in so many weeks before and from its day of force on, among the bodies whose
    figures the asker may read. None where it is not in force, or there is nothing to compare."""
    counted = counted_by(who)
    if now.in_force_from is None or counted is None:
        return None
    known = local_day(counted.as_of)
    if known is None or known < now.in_force_from:
        return None
    (first, force), (_, end) = sides(now.in_force_from, weeks)
    asked = Asked(procedure=now.told.procedure, under=counted.under)
    before, after = (received_side(counted.dossiers, asked, *side) for side in ((first, force), (force, end)))
    return Effect(before=before, after=after, until=known if known < after.last else None)


@acting()
def propose_simplification(told: Simplification, by: By, at: datetime) -> str:
    """Record what is proposed to be cut; the name of a procedure of the catalogue is the catalogue's. One without an id gets one,
    which is given. Raises `Refused("access.…" | "simplification.…" | "followed.…" | "late_entry.future")`."""
    require(by, RECORD, told.unit, at)
    code = told.procedure.strip()
    name = procedure_names((code,)).get(code, told.name.strip())
    check_document(told.document)
    check_simplification(replace(told, name=name))
    made = told.id or new_id(at)
    data: dict[str, Value] = {
        "simplification": made, "unit": told.unit, "procedure": code, "name": name, "document": told.document.strip(), "on": told.signed_on.isoformat(),
        "papers": told.papers, "steps": told.steps, "days": told.days, "cost": told.cost,
    }  # fmt: skip
    words = {"what": told.what.strip(), "reason": told.reason.strip()}
    act = act_of(by, "simplification.proposed", f"simplification/{made}", at, data, words)
    record_all(entered_acts([told_on(act, told.signed_on, Subject(id=made, unit=told.unit), at)], by, at), at=at)
    return made


@acting()
def decide_simplification(simplification_id: str, telling: Telling, by: By, at: datetime) -> None:
    """Record that a simplification was decided, in force from the day `until` on, or declined. Raises `Refused("access.…" |
    "simplification.…" | "followed.…" | "late_entry.future")`."""
    now, stream = _held(simplification_id, at)
    require(by, RECORD, now.told.unit, at)
    check_decision(now, telling.kind, telling.on, telling.until)
    tell(stream, followed(stream), telling, by, at)


@acting()
def take_back_decision(simplification_id: str, number: int, document: str, by: By, at: datetime) -> None:
    """Record that a decision was told by mistake. Raises `Refused("access.…" | "followed.…")`."""
    now, stream = _held(simplification_id, at)
    require(by, RECORD, now.told.unit, at)
    take_back(stream, followed(stream), number, document, by, at)


def _held(simplification_id: str, at: datetime) -> tuple[SimplificationNow, str]:
    stream = f"simplification/{simplification_id}"
    ask(*hold([stream]))
    told = simplification(simplification_id)
    if told is None:
        raise Refused("access.not_found")
    return simplification_now(told, day_of(at)), stream
