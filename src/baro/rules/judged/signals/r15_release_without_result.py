"""R15: said to be resolved, but no result file or number is there (NĐ 61/2018 art. 20.5; TT 01/2023)."""

from baro.rules.judged.signals.attachments import recorded_bits
from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, HAS_FILE

_BITS = {"document": HAS_DOCUMENT, "file": HAS_FILE}


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on releases that lack the file or the number, of those that the source records."""
    found = facts.happened(Kind.RELEASED)
    bare = found.where(facts.lacks(found.event, recorded_bits(facts.log.present, _BITS)))
    return raised(bare.case, bare.event)


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    wanted = recorded_bits(case.present, _BITS)
    return [(k, 0) for k, e in case.happened(Kind.RELEASED) if e.flags & wanted != wanted]


SIGNAL = Signal(
    code="R15",
    name="Kết thúc không có kết quả",
    question="Hồ sơ {case} ghi đã có kết quả nhưng không thấy tệp kết quả hoặc số văn bản: kết quả đang ở đâu?",
    severity=Severity.MAJOR,
    duty="Kết quả giải quyết được lưu điện tử và có số văn bản",
    article="Khoản 5 Điều 20 NĐ 61/2018/NĐ-CP; TT 01/2023/TT-VPCP",
    false_positives="Kết quả là giấy chứng nhận giấy chưa nhập số; thủ tục không ra văn bản.",
    parameters={},
    needs=frozenset({"document|file", "RELEASED"}),
    rule="Sự kiện có kết quả thiếu tệp hoặc số văn bản (theo cột mà nhật ký có)",
    raise_in=raise_in,
    readable=readable,
)
