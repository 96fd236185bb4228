"""R13: closed, and then opened again (NĐ 61/2018 art. 20, 21)."""

import numpy as np

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind

# Acts of handling that an ended dossier no longer has; plain work and transfers may follow a result.
_HANDLING = (Kind.ASSIGNED, Kind.SUPPLEMENT_REQUESTED, Kind.CONSULTED, Kind.PAUSED, Kind.EXTENDED)
_DONE = (Kind.RELEASED, Kind.RETURNED)


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on a case's first reopening; amount: how many reopenings and acts of handling came after its end."""
    found = facts.happened(Kind.REOPENED, *_HANDLING)
    ends = [facts.first_of(kind)[found.case] for kind in _DONE]
    done = np.any([(end >= 0) & (end < found.event) for end in ends], axis=0)
    again = found.where(done | (facts.kind_of(found.event) == Kind.REOPENED))
    return raised(again.first.case, again.first.event, again.counts)


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    again = [
        k
        for k, e in case.happened(Kind.REOPENED, *_HANDLING)
        if e.kind is Kind.REOPENED or case.before(k, *_DONE) is not None
    ]
    return [(again[0], len(again))] if again else []


SIGNAL = Signal(
    code="R13",
    name="Đã kết thúc rồi mở lại",
    question="Hồ sơ {case} đã có hoặc đã trả kết quả rồi lại được xử lý tiếp ({amount} lượt): lý do và văn bản nào?",
    severity=Severity.MAJOR,
    duty="Trả kết quả đúng; sửa kết quả sai phải có văn bản và xin lỗi",
    article="Điều 20, Điều 21 NĐ 61/2018/NĐ-CP",
    false_positives="Đính chính lỗi in theo đề nghị của người nộp; thao tác nhầm trên phần mềm được hoàn lại ngay.",
    parameters={},
    needs=frozenset({"REOPENED|RELEASED|RETURNED"}),
    rule="Có sự kiện mở lại, hoặc sau khi có/trả kết quả còn phân công, yêu cầu bổ sung, lấy ý kiến, tạm dừng, gia hạn",
    raise_in=raise_in,
    readable=readable,
)
