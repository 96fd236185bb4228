"""A joint dossier as pages tell it: where it is, its legs with both times, whose the lateness is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baro.channels.web.dossiers.held_bar import time_told
from baro.channels.wording.joint import OUTCOMES, STATES
from baro.records.queries.organisation import bodies
from baro.rules.judged.deadlines.derivation import Due
from baro.rules.judged.deadlines.due import why
from baro.rules.judged.joint.legs import HELD, JointNow, LegNow, LegState, Round
from baro.rules.judged.joint.split import JointSplit
from baro.rules.judged.joint.standing import Standing
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.durations import describe
from baro.rules.prescribed.zones import VIETNAM, local_time

WHOLE = 1000
_DRAWN = {
    LegState.WAITING: "word", LegState.TO_SEND: "soon", LegState.SENT: "unknown", LegState.ACKNOWLEDGED: "on_time",
    LegState.ANSWERED: "closed", LegState.RETURNED: "soon",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMoment:
    """Something that happened, as told and as recorded (None where that is the same minute), by what document; `counts`: the
    moment that counts, where it is another than the one told."""

    at: datetime
    recorded: datetime | None
    document: str
    counts: datetime | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLeg:
    """A leg as a table draws it; `links` are the acts that the reader may record: address, name."""

    key: str
    agency: str
    task: str
    limit: str
    papers_in: str
    papers_out: str
    after: str
    state: str
    word: str
    due: str
    why: tuple[str, ...]
    rounds: int
    sent: ShownMoment | None
    acknowledged: ShownMoment | None
    ended: ShownMoment | None
    is_returned: bool
    links: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownJoint:
    """A joint dossier as a list draws it: its state, where it is, which legs are late or not acknowledged."""

    id: str
    code: str
    name: str
    process: str
    received: datetime
    ended: datetime | None
    state: str
    word: str
    due: date | None
    where: tuple[str, ...]
    unacknowledged: tuple[tuple[str, bool], ...]
    late_legs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownShare:
    """An agency's part: in words, and its stretches on a bar in thousandths."""

    agency: str
    kind: str
    held: str
    over: str
    late: str
    stretches: tuple[tuple[str, str], ...]


def here(at: datetime) -> datetime:
    """A moment by Vietnam's clock."""
    return local_time(at, VIETNAM)


def names_of(now: JointNow) -> dict[str, str]:
    """How the parties are called."""
    known = bodies()
    return {body: called(known, body) for body in now.process.parties}


def shown_joint(now: JointNow, process_name: str, known: Bodies) -> ShownJoint:
    """Tell a joint dossier as a line."""
    named = {body: called(known, body) for body in now.process.parties}
    state, word = whole_state(now)
    return ShownJoint(
        id=now.dossier.id, code=now.dossier.code, name=process_name, process=now.dossier.process,
        received=here(now.dossier.received_at), ended=here(now.ended.event.occurred_at) if now.ended else None,
        state=state, word=word, due=now.due.day, where=() if now.ended else _where(now, named),
        unacknowledged=tuple((f"chặng {one.leg.key}: {named[one.leg.agency]}", one.is_silent) for one in now.unacknowledged),
        late_legs=tuple(f"chặng {one.leg.key}: {named[one.leg.agency]}" for one in now.late_legs),
    )  # fmt: skip


def whole_state(now: JointNow) -> tuple[str, str]:
    """The state of the whole, and its word."""
    if now.due.day is None:
        return "unknown", "Chưa tính được hạn"
    if now.ended is not None:
        outcome = OUTCOMES[now.ended.event.outcome] if now.ended.event.outcome else "đã xong"
        return ("late", f"Xong quá hạn, {outcome}") if now.is_late else ("done_on_time", f"Đúng hạn, {outcome}")
    return ("late", "Quá hạn") if now.is_late else ("on_time", "Trong hạn")


def shown_legs(
    now: JointNow, named: Mapping[str, str], links: Mapping[str, Sequence[tuple[str, str]]]
) -> list[ShownLeg]:
    """Tell the legs; `links`: what the reader may record of each."""
    return [_leg(one, named, links.get(one.leg.key, ())) for one in now.legs]


def shown_shares(now: JointNow, named: Mapping[str, str], split: JointSplit) -> list[ShownShare]:
    """Tell the parts of the agencies, with the lead first."""
    begins = split.stretches[0].start if split.stretches else 0
    whole = max((split.stretches[-1].end - begins) if split.stretches else 0, 1)

    def on_bar(start: int, end: int) -> tuple[str, str]:
        return f"{WHOLE * (start - begins) / whole:.1f}", f"{max(WHOLE * (end - start) / whole - 1, 0.5):.1f}"

    return [
        ShownShare(
            agency=named[share.agency], kind="office" if share.agency == now.process.lead else "other_agency",
            held=time_told(share.held), over=time_told(share.over) if share.over else "",
            late=time_told(share.late) if share.late else "",
            stretches=tuple(on_bar(s.start, s.end) for s in split.stretches if s.holder == share.agency),
        )
        for share in split.shares
    ]  # fmt: skip


def shown_moment(one: Standing | None) -> ShownMoment | None:
    """Tell when something happened."""
    if one is None:
        return None
    event = one.event
    at, recorded, counts = (here(told) for told in (event.occurred_at, event.recorded_at, one.counts_at))
    return ShownMoment(
        at=at, recorded=recorded if _minute(recorded) != _minute(at) else None, document=event.document,
        counts=counts if _minute(counts) != _minute(at) else None, outcome=OUTCOMES[event.outcome] if event.outcome else "",
    )  # fmt: skip


def due_told(due: Due) -> str:
    """A due date in words: the day, and the minute where it is due by one."""
    if due.day is None:
        return ""
    at = getattr(due.lines[-1], "at", None)
    return f"{at:%H:%M %d/%m/%Y}" if at else f"{due.day:%d/%m/%Y}"


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _where(now: JointNow, named: Mapping[str, str]) -> tuple[str, ...]:
    held = tuple(f"{named[one.leg.agency]} (chặng {one.leg.key})" for one in now.legs if one.state in HELD)
    lead = named[now.process.lead]
    if held:
        return held
    waits = [one.leg.key for one in now.legs if one.state in (LegState.TO_SEND, LegState.RETURNED)]
    return (f"{lead}: cần gửi chặng {', '.join(waits)}" if waits else f"{lead}: chờ kết thúc",)


def _leg(one: LegNow, named: Mapping[str, str], links: Sequence[tuple[str, str]]) -> ShownLeg:
    last: Round | None = one.rounds[-1] if one.rounds else None
    state, word = _DRAWN[one.state], STATES[one.state]
    if one.is_late:
        state, word = "late", f"{word}, quá hạn"
    elif one.is_silent:
        state, word = "soon", f"{word} quá một ngày làm việc"
    return ShownLeg(
        key=one.leg.key, agency=named[one.leg.agency], task=one.leg.task, limit=describe(one.leg.limit),
        papers_in=one.leg.papers_in, papers_out=one.leg.papers_out, after=one.leg.after, state=state, word=word,
        due=due_told(last.due) if last else "", why=why(last.due) if last else (), rounds=len(one.rounds),
        sent=shown_moment(last.sent) if last else None, acknowledged=shown_moment(last.acknowledged) if last else None,
        ended=shown_moment(last.ended) if last else None, is_returned=one.state is LegState.RETURNED, links=links,
    )  # fmt: skip
