"""R02: the apology came later than one day before the due date (NĐ 61/2018 art. 19.9)."""

from datetime import timedelta

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on the first apology if it is later than the last day for it; amount: calendar days after that day."""
    first = facts.happened(Kind.APOLOGISED, Kind.EXTENDED).first
    first = first.where(facts.clock.due_day[first.case] >= 0)
    after = facts.days(facts.at(first.event)) - (facts.clock.due_day[first.case] - parameters["lead_days"])
    late = first.where(after > 0)
    return raised(late.case, late.event, after[after > 0])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    apologies = case.happened(Kind.APOLOGISED, Kind.EXTENDED)
    if not apologies or case.due_day is None:
        return []
    k, apology = apologies[0]
    after = (case.day(apology.at) - (case.due_day - timedelta(days=parameters["lead_days"]))).days
    return [(k, after)] if after > 0 else []


SIGNAL = Signal(
    code="R02",
    name="Xin lỗi, hẹn lại muộn",
    question="Hồ sơ {case}: văn bản xin lỗi, hẹn lại chậm {amount} ngày so với thời điểm phải gửi "
    "(chậm nhất {lead_days} ngày trước ngày hết hạn): vì sao?",
    severity=Severity.MINOR,
    duty="Gửi văn bản xin lỗi chậm nhất 01 ngày trước ngày hết hạn giải quyết",
    article="Khoản 9 Điều 19 NĐ 61/2018/NĐ-CP",
    false_positives="Nguyên nhân quá hạn có thể chỉ phát sinh vào ngày cuối; ngày gửi thật có thể sớm hơn ngày ghi.",
    parameters={"lead_days": 1},
    needs=frozenset({"APOLOGISED|EXTENDED"}),
    rule="Lần xin lỗi hoặc gia hạn đầu tiên sau ngày (ngày hết hạn ban đầu trừ {lead_days} ngày)",
    raise_in=raise_in,
    readable=readable,
)
