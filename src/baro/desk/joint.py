"""Joint dossiers: opened by the lead, each leg sent, acknowledged, answered or returned, the whole ended, what was told wrongly
told anew. For whom somebody acts (`By.unit`) is who tells: the lead, or the agency of the leg."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from baro.desk import permission
from baro.desk.by import By, act_of, require_on
from baro.desk.late_entry import CALENDAR, Told, entered_acts
from baro.desk.permission import Asker
from baro.desk.seeing import seen_by_party
from baro.records.queries.joint_dossiers import joint_dossier, joint_with_code
from baro.records.queries.joint_rules import joint_processes, joint_versions
from baro.records.recording import record_all
from baro.records.row_security.session import acting
from baro.rules.judged.joint.legs import JointNow, LegNow, joint_at
from baro.rules.judged.joint.steps import check_corrected, check_end, check_step
from baro.rules.judged.late_entry import Entered
from baro.rules.observed.acts import Act, Value
from baro.rules.observed.joint import JointDossier, JointKind, Outcome, check_opened, check_told
from baro.rules.prescribed.joint import JointProcess
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

READ, WORK = "joint.read", "joint.work"


@acting()
def open_joint_dossier(process: str, code: str, scope: Scope, by: By, at: datetime, *, received_at: datetime) -> str:
    """Record that the lead received a dossier once for all agencies; gives its id. Raises `Refused("access.…" |
    "joint.no_version" | "joint.no_code" | "joint.code_taken" | "late_entry.future")`."""
    day, code = permission.day_of(received_at), code.strip()
    version = next((one for one in joint_versions(process) if one.holds(day)), None)
    if version is None:
        raise Refused("joint.no_version", day=f"{day:%d/%m/%Y}")
    made = sha256(f"{version.lead}/{code}".encode()).hexdigest()[:32]
    subject = Subject(id=made, unit=version.lead)
    require_on(by, WORK, subject, at)
    check_opened(code, joint_with_code(scope, version.lead, code))
    data: dict[str, Value] = {
        "joint": made, "code": code, "process": process, "version": version.version, "lead": version.lead,
        "parties": list(version.parties),
    }  # fmt: skip
    act = act_of(by, "joint.opened", f"joint/{made}", at, data)
    _record(act, subject, by, at, received_at)
    return made


@acting()
def tell_leg(
    joint: str, leg: str, kind: JointKind, scope: Scope, by: By, at: datetime, *, happened_at: datetime,
    document: str = "", outcome: Outcome | None = None, words: str = "",
) -> None:  # fmt: skip
    """Record that a leg was sent, acknowledged, answered or returned. Raises `Refused("access.…" | "joint.…" |
    "late_entry.future")`."""
    now = _now(joint, scope, at)
    found = leg_of(now, leg)
    subject = _teller(by, joint, tellers_of(now, kind, found.leg.agency), at)
    told = outcome if kind is JointKind.ANSWERED else None
    check_told(kind, document, words, is_for_another=found.leg.agency != by.unit, outcome=told)
    check_step(now, found, kind, happened_at)
    data = _data(now, leg, kind, by, document, told)
    act = act_of(by, f"joint.{kind}", f"joint/{joint}", at, data, {"words": words.strip()})
    _record(act, subject, by, at, happened_at)


@acting()
def end_joint(
    joint: str, outcome: Outcome, scope: Scope, by: By, at: datetime, *, happened_at: datetime, document: str = ""
) -> None:
    """Record the end of the whole. Raises `Refused("access.…" | "joint.…" | "late_entry.future")`."""
    now = _now(joint, scope, at)
    subject = _teller(by, joint, (now.process.lead,), at)
    check_told(JointKind.ENDED, document, "", is_for_another=False)
    check_end(now, outcome, happened_at)
    act = act_of(by, "joint.ended", f"joint/{joint}", at, _data(now, "", JointKind.ENDED, by, document, outcome))
    _record(act, subject, by, at, happened_at)


@acting()
def correct_joint(
    joint: str, event: str, scope: Scope, by: By, at: datetime, *, happened_at: datetime, document: str = "",
    reason: str, is_void: bool = False,
) -> None:  # fmt: skip
    """Tell anew what was told wrongly, or that it did not happen; what was told stays. Raises `Refused("access.…" | "joint.…" |
    "late_entry.future")`."""
    now = _now(joint, scope, at)
    found = next((one for one in now.events if one.event.id == event), None)
    if found is None:
        raise Refused("access.not_found")
    kind = found.event.kind
    subject = _teller(by, joint, (found.event.teller,), at)
    check_corrected(now, found, happened_at, reason, is_void=is_void)
    if document:
        check_told(kind, document, "-", is_for_another=False)
    data = _data(now, found.event.leg, kind, by, document, None)
    again = data | {"corrects": int(event), "is_void": is_void}
    act = act_of(by, "joint.corrected", f"joint/{joint}", at, again, {"words": reason.strip()})
    _record(act, subject, by, at, happened_at)


def joint_now(joint: str, scope: Scope, at: datetime) -> JointNow | None:
    """A joint dossier in reach as it stands; None if there is none."""
    return _read(joint, scope, at, ())


def joints_at(dossiers: Iterable[JointDossier], at: datetime) -> list[JointNow]:
    """Dossiers as they stand at a moment, each by its version of the process."""
    dossiers = list(dossiers)
    versions = joint_processes({one.process for one in dossiers})
    return [joint_at(one, versions[one.process, one.version], at, CALENDAR) for one in dossiers]


def tellers_of(now: JointNow, kind: JointKind, agency: str) -> tuple[str, ...]:
    """Who may tell of a leg: the lead, and its agency of what that does itself."""
    lead = now.process.lead
    return (lead,) if kind in (JointKind.SENT, JointKind.ENDED) else (lead, agency)


def seen_of(who: Asker, now: JointNow) -> Decision:
    """Up to which class somebody sees what was told: by the party that lets them see most."""
    return seen_by_party(who, READ, now.process.parties)


def _now(joint: str, scope: Scope, at: datetime) -> JointNow:
    found = _read(joint, scope, at, (f"joint/{joint}",))
    if found is None:
        raise Refused("access.not_found")
    return found


def _read(joint: str, scope: Scope, at: datetime, held: tuple[str, ...]) -> JointNow | None:
    dossier = joint_dossier(scope, joint, held=held)
    if dossier is None:
        return None
    process = version_of(dossier.process, dossier.version)
    return joint_at(dossier, process, at, CALENDAR)


def version_of(process: str, version: int) -> JointProcess:
    """The version by which a dossier is handled."""
    return joint_versions(process)[version - 1]


def leg_of(now: JointNow, key: str) -> LegNow:
    """Give a leg of a dossier by its key. Raises `Refused("access.not_found")`."""
    for leg in now.legs:
        if leg.leg.key == key:
            return leg
    raise Refused("access.not_found")


def _teller(by: By, joint: str, tellers: Sequence[str], at: datetime) -> Subject:
    """Let nobody tell but who had a part in it."""
    if by.unit not in tellers:
        raise Refused("access.denied")
    subject = Subject(id=joint, unit=by.unit)
    require_on(by, WORK, subject, at)
    return subject


def _data(now: JointNow, leg: str, kind: JointKind, by: By, document: str, outcome: Outcome | None) -> dict[str, Value]:
    return {
        "joint": now.dossier.id, "event": len(now.dossier.events) + 1, "leg": leg, "kind": kind.value, "teller": by.unit,
        "document": document.strip(), "outcome": outcome.value if outcome else "", "corrects": 0, "is_void": False,
        "parties": list(now.process.parties),
    }  # fmt: skip


def _record(act: Act, subject: Subject, by: By, at: datetime, happened_at: datetime) -> None:
    told = Told(act=replace(act, occurred_at=happened_at), subject=subject, entered=Entered.PAPER)
    record_all(entered_acts([told], by, at), at=at)
