"""R06: the clock was stopped when it had nearly run out (NĐ 61/2018 art. 5.1đ, 19.4)."""

import numpy as np

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on a case's first pause or request if little of the limit was left; amount: working days left."""
    first = facts.since_receipt(Kind.SUPPLEMENT_REQUESTED, Kind.PAUSED).first
    first = first.where((facts.clock.plain_due_day[first.case] >= 0) & (facts.clock.key_day[first.case] >= 0))
    day, due = facts.days(facts.at(first.event)), facts.clock.plain_due_day[first.case].astype(np.int64)
    limit = facts.tables.working_days(facts.clock.key_day[first.case].astype(np.int64), due)
    left = facts.tables.working_days(day, due)
    close = (left <= parameters["last_days"]) | (left * 100 <= limit * parameters["last_percent"])
    close &= (day <= due) & (limit >= parameters["min_limit_days"])
    return raised(first.case[close], first.event[close], left[close])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    stops = case.since_receipt(Kind.SUPPLEMENT_REQUESTED, Kind.PAUSED)
    due = case.plain_due_day
    if not stops or due is None or case.key_day is None:
        return []
    k, day = stops[0][0], case.day(stops[0][1].at)
    limit, left = case.working_days(case.key_day, due), case.working_days(day, due)
    close = left <= parameters["last_days"] or left * 100 <= limit * parameters["last_percent"]
    return [(k, left)] if close and day <= due and limit >= parameters["min_limit_days"] else []


SIGNAL = Signal(
    code="R06",
    name="Tạm dừng sát hạn",
    question="Hồ sơ {case} được tạm dừng hoặc yêu cầu bổ sung khi chỉ còn {amount} ngày làm việc: vì sao không sớm hơn?",
    severity=Severity.MAJOR,
    duty="Không kéo dài thời gian giải quyết; yêu cầu bổ sung ngay khi phát hiện thiếu sót",
    article="Điểm đ khoản 1 Điều 5, khoản 4 Điều 19 NĐ 61/2018/NĐ-CP. Các ngưỡng: (mặc định, chưa kiểm chứng)",
    false_positives="Kết quả xác minh của cơ quan khác có thể đến muộn và chính nó làm lộ thiếu sót.",
    parameters={"last_days": 1, "last_percent": 10, "min_limit_days": 5},
    needs=frozenset({"SUPPLEMENT_REQUESTED|PAUSED"}),
    rule="Lần tạm dừng hoặc yêu cầu bổ sung đầu tiên bắt đầu khi còn không quá {last_days} ngày làm việc hoặc không quá "
    "{last_percent} % thời hạn; chỉ xét thời hạn từ {min_limit_days} ngày làm việc",
    raise_in=raise_in,
    readable=readable,
)
