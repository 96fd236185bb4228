"""R08: the clock began anew although nothing new was handed in (NĐ 61/2018 art. 19.4)."""

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_COMPONENT


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on supplements received without any new paper, in cases whose clock was restarted."""
    found = facts.since_receipt(Kind.SUPPLEMENT_RECEIVED)
    empty = found.where((facts.clock.restarts[found.case] > 0) & facts.lacks(found.event, HAS_COMPONENT))
    return raised(empty.case, empty.event)


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    if not case.restarts:
        return []
    return [(k, 0) for k, e in case.since_receipt(Kind.SUPPLEMENT_RECEIVED) if not e.flags & HAS_COMPONENT]


SIGNAL = Signal(
    code="R08",
    name="Tính lại thời hạn khi không có giấy tờ mới",
    question="Hồ sơ {case} được tính lại thời hạn từ đầu nhưng không thấy thành phần nào được nộp thêm: căn cứ nào?",
    severity=Severity.MAJOR,
    duty="Thời hạn chỉ tính lại từ đầu sau khi nhận đủ hồ sơ bổ sung",
    article="Khoản 4 Điều 19 NĐ 61/2018/NĐ-CP",
    false_positives="Người nộp sửa giấy tờ cũ chứ không nộp thêm; giấy tờ nộp trực tiếp chưa được nhập vào hệ thống.",
    parameters={},
    needs=frozenset({"component", "SUPPLEMENT_RECEIVED"}),
    rule="Nhận bổ sung sau tiếp nhận mà không ghi thành phần nộp thêm, ở hồ sơ đã được tính lại thời hạn",
    raise_in=raise_in,
    readable=readable,
)
