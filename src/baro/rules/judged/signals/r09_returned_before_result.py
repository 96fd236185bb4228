"""R09: handed to the applicant before the result existed (TT 01/2018 art. 17; NĐ 61/2018 art. 20.5)."""

import numpy as np

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind

_MS_A_MINUTE = 60_000


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on a case's first return if its first result is later; amount: minutes between, floored."""
    returned, released = facts.first_of(Kind.RETURNED), facts.first_of(Kind.RELEASED)
    case = np.flatnonzero((returned >= 0) & (released > returned))  # events stand in the order of their moments
    gap = facts.at(released[case]) - facts.at(returned[case])
    early = gap > 0
    return raised(case[early], returned[case[early]], gap[early] // _MS_A_MINUTE)


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    returned, released = case.happened(Kind.RETURNED), case.happened(Kind.RELEASED)
    if not returned or not released or released[0][1].at <= returned[0][1].at:
        return []
    return [(returned[0][0], int((released[0][1].at - returned[0][1].at).total_seconds()) // 60)]


SIGNAL = Signal(
    code="R09",
    name="Trả kết quả trước khi có kết quả",
    question="Hồ sơ {case} ghi đã trả cho người nộp {amount} phút trước khi có kết quả: thời điểm nào đúng?",
    severity=Severity.MAJOR,
    duty="Cập nhật quá trình giải quyết theo thời gian thực; lưu kết quả trước khi trả",
    article="Điều 17 TT 01/2018/TT-VPCP; khoản 5 Điều 20 NĐ 61/2018/NĐ-CP",
    false_positives="Kết quả ghi bù sau khi trả; việc ghi muộn so với lúc xảy ra do R10 xét.",
    parameters={},
    needs=frozenset({"RETURNED", "RELEASED"}),
    rule="Lần trả đầu tiên có thời điểm trước lần có kết quả đầu tiên",
    raise_in=raise_in,
    readable=readable,
)
