"""The weekly briefing: lateness explained, the week frozen as it stood, conclusions made and carried out."""

from datetime import date, datetime
from hashlib import sha256

from baro.desk import permission
from baro.desk.by import By, act_of, require, require_on
from baro.desk.permission import Asker
from baro.records.ids_made import new_id
from baro.records.ledger.bodies import moment
from baro.records.queries.briefings import briefing, conclusion, explanations
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.queries.dossier_lists import dossier
from baro.records.queries.weekly import COUNTS, weekly
from baro.records.recording import record
from baro.records.row_security.session import acting
from baro.rules.counted.weeks import Week
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.acts import Value
from baro.rules.observed.briefings import Cause, check_concluded, check_done, check_explained, check_frozen
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind

READ = "briefing.read"
_LATE = (TimeClass.LATE, TimeClass.PENDING_LATE)


@acting()
def explain_lateness(
    dossier_id: str, who: Asker, by: By, at: datetime, *, cause: Cause, promised_on: date | None = None, words: str = ""
) -> str:
    """Say why a dossier is late and what is promised; said again, both stand; gives the explanation's id. Raises
    `Refused("access.…" | "briefing.not_late" | "briefing.promise_in_past" | "briefing.other_needs_words")`."""
    line = dossier(permission.scope(who, "dossier.read"), dossier_id)
    if line is None:
        raise Refused("access.not_found")
    require_on(by, "briefing.explain", Subject(id=line.id, unit=line.body), at)
    today = permission.day_of(at)
    check_explained(is_late=line.time_class in _LATE, cause=cause, words=words, promised_on=promised_on, today=today)
    key = sha256(line.id.encode()).hexdigest()[:32]
    said = explanations(permission.scope(who, READ), [line.id], held=[f"lateness/{key}"]).get(line.id, [])
    made = f"{key}.{len(said) + 1}"
    data: dict[str, Value] = {
        "explanation": made, "dossier": line.id, "body": line.body, "cause": cause.value,
        "promised_on": promised_on.isoformat() if promised_on else "",
    }  # fmt: skip
    record(act_of(by, "lateness.explained", f"lateness/{key}", at, data, {"words": words.strip()}), at=at)
    return made


def briefing_id(body: str, week: Week) -> str:
    """The id of a body's briefing of a week."""
    return f"{body}.{week.written}"


@acting()
def freeze_briefing(body: str, week: Week, who: Asker, by: By, at: datetime) -> str:
    """Freeze a body's week as the data stand; gives the briefing's id. Raises `Refused("access.…" |
    "briefing.frozen_already" | "briefing.no_data")`."""
    require(by, "briefing.freeze", body, at)
    made, scope = briefing_id(body, week), permission.scope(who, "dossier.read")
    known = briefing(permission.scope(who, READ), made, held=[f"briefing/{made}"])
    as_of = check_frozen(known, judged_as_of(scope), week.begins)
    figures, internal = (_figures(scope, week, body, work) for work in (WorkKind.PROCEDURE, WorkKind.INTERNAL))
    data: dict[str, Value] = {
        "briefing": made, "body": body, "monday": week.monday.isoformat(), "as_of": moment(as_of), "figures": figures,
        "internal": internal,
    }  # fmt: skip
    record(act_of(by, "briefing.frozen", f"briefing/{made}", at, data), at=at)
    return made


@acting()
def conclude_briefing(
    briefing_id: str, who: Asker, by: By, at: datetime, *, words: str, lead: str, due_on: date
) -> str:
    """Conclude something at a briefing that was frozen; gives the conclusion's id. Raises `Refused("access.…" | "briefing.no_words" |
    "briefing.no_lead" | "briefing.due_in_past")`."""
    found = briefing(permission.scope(who, READ), briefing_id)
    if found is None:
        raise Refused("access.not_found")
    require(by, "briefing.conclude", found.body, at)
    check_concluded(words, lead, due_on, permission.day_of(at))
    made = new_id(at)
    data: dict[str, Value] = {
        "conclusion": made, "briefing": found.id, "body": found.body, "monday": found.monday.isoformat(),
        "due_on": due_on.isoformat(),
    }  # fmt: skip
    said = {"words": words.strip(), "lead": lead.strip()}
    record(act_of(by, "briefing.concluded", f"conclusion/{made}", at, data, said), at=at)
    return made


@acting()
def carry_out_conclusion(
    conclusion_id: str, who: Asker, by: By, at: datetime, *, done_on: date, result: str = ""
) -> None:
    """Report that what was concluded is done. Raises `Refused("access.…" | "briefing.done_already" |
    "briefing.done_before" | "briefing.done_in_future")`."""
    stream = f"conclusion/{conclusion_id}"
    found = conclusion(permission.scope(who, READ), conclusion_id, held=[stream])
    if found is None:
        raise Refused("access.not_found")
    require(by, "briefing.report", found.body, at)
    check_done(found, done_on, permission.day_of(found.made_at), permission.day_of(at))
    data: dict[str, Value] = {"conclusion": found.id, "done_on": done_on.isoformat()}
    record(act_of(by, "briefing.carried_out", stream, at, data, {"result": result.strip()}), at=at)


def _figures(scope: Scope, week: Week, body: str, work: WorkKind) -> list[Value]:
    """The week of a body by unit, as an entry of the ledger tells it."""
    return [[one.unit, [getattr(one, name) for name in COUNTS]] for one in weekly(scope, week, body, work)]
