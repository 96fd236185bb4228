"""What waits for somebody in their reach, the most pressing first: dossiers by their day, legs of joint dossiers, questions to
answer and answers to judge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from baro.desk import permission
from baro.desk.joint import WORK, joints_at
from baro.desk.permission import Asker
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.queries.dossier_lists import Asked, Line, count, dossiers
from baro.records.queries.joint_dossiers import open_joint
from baro.records.queries.signal_questions import questions_at
from baro.records.row_security.session import reading
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.joint.legs import HELD, JointNow, LegNow, LegState
from baro.rules.observed.signal_questions import SignalQuestion, Stage
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

MOST = 20
READ = "dossier.read"
TO_SEND = frozenset({LegState.TO_SEND, LegState.RETURNED})
_LATE, _OPEN, _UNDATED = (TimeClass.PENDING_LATE,), (TimeClass.PENDING_ON_TIME,), (TimeClass.NOT_COMPUTABLE,)
_WEEK = timedelta(days=7)
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Dossiers that wait alike: how many, and the first of them."""

    count: int
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossiersWaiting:
    """Dossiers of a kind of work, as of a moment (Vietnam's), by what they wait for: "late", "today", "week"; of who sees none but
    their own also "later", "undated", and how many are theirs in all (else None)."""

    as_of: datetime
    own: int | None
    parts: Mapping[str, Part]


def dossiers_waiting(scope: Scope, work: WorkKind) -> DossiersWaiting | None:
    """Dossiers within a scope, of a kind of work, past their day, due today, due within the week behind it; of who sees none but their own, the
    other open ones too. None where there are none."""
    with reading():
        judged = judged_as_of(scope, work)
    if judged is None:
        return None
    as_of = local_time(judged, VIETNAM)
    end = datetime.combine(as_of.date() + timedelta(days=1), time(), as_of.tzinfo)
    instant = timedelta(microseconds=1)  # the last day is over at the first moment of the next
    parts = {
        "late": Asked(work=work, classes=_LATE),
        "today": Asked(work=work, classes=_OPEN, due=(as_of, end + instant)),
        "week": Asked(work=work, classes=_OPEN, due=(end + instant, end + _WEEK + instant)),
    }
    if scope.is_narrow:
        parts["later"] = Asked(work=work, classes=_OPEN, due=(end + _WEEK + instant, None))
        parts["undated"] = Asked(work=work, classes=_UNDATED, open_at=as_of + instant)
    return DossiersWaiting(
        as_of=as_of,
        own=count(scope, Asked(work=work)) if scope.is_narrow else None,
        parts={
            name: Part(count=count(scope, asked), lines=dossiers(scope, asked, None, MOST))
            for name, asked in parts.items()
        },
    )


def legs_waiting(who: Asker, most: int = MOST) -> list[tuple[JointNow, LegNow]]:
    """The legs to be sent, acknowledged or answered by the asker: late legs first, then those that nobody acknowledged, then the
    rest of the oldest dossiers."""
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
    return found[:most]


def questions_waiting(who: Asker) -> tuple[list[SignalQuestion], list[SignalQuestion]]:
    """The questions that the asker may answer, and those answered in their reach; which they may judge, `may_judge` says."""
    answers, judges = permission.scope(who, "signal.answer"), permission.scope(who, "signal.judge")
    return questions_at(answers, Stage.ASKED, MOST), questions_at(judges, Stage.ANSWERED, MOST)


def _is_theirs(who: Asker, now: JointNow, leg: LegNow) -> bool:
    """Say whether the next step of a leg is the asker's: of its agency while it lies there, else of the lead."""
    if leg.state in HELD:
        return permission.allows(who, WORK, Subject(id=now.dossier.id, unit=leg.leg.agency))
    return leg.state in TO_SEND and permission.allows(who, WORK, Subject(id=now.dossier.id, unit=now.process.lead))
