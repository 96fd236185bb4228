"""The legs that wait for somebody: to be sent, to be acknowledged, to be answered."""

from dataclasses import dataclass

from baro.channels.web.joint.told import due_told
from baro.channels.wording.joint import STATES
from baro.desk.permission import Asker
from baro.desk.work_waiting import TO_SEND, legs_waiting
from baro.records.queries.organisation import bodies
from baro.rules.judged.joint.legs import HELD, JointNow, LegNow
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called


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
    """What waits for the asker, the most pressing first."""
    found = legs_waiting(who, most)
    known = bodies() if found else Bodies()
    return [_shown(now, leg, called(known, leg.leg.agency)) for now, leg in found]


def _shown(now: JointNow, leg: LegNow, agency: str) -> WaitingLeg:
    state = "late" if leg.is_late and leg.state in HELD else "soon" if leg.state in TO_SEND else "on_time"
    word = f"{STATES[leg.state]}, quá hạn" if state == "late" else STATES[leg.state]
    due = due_told(leg.rounds[-1].due) if leg.rounds and leg.state in HELD else ""
    return WaitingLeg(
        joint=now.dossier.id, code=now.dossier.code, leg=leg.leg.key, agency=agency, task=leg.leg.task, state=state,
        word=word, due=due,
    )  # fmt: skip
