"""R17: refused after the due date, or without form and reason (NĐ 61/2018 art. 19.8; NĐ 63/2010 art. 18.5)."""

import numpy as np

from baro.rules.judged.signals.attachments import recorded_bits
from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, HAS_REASON
from baro.rules.prescribed.workdays import MINUTES_A_DAY

_BITS = {"document": HAS_DOCUMENT, "reason": HAS_REASON}


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on such refusals; amount: working days past due, 0 if it is the paper that is missing."""
    found = facts.happened(Kind.REFUSED)
    minute, due = facts.minutes(facts.at(found.event)), facts.clock.due_minute[found.case]
    late = (due >= 0) & (minute > due)
    due_day = facts.clock.due_day[found.case].astype(np.int64)
    days = np.where(late, facts.tables.working_days(due_day, minute // MINUTES_A_DAY), 0)
    hit = late | facts.lacks(found.event, recorded_bits(facts.log.present, _BITS))
    return raised(found.case[hit], found.event[hit], days[hit])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    wanted, found = recorded_bits(case.present, _BITS), []
    for k, refusal in case.happened(Kind.REFUSED):
        late = case.due_day is not None and case.due_minute is not None and case.minute(refusal.at) > case.due_minute
        days = case.working_days(case.due_day, case.day(refusal.at)) if late and case.due_day is not None else 0
        if late or refusal.flags & wanted != wanted:
            found.append((k, days))
    return found


SIGNAL = Signal(
    code="R17",
    name="Từ chối quá hạn hoặc không nêu lý do",
    question="Hồ sơ {case} bị từ chối sau khi hết hạn ({amount} ngày làm việc; 0 là trong hạn) hoặc không thấy phiếu, lý "
    "do: vì sao?",
    severity=Severity.MAJOR,
    duty="Từ chối bằng văn bản, nêu rõ lý do, trong thời hạn giải quyết",
    article="Khoản 8 Điều 19 NĐ 61/2018/NĐ-CP (mẫu 03); khoản 5 Điều 18 NĐ 63/2010/NĐ-CP",
    false_positives="Lý do nằm trong văn bản kèm theo, không nhập vào cột lý do.",
    parameters={},
    needs=frozenset({"REFUSED"}),
    rule="Từ chối sau thời điểm hết hạn, hoặc thiếu số phiếu hay lý do (theo cột mà nhật ký có)",
    raise_in=raise_in,
    readable=readable,
)
