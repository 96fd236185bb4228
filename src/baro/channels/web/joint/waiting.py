"""The legs that wait for somebody: to be sent, to be acknowledged, to be answered."""

from dataclasses import dataclass

from baro.channels.web.joint.told import due_told
from baro.channels.wording.joint import STATES
from baro.desk import permission
from baro.desk.joint import WORK, joints_at
from baro.desk.permission import Asker
from baro.records.queries.joint_dossiers import open_joint
from baro.records.queries.organisation import bodies
from baro.rules.judged.joint.legs import HELD, JointNow, LegNow, LegState
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.policy.standing import Subject

_LOOKED_AT = 200
_TO_SEND = frozenset({LegState.TO_SEND, LegState.RETURNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLeg:
    """A leg that waits, as a list draws it."""

    joint: str
    code: str
    leg: str
    agency: str
    task: str
    state: str
    word: str
    due: str


def waiting_legs(who: Asker, most: int) -> list[WaitingLeg]:
    """What waits for the asker: late legs first, then those that nobody acknowledged, then the rest of the oldest dossiers."""
    scope = permission.scope(who, WORK)
    if scope.is_empty:
        return []
    found = [
        (now, leg)
        for now in joints_at(open_joint(scope, _LOOKED_AT), who.at)
        for leg in now.legs
        if _is_theirs(who, now, leg)
    ]
    found.sort(key=lambda one: (not one[1].is_late, not one[1].is_unacknowledged))
    known = bodies()
    return [_shown(now, leg, called(known, leg.leg.agency)) for now, leg in found[:most]]


def _is_theirs(who: Asker, now: JointNow, leg: LegNow) -> bool:
    """Say whether the next step of a leg is the asker's: of its agency while it lies there, else of the lead."""
    if leg.state in HELD:
        return permission.allows(who, WORK, Subject(id=now.dossier.id, unit=leg.leg.agency))
    return leg.state in _TO_SEND and permission.allows(who, WORK, Subject(id=now.dossier.id, unit=now.process.lead))


def _shown(now: JointNow, leg: LegNow, agency: str) -> WaitingLeg:
    state = "late" if leg.is_late and leg.state in HELD else "soon" if leg.state in _TO_SEND else "on_time"
    word = f"{STATES[leg.state]}, quá hạn" if state == "late" else STATES[leg.state]
    due = due_told(leg.rounds[-1].due) if leg.rounds and leg.state in HELD else ""
    return WaitingLeg(
        joint=now.dossier.id, code=now.dossier.code, leg=leg.leg.key, agency=agency, task=leg.leg.task, state=state,
        word=word, due=due,
    )  # fmt: skip
