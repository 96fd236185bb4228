"""R18: not transferred to the handling unit on the day of receipt (NĐ 61/2018 art. 18.2)."""

from datetime import date, timedelta

import numpy as np

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Ints
from baro.rules.prescribed.workdays import MINUTES_A_DAY, CalendarTables, add_working_days, is_working_day

_MS_A_MINUTE = 60_000
_EPOCH = date(1970, 1, 1)


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on a case's first transfer after receipt if it is late; amount: working minutes past the last moment."""
    first = facts.since_receipt(Kind.TRANSFERRED).first
    # Whoever transfers within these minutes is in time whatever the hour: few are left to be looked at closely.
    at_once = min(MINUTES_A_DAY - parameters["evening_from"] * 60, parameters["morning_until"] * 60) * _MS_A_MINUTE
    first = first.where(facts.at(first.event) - facts.clock.received_at[first.case] >= at_once)
    last = _last_minute(facts.tables, facts.minutes(facts.clock.received_at[first.case]), parameters)
    transferred = facts.minutes(facts.at(first.event))
    late = (last >= 0) & (transferred >= last)
    over = facts.tables.work_before(transferred[late]) - facts.tables.work_before(last[late])
    return raised(first.case[late], first.event[late], over)


def _last_minute(tables: CalendarTables, received: Ints, parameters: Parameters) -> Ints:
    """The local minute before which a transfer is in time, -1 beyond the calendar."""
    day = received // MINUTES_A_DAY
    evening = tables.is_working_day(day) & (received % MINUTES_A_DAY >= parameters["evening_from"] * 60)
    next_day = tables.add_working_days(day, evening.astype(np.int64))
    until = np.where(evening, parameters["morning_until"] * 60, MINUTES_A_DAY)
    return np.where(next_day >= 0, next_day * MINUTES_A_DAY + until, -1)


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    transfers = case.since_receipt(Kind.TRANSFERRED)
    if not transfers or case.received_at is None:
        return []
    k, transfer = transfers[0]
    number, minute = divmod(case.minute(case.received_at), MINUTES_A_DAY)
    day = _EPOCH + timedelta(days=number)
    evening = is_working_day(case.calendar, day) and minute >= parameters["evening_from"] * 60
    last_day = add_working_days(case.calendar, day, 1 if evening else 0)
    if last_day is None:
        return []
    until = parameters["morning_until"] * 60 if evening else MINUTES_A_DAY
    last, transferred = (last_day - _EPOCH).days * MINUTES_A_DAY + until, case.minute(transfer.at)
    return [(k, case.working_minutes(last, transferred))] if transferred >= last else []


SIGNAL = Signal(
    code="R18",
    name="Chuyển hồ sơ chậm",
    question="Hồ sơ {case} được chuyển cho nơi giải quyết chậm {amount} phút làm việc so với quy định: vì sao?",
    severity=Severity.MINOR,
    duty="Chuyển hồ sơ ngay trong ngày làm việc; tiếp nhận sau 15 giờ thì chuyển vào đầu giờ ngày làm việc tiếp theo",
    article='Khoản 2, khoản 3 Điều 18 NĐ 61/2018/NĐ-CP. Giờ kết thúc của "đầu giờ": (mặc định, chưa kiểm chứng)',
    false_positives="Chuyển hồ sơ giấy đúng giờ nhưng bấm chuyển trên phần mềm sau; hồ sơ nhận ngoài giờ làm việc.",
    parameters={"evening_from": 15, "morning_until": 12},
    needs=frozenset({"TRANSFERRED"}),
    rule="Lần chuyển đầu tiên sau ngày tiếp nhận (ngày nghỉ: sau ngày làm việc kế tiếp); tiếp nhận từ "
    "{evening_from} giờ thì từ {morning_until} giờ của ngày làm việc tiếp theo",
    raise_in=raise_in,
    readable=readable,
)
