"""One case told in full by the readable rules: how its due date came about, who held it, what it did, what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from baro.rules.counted.reports.tables import DEVIATION_WORDS
from baro.rules.counted.reports.words import count
from baro.rules.counted.told import CaseTold, EventTold, SplitPart
from baro.rules.judged.conformance.deviations import TraceDeviation
from baro.rules.judged.deadlines.classes import HolderKind, TimeClass
from baro.rules.judged.deadlines.clock import CaseClock
from baro.rules.judged.deadlines.due import why
from baro.rules.judged.deadlines.split import CaseSplit
from baro.rules.observed.log import ObservedCase, moment
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.zones import local_time

STATES = {
    TimeClass.NOT_COUNTED: ("unknown", "Chưa tiếp nhận"),
    TimeClass.EARLY: ("closed", "Xong trước hạn"),
    TimeClass.ON_TIME: ("closed", "Xong đúng hạn"),
    TimeClass.LATE: ("late", "Xong quá hạn"),
    TimeClass.PENDING_ON_TIME: ("on_time", "Đang giải quyết, trong hạn"),
    TimeClass.PENDING_LATE: ("late", "Đang giải quyết, đã quá hạn"),
    TimeClass.NOT_COMPUTABLE: ("unknown", "Chưa tính được hạn"),
}
_HOLDERS = {
    HolderKind.OFFICE: ("office", "(không rõ người giữ)"),
    HolderKind.OTHER_AGENCY: ("other_agency", "Cơ quan khác"),
    HolderKind.APPLICANT: ("applicant", "Người nộp hồ sơ"),
}


@dataclass(frozen=True, slots=True)
class CaseFile:
    """All that was judged of one case. `marks` are words by event index (beside the deviations of its trace);
    `questions` are pairs of signal code and sentence."""

    case: ObservedCase
    process: ApprovedProcess | None
    clock: CaseClock
    split: CaseSplit
    deviations: Sequence[TraceDeviation]
    marks: Mapping[int, Sequence[str]]
    questions: Sequence[tuple[str, str]]
    unit: str
    reason: str
    zone: str


def case_told(file: CaseFile) -> CaseTold:
    """Tell a case."""
    clock, case = file.clock, file.case
    state, words = _state(clock)
    return CaseTold(
        code=case.code,
        procedure=case.procedure,
        unit=file.unit,
        state=state,
        state_words=words,
        received=_local(moment(clock.received_at), file.zone),
        due=clock.due.day,
        ended=_local(moment(clock.ended_at), file.zone),
        why=why(clock.due),
        split=_split(file.split),
        course=_course(file),
        deviations=tuple(_sentence(d, file) for d in file.deviations),
        questions=tuple(file.questions),
        reason_shown=file.reason,
    )


def _state(clock: CaseClock) -> tuple[str, str]:
    state, words = STATES[clock.time_class]
    if clock.time_class in (TimeClass.LATE, TimeClass.PENDING_LATE):
        return state, words + _late(clock)
    if clock.suspended:
        return "paused", "Đang chờ, thời hạn tạm dừng"
    return state, words


def _late(clock: CaseClock) -> str:
    """By how much: nothing where the time since the due date held no working minute (a Saturday, half a minute)."""
    if clock.late_days:
        return f" {clock.late_days} ngày làm việc"
    return f" {count(clock.late_minutes)} phút làm việc" if clock.late_minutes else ""


def _split(split: CaseSplit) -> tuple[SplitPart, ...]:
    """Sum the stretches by holder, in the order in which they first held."""
    sums: dict[tuple[str, str], list[int]] = {}
    for held in (*split.segments, split.tail):
        kind, unknown = _HOLDERS[held.holder]
        name = unknown if held.holder is HolderKind.APPLICANT else ", ".join(filter(None, (held.person, held.unit)))
        part = sums.setdefault((name or unknown, kind), [0, 0])
        part[0] += held.minutes
        part[1] += held.late
    return tuple(SplitPart(name, kind, m, late) for (name, kind), (m, late) in sums.items() if m or late)


def _course(file: CaseFile) -> tuple[EventTold, ...]:
    marks: dict[int, list[str]] = {k: list(words) for k, words in file.marks.items()}
    for d in file.deviations:
        if d.position < len(file.case.events):
            word = DEVIATION_WORDS[d.kind].lower()
            said = f"trước bước này thiếu “{d.activity}”" if word == "bỏ bước" else word
            marks.setdefault(d.position, []).insert(0, said)
    return tuple(
        EventTold(_known(e.at, file.zone), e.activity, e.actor, e.unit, "; ".join(marks.get(k, ())), e.row)
        for k, e in enumerate(file.case.events)
    )


def _sentence(deviation: TraceDeviation, file: CaseFile) -> str:
    step = file.process.step_of(deviation.activity) if file.process else None
    clause = f" (bước {step.no} của {file.process.code})" if step and file.process else ""
    words = f"{DEVIATION_WORDS[deviation.kind]}: {deviation.activity}{clause}"
    if deviation.position < len(file.case.events):
        event = file.case.events[deviation.position]
        return f"{words}, {_known(event.at, file.zone):%d/%m/%Y %H:%M}, dòng {event.row} của nhật ký."
    return f"{words}, sau bước cuối cùng."


def _known(at: datetime, zone: str) -> datetime:
    return local_time(at, zone)


def _local(at: datetime | None, zone: str) -> datetime | None:
    return None if at is None else local_time(at, zone)
