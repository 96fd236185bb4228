"""R07: a pause without a paper or a reason, or longer than the whole limit (NĐ 61/2018 art. 19.4)."""

import numpy as np

from baro.rules.judged.signals.attachments import recorded_bits
from baro.rules.judged.signals.fact_columns import Happened
from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, HAS_REASON, Ints

_STOPS = (Kind.SUPPLEMENT_REQUESTED, Kind.PAUSED, Kind.STOPPED)
_BITS = {"document": HAS_DOCUMENT, "reason": HAS_REASON}


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on pauses without paper or reason (amount 0), or too long (amount: working days)."""
    found = facts.happened(*_STOPS)
    bare = facts.lacks(found.event, recorded_bits(facts.log.present, _BITS))
    too_long = np.zeros(len(found.event), np.int64)
    paused = facts.kind_of(found.event) == Kind.PAUSED
    too_long[paused] = _days_too_long(facts, Happened(found.event[paused], found.case[paused]), parameters)
    hit = bare | (too_long > 0)
    return raised(found.case[hit], found.event[hit], too_long[hit])


def _days_too_long(facts: FactColumns, pauses: Happened, parameters: Parameters) -> Ints:
    """How long pauses lasted in working days where longer than the limit allows, else 0."""
    event, case = pauses
    until = facts.stops(case, facts.at(facts.after(pauses, Kind.RESUMED)))
    lasted = facts.tables.working_days(facts.days(facts.at(event)), facts.days(until))
    received, due = (column[case].astype(np.int64) for column in (facts.clock.key_day, facts.clock.plain_due_day))
    limit = facts.tables.working_days(received, due)
    longer = (received >= 0) & (due >= 0) & (lasted * 100 > limit * parameters["max_percent_of_limit"])
    return np.where(longer, lasted, 0)


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    wanted, found = recorded_bits(case.present, _BITS), []
    for k, stop in case.happened(*_STOPS):
        days = _readable_days(case, k, parameters) if stop.kind is Kind.PAUSED else 0
        if days or stop.flags & wanted != wanted:
            found.append((k, days))
    return found


def _readable_days(case: CaseFacts, k: int, parameters: Parameters) -> int:
    if case.key_day is None or case.plain_due_day is None:
        return 0
    resumed = case.after(k, Kind.RESUMED)
    until = case.stops(resumed.at if resumed else None)
    lasted = case.working_days(case.day(case.case.events[k].at), case.day(until))
    limit = case.working_days(case.key_day, case.plain_due_day)
    return lasted if lasted * 100 > limit * parameters["max_percent_of_limit"] else 0


SIGNAL = Signal(
    code="R07",
    name="Tạm dừng không có phiếu, lý do hoặc quá dài",
    question="Hồ sơ {case} được tạm dừng, yêu cầu bổ sung nhưng không thấy số phiếu hoặc lý do, hoặc tạm dừng dài hơn "
    "thời hạn giải quyết ({amount} ngày làm việc; 0 là không xét độ dài): căn cứ nào?",
    severity=Severity.MAJOR,
    duty="Yêu cầu bổ sung, dừng giải quyết phải có phiếu và nêu rõ lý do",
    article="Khoản 4 Điều 19 NĐ 61/2018/NĐ-CP; Điều 10 TT 01/2018/TT-VPCP (mẫu 02); mẫu 05 TT 03/2025/TT-VPCP. Ngưỡng "
    "độ dài: (mặc định, chưa kiểm chứng)",
    false_positives="Phiếu giấy chưa nhập số vào hệ thống; thời gian chờ người nộp bổ sung không tính vào độ dài.",
    parameters={"max_percent_of_limit": 100},
    needs=frozenset({"document|reason", "SUPPLEMENT_REQUESTED|PAUSED|STOPPED"}),
    rule="Yêu cầu bổ sung, tạm dừng, dừng giải quyết thiếu số phiếu hoặc lý do (theo cột mà nhật ký có); hoặc tạm dừng "
    "dài hơn {max_percent_of_limit} % thời hạn, tính theo ngày làm việc",
    raise_in=raise_in,
    readable=readable,
)
