"""How a due date came about, in Vietnamese sentences, one per line: what a clerk can check with a calendar."""

from datetime import date, datetime
from itertools import groupby

from baro.rules.judged.deadlines.classes import WhyNot
from baro.rules.judged.deadlines.derivation import (
    Due,
    Interrupted,
    InterruptionKind,
    Line,
    NotComputable,
    Result,
    RolledOver,
    RuleApplied,
    SkippedDay,
    Started,
    UnannouncedYear,
    WorkedDay,
)
from baro.rules.prescribed.durations import Unit, describe
from baro.rules.prescribed.law.citations import UNVERIFIED, cite
from baro.rules.prescribed.law.rows import LimitRow

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WHY_NOT = {
    WhyNot.NO_LIMIT: "Không tính được hạn: không có thời hạn nào được quy định cho hồ sơ.",
    WhyNot.NOT_RECEIVED: "Không tính được hạn: hồ sơ chưa được tiếp nhận.",
    WhyNot.OUTSIDE_CALENDAR: "Không tính được hạn: ngày hết hạn nằm ngoài lịch làm việc đã có.",
    WhyNot.NO_PROCESS: "Không tính được hạn: không có quy trình nào có hiệu lực vào ngày tiếp nhận.",
}


def why(due: Due) -> tuple[str, ...]:
    """Tell a due date line by line. Times are local to the calendar's zone, as the lines hold them."""
    told: list[str] = []
    for _, run in groupby(due.lines, key=_together):
        lines = list(run)
        told.append(_days_off(lines) if isinstance(lines[0], SkippedDay) else _sentence(lines[0], due))
        if isinstance(lines[0], Started) and due.limit is not None:
            told.append(f"Thời hạn: {describe(due.limit)}.")
    return tuple(told)


def _together(line: Line) -> object:
    """What is told in one sentence: days off with the same ground that follow each other; else a line by itself."""
    return (line.reason, line.source, line.verified) if isinstance(line, SkippedDay) else id(line)


def _sentence(line: Line, due: Due) -> str:
    match line:
        case Started():
            return f"{line.event[:1].upper()}{line.event[1:]} lúc {_moment(line.at)}."
        case RuleApplied():
            return _rule(line.rule)
        case WorkedDay():
            return f"Có tính {_day(line.day)}: {line.reason}{_source(line.source, line.verified)}."
        case Interrupted():
            return _interrupted(line, due)
        case RolledOver():
            return f"Ngày cuối cùng là {_day(line.last)}, ngày nghỉ, nên thời hạn kết thúc vào {_day(line.to)}."
        case UnannouncedYear():
            return f"Lịch nghỉ năm {line.year} chưa được công bố; hạn này là tạm tính."
        case Result(at=None):
            return f"Hạn: hết {_day(line.day)}."
        case Result():
            return f"Hạn: {_end(line)}."
        case NotComputable():
            return _WHY_NOT[line.why]
    raise AssertionError(line)


def _days_off(lines: list[Line]) -> str:
    days = [line for line in lines if isinstance(line, SkippedDay)]
    listed = ", ".join(_day(line.day) for line in days)
    return f"Không tính {listed}: {days[0].reason}{_source(days[0].source, days[0].verified)}."


def _rule(rule: LimitRow) -> str:
    note = f": {rule.note}" if rule.note else ""
    return f"Theo {cite(rule)}{note}{'' if rule.verified else f' ({UNVERIFIED})'}."


def _source(source: str, verified: bool) -> str:
    """Say where a day off or a worked Saturday comes from, in brackets."""
    parts = [part for part in (source, "" if verified else UNVERIFIED) if part]
    return f" ({'; '.join(parts)})" if parts else ""


def _interrupted(line: Interrupted, due: Due) -> str:
    restart = line.kind is InterruptionKind.RESTART
    ground = f" ({line.ground})" if line.ground else ""
    since = f"{'Yêu cầu' if restart else 'Tạm dừng'} từ {_moment(line.starts)}{ground}"
    rule = f" Theo {cite(line.rule)}{'' if line.rule.verified else f' ({UNVERIFIED})'}." if line.rule else ""
    if not line.counted:
        return f"{since}: không tính, vì bắt đầu khi đã hết hạn."
    if line.ends is None:
        return f"{since}, chưa kết thúc: hạn dưới đây chưa tính thời gian chờ.{rule}"
    if restart:
        return f"{since}, nhận đủ lúc {_moment(line.ends)}: thời hạn tính lại từ đầu.{rule}"
    return f"{since} đến {_moment(line.ends)}: cộng thêm {_added(line, due)}.{rule}"


def _added(line: Interrupted, due: Due) -> str:
    """Time lost in a pause, in the unit of the count."""
    if not line.in_minutes:
        worked = due.limit is not None and due.limit.unit is Unit.WORKING_DAY
        return f"{line.added} {'ngày làm việc' if worked else 'ngày'}"
    worked = due.limit is not None and due.limit.unit is not Unit.HOUR
    hours, minutes = divmod(line.added, 60)
    parts = [f"{n} {unit}" for n, unit in ((hours, "giờ"), (minutes, "phút")) if n] or ["0 phút"]
    return " ".join(parts) + (" làm việc" if worked else "")


def _end(line: Result) -> str:
    """The moment a limit runs out; midnight belongs to the day before."""
    assert line.at is not None  # matched by the caller
    clock = f"{line.at:%H:%M}" if line.at.date() <= line.day else "24:00"
    return f"{clock} {_day(line.day)}"


def _moment(at: datetime) -> str:
    return f"{at:%H:%M} {_day(at.date())}"


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day:02d}/{day.month:02d}/{day.year:04d}"
