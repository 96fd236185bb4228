"""R04: asked for supplements more than once after receipt (NĐ 61/2018 art. 15.3, 17.2a; NĐ 63/2010 art. 20.4)."""

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on each request after receipt beyond those allowed; amount: which one it is."""
    found = facts.since_receipt(Kind.SUPPLEMENT_REQUESTED)
    which = found.ordinal
    beyond = which > parameters["max_requests"]
    return raised(found.case[beyond], found.event[beyond], which[beyond])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    requests = case.since_receipt(Kind.SUPPLEMENT_REQUESTED)
    return [(k, n) for n, (k, _) in enumerate(requests, start=1) if n > parameters["max_requests"]]


SIGNAL = Signal(
    code="R04",
    name="Yêu cầu bổ sung nhiều lần",
    question="Hồ sơ {case} bị yêu cầu bổ sung lần thứ {amount} sau khi đã tiếp nhận (hướng dẫn {max_requests} lần, "
    "đầy đủ, chính xác; nghiêm trọng từ trên {serious_above} lần): vì sao?",
    severity=Severity.MAJOR,
    duty="Hướng dẫn bổ sung một lần đầy đủ, chính xác",
    article="Khoản 3 Điều 15, điểm a khoản 2 Điều 17 NĐ 61/2018/NĐ-CP; khoản 4 Điều 20 NĐ 63/2010/NĐ-CP "
    "(không quá hai lần)",
    false_positives="Người nộp bổ sung không đúng hướng dẫn thì lần yêu cầu tiếp theo không tính.",
    parameters={"max_requests": 1, "serious_above": 2},
    needs=frozenset({"SUPPLEMENT_REQUESTED"}),
    rule="Mọi yêu cầu bổ sung sau tiếp nhận vượt quá {max_requests} lần; trên {serious_above} lần là nghiêm trọng",
    raise_in=raise_in,
    readable=readable,
)
