"""R01: overdue, and nobody apologised (NĐ 61/2018 art. 19.9)."""

import numpy as np

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on cases past due in which no apology or new appointment stands; amount: working days late."""
    silent = facts.is_late.copy()
    silent[facts.happened(Kind.APOLOGISED, Kind.EXTENDED).case] = False
    case = np.flatnonzero(silent)
    return raised(case, WHOLE_CASE, facts.clock.late_days[case])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    if case.is_late and not case.happened(Kind.APOLOGISED, Kind.EXTENDED):
        return [(WHOLE_CASE, case.late_days)]
    return []


SIGNAL = Signal(
    code="R01",
    name="Quá hạn không có văn bản xin lỗi",
    question="Hồ sơ {case} quá hạn {amount} ngày làm việc nhưng chưa thấy văn bản xin lỗi, hẹn lại ngày trả: vì sao?",
    severity=Severity.MAJOR,
    duty="Thông báo và xin lỗi người nộp khi hồ sơ quá hạn, nêu lý do và thời gian đề nghị gia hạn",
    article="Khoản 9 Điều 19 NĐ 61/2018/NĐ-CP; mẫu 04 TT 01/2018/TT-VPCP",
    false_positives="Văn bản xin lỗi có thể được gửi ngoài hệ thống nên nhật ký không ghi.",
    parameters={},
    needs=frozenset({"APOLOGISED|EXTENDED"}),
    rule="Đã hoặc đang quá hạn, và không có sự kiện xin lỗi hay gia hạn nào",
    raise_in=raise_in,
    readable=readable,
)
