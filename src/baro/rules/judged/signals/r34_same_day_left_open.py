"""R34: to be handled within the day, and still open on the next one (NĐ 61/2018 art. 17.4)."""

import numpy as np

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.prescribed.durations import UNITS, Duration, Unit

_SAME_DAY = Duration(0, Unit.WORKING_DAY)


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on cases with the limit "trong ngày" that are past due; amount: working days late."""
    clock = facts.clock
    same_day = (clock.limit_value == _SAME_DAY.value) & (clock.limit_unit == UNITS.index(_SAME_DAY.unit))
    case = np.flatnonzero(same_day & facts.is_late)
    return raised(case, WHOLE_CASE, clock.late_days[case])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    return [(WHOLE_CASE, case.late_days)] if case.limit == _SAME_DAY and case.is_late else []


SIGNAL = Signal(
    code="R34",
    name="Thủ tục trả ngay để sang ngày sau",
    question="Hồ sơ {case} thuộc thủ tục giải quyết trong ngày nhưng chậm {amount} ngày làm việc: vì sao?",
    severity=Severity.MAJOR,
    duty="Giải quyết và trả ngay trong ngày đối với thủ tục quy định trả ngay",
    article="Khoản 4 Điều 17 NĐ 61/2018/NĐ-CP",
    false_positives="Hồ sơ nhận cuối giờ; người nộp hẹn lấy hôm sau nên kết quả được ghi muộn.",
    parameters={},
    needs=frozenset(),
    rule='Thời hạn "trong ngày" và hồ sơ đã hoặc đang quá hạn',
    raise_in=raise_in,
    readable=readable,
)
