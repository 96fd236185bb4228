"""R05: a supplement was asked for too long after receipt (NĐ 61/2018 art. 19.4)."""

import numpy as np

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on requests later than allowed after the nearest receipt before; amount: working days since it."""
    asked = facts.since_receipt(Kind.SUPPLEMENT_REQUESTED)
    handed_in = np.maximum(facts.before(asked, Kind.RECEIVED), facts.before(asked, Kind.SUPPLEMENT_RECEIVED))
    since = np.maximum(facts.at(handed_in), facts.clock.received_at[asked.case])
    took = facts.tables.working_days(facts.days(since), facts.days(facts.at(asked.event)))
    late = took > parameters["max_days"]
    return raised(asked.case[late], asked.event[late], took[late])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    found = []
    for k, asked in case.since_receipt(Kind.SUPPLEMENT_REQUESTED):
        handed_in = case.before(k, Kind.RECEIVED, Kind.SUPPLEMENT_RECEIVED)
        since = max(at for at in (case.received_at, handed_in.at if handed_in else None) if at is not None)
        took = case.working_days(case.day(since), case.day(asked.at))
        if took > parameters["max_days"]:
            found.append((k, took))
    return found


SIGNAL = Signal(
    code="R05",
    name="Yêu cầu bổ sung muộn",
    question="Hồ sơ {case} được yêu cầu bổ sung sau {amount} ngày làm việc kể từ khi nhận "
    "(quy định trong {max_days} ngày làm việc): vì sao?",
    severity=Severity.MAJOR,
    duty="Trả lại hồ sơ chưa đủ điều kiện kèm lý do trong 03 ngày làm việc kể từ ngày tiếp nhận",
    article="Khoản 4 Điều 19 NĐ 61/2018/NĐ-CP (trừ khi pháp luật chuyên ngành quy định khác)",
    false_positives="Pháp luật chuyên ngành có thể cho thời hạn khác; thiếu sót có thể chỉ lộ ra khi xác minh thực địa.",
    parameters={"max_days": 3},
    needs=frozenset({"SUPPLEMENT_REQUESTED"}),
    rule="Yêu cầu bổ sung sau hơn {max_days} ngày làm việc kể từ lần nhận hồ sơ (hoặc nhận bổ sung) gần nhất",
    raise_in=raise_in,
    readable=readable,
)
