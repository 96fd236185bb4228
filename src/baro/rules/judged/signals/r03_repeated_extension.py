"""R03: re-appointed more than once (NĐ 61/2018 art. 19.9)."""

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on each extension beyond those allowed; amount: which one it is."""
    found = facts.happened(Kind.EXTENDED)
    which = found.ordinal
    beyond = which > parameters["max_extensions"]
    return raised(found.case[beyond], found.event[beyond], which[beyond])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    extensions = case.happened(Kind.EXTENDED)
    return [(k, n) for n, (k, _) in enumerate(extensions, start=1) if n > parameters["max_extensions"]]


SIGNAL = Signal(
    code="R03",
    name="Hẹn lại ngày trả quá số lần",
    question="Hồ sơ {case} được hẹn lại ngày trả lần thứ {amount} (quy định không quá {max_extensions} lần): vì sao?",
    severity=Severity.MAJOR,
    duty="Chỉ hẹn lại ngày trả kết quả không quá một lần",
    article="Khoản 9 Điều 19 NĐ 61/2018/NĐ-CP",
    false_positives="Một lần hẹn lại bị ghi hai dòng; sửa lỗi chính tả của văn bản xin lỗi được ghi như lần mới.",
    parameters={"max_extensions": 1},
    needs=frozenset({"EXTENDED"}),
    rule="Mọi lần gia hạn, hẹn lại ngày trả vượt quá {max_extensions} lần",
    raise_in=raise_in,
    readable=readable,
)
