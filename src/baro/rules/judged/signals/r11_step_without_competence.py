"""R11: a step taken by someone who held no office for it that day (NĐ 61/2018 art. 19.1; NĐ 30/2020 art. 13)."""

import numpy as np

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on events that the check of competence did not allow; nothing where it was not made."""
    if facts.competent is None:
        return raised(np.empty(0, np.int64))
    event = np.flatnonzero(~facts.competent)
    event = event[facts.at(event) <= facts.as_of]
    return raised(facts.kinds.case_of(event), event)


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    if case.competent is None:
        return []
    return [(k, 0) for k, _ in case.past if not case.competent[k]]


SIGNAL = Signal(
    code="R11",
    name="Bước do người không có thẩm quyền thực hiện",
    question="Hồ sơ {case} có bước do người không giữ chức danh, không được giao hoặc ủy quyền vào ngày đó thực hiện: "
    "căn cứ nào?",
    severity=Severity.SERIOUS,
    duty="Người được phân công, người có thẩm quyền ký mới được thực hiện bước tương ứng",
    article="Khoản 1 Điều 19, điểm i khoản 1 Điều 5 NĐ 61/2018/NĐ-CP; Điều 13 NĐ 30/2020/NĐ-CP",
    false_positives="Quyết định giao, ủy quyền chưa được nhập; tài khoản dùng chung; tên người ghi khác danh sách.",
    parameters={},
    needs=frozenset({"actor", "competence"}),
    rule="Người thực hiện không có chức danh, phân công hay ủy quyền bao trùm bước đó vào ngày thực hiện",
    raise_in=raise_in,
    readable=readable,
)
