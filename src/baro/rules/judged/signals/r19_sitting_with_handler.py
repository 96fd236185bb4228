"""R19: open, and nothing has happened for long (NĐ 61/2018 art. 5.1đ, g; NĐ 234 art. 8.4)."""

import numpy as np

from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on the last event of open cases that the office holds; amount: working days since."""
    clock = facts.clock
    held = (clock.ended_at == NO_TIME) & (clock.returned_at == NO_TIME) & ~clock.suspended
    case = np.flatnonzero(held & (clock.time_class != TimeClass.NOT_COUNTED) & (facts.last_events >= 0))
    last = facts.last_events[case]
    asked = facts.kind_of(last) == Kind.CONSULTED
    case, last = case[~asked], last[~asked]
    still = facts.tables.working_days(facts.days(facts.at(last)), np.array(facts.as_of_day))
    long = still > parameters["max_days"]
    return raised(case[long], last[long], still[long])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    is_open = case.ended_at is None and case.returned_at is None and case.time_class is not TimeClass.NOT_COUNTED
    if not is_open or case.suspended or not case.past or case.past[-1][1].kind is Kind.CONSULTED:
        return []
    k, last = case.past[-1]
    still = case.working_days(case.day(last.at), case.day(case.as_of))
    return [(k, still)] if still > parameters["max_days"] else []


SIGNAL = Signal(
    code="R19",
    name="Hồ sơ nằm lâu không xử lý",
    question="Hồ sơ {case} đã {amount} ngày làm việc không có thao tác nào (ngưỡng {max_days} ngày): đang vướng ở đâu?",
    severity=Severity.MAJOR,
    duty="Không gây phiền hà, kéo dài; không né tránh, đùn đẩy nhiệm vụ được giao",
    article="Điểm đ, điểm g khoản 1 Điều 5 NĐ 61/2018/NĐ-CP; khoản 4 Điều 8 NĐ 234/2026/NĐ-CP. Ngưỡng: "
    "(mặc định, chưa kiểm chứng)",
    false_positives="Đang xác minh thực địa hoặc chờ cơ quan khác mà nhật ký không ghi; bước dài theo quy trình.",
    parameters={"max_days": 5},
    needs=frozenset(),
    rule="Hồ sơ đang giải quyết, không chờ người nộp hay cơ quan được hỏi, không có sự kiện nào hơn {max_days} ngày làm việc",
    raise_in=raise_in,
    readable=readable,
)
