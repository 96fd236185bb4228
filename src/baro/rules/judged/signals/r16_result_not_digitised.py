"""R16: the result was not digitised and signed some days after it existed (NĐ 45/2020, NĐ 107/2021, TT 01/2023)."""

import numpy as np

from baro.rules.judged.signals.attachments import recorded_bits
from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_FILE, IS_SIGNED

_BITS = {"file": HAS_FILE, "signed": IS_SIGNED}
_CARRIERS = (Kind.RELEASED, Kind.DIGITISED, Kind.RETURNED)


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on a case's last release if no digital result is there; amount: working days since."""
    digital = np.zeros(facts.log.case_count, np.bool_)
    if "signed" in facts.log.present:
        wanted = recorded_bits(facts.log.present, _BITS)
        for kind in _CARRIERS:
            found = facts.happened(kind)
            digital[found.case[~facts.lacks(found.event, wanted)]] = True
    else:
        digital[facts.happened(Kind.DIGITISED).case] = True
    released = facts.happened(Kind.RELEASED)
    waiting = released.where(~digital[released.case]).last
    days = facts.tables.working_days(facts.days(facts.at(waiting.event)), np.array(facts.as_of_day))
    long = days > parameters["max_days"]
    return raised(waiting.case[long], waiting.event[long], days[long])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    released = case.happened(Kind.RELEASED)
    if "signed" in case.present:
        wanted = recorded_bits(case.present, _BITS)
        digital = any(e.flags & wanted == wanted for _, e in case.happened(*_CARRIERS))
    else:
        digital = bool(case.happened(Kind.DIGITISED))
    if digital or not released:
        return []
    days = case.working_days(case.day(released[-1][1].at), case.day(case.as_of))
    return [(released[-1][0], days)] if days > parameters["max_days"] else []


SIGNAL = Signal(
    code="R16",
    name="Kết quả chưa số hóa, chưa ký số",
    question="Hồ sơ {case} có kết quả đã {amount} ngày làm việc nhưng chưa thấy bản điện tử có ký số: khi nào số hóa?",
    severity=Severity.MINOR,
    duty="Số hóa, ký số và lưu kết quả giải quyết thủ tục hành chính",
    article="TT 01/2023/TT-VPCP; NĐ 45/2020/NĐ-CP, NĐ 107/2021/NĐ-CP (chưa kiểm chứng). Thời gian chờ: "
    "(mặc định, chưa kiểm chứng)",
    false_positives="Kết quả được số hóa ở hệ thống khác (kho dữ liệu, phần mềm chuyên ngành).",
    parameters={"max_days": 3},
    needs=frozenset({"RELEASED", "DIGITISED|signed"}),
    rule="Sau khi có kết quả hơn {max_days} ngày làm việc, chưa sự kiện nào mang tệp kết quả có ký số; nhật ký không ghi ký "
    "số thì xét có bước số hóa hay không",
    raise_in=raise_in,
    readable=readable,
)
