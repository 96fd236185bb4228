"""R20: an agency was asked for its opinion and did not answer in time (NĐ 61/2018 art. 19.5)."""

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on requests for an opinion answered late or not at all; amount: working days past the agency's limit."""
    asked = facts.happened(Kind.CONSULTED)
    until = facts.stops(asked.case, facts.at(facts.after(asked, Kind.ANSWERED)))
    over = facts.tables.working_days(facts.days(facts.at(asked.event)), facts.days(until)) - facts.leg_due_days
    return raised(asked.case[over > 0], asked.event[over > 0], over[over > 0])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    found = []
    for k, asked in case.happened(Kind.CONSULTED):
        answer = case.after(k, Kind.ANSWERED)
        until = case.stops(answer.at if answer else None)
        over = case.working_days(case.day(asked.at), case.day(until)) - case.leg_due_days
        if over > 0:
            found.append((k, over))
    return found


SIGNAL = Signal(
    code="R20",
    name="Cơ quan được hỏi chậm trả lời",
    question="Hồ sơ {case}: ý kiến của cơ quan phối hợp chậm {amount} ngày làm việc; đã thông báo người đứng đầu Bộ phận "
    "Một cửa chưa?",
    severity=Severity.MAJOR,
    duty="Lấy ý kiến phải nêu thời hạn; chậm trả lời thì thông báo người đứng đầu Bộ phận Một cửa",
    article="Khoản 5 Điều 19 NĐ 61/2018/NĐ-CP. Thời hạn trả lời 5 ngày làm việc khi nhật ký không nêu: "
    "(mặc định, chưa kiểm chứng)",
    false_positives="Văn bản lấy ý kiến có thể nêu thời hạn khác; ý kiến đến bằng giấy, nhập sau.",
    parameters={},
    needs=frozenset({"CONSULTED"}),
    rule="Từ khi lấy ý kiến đến khi có ý kiến (hoặc hồ sơ kết thúc, hoặc thời điểm tính) quá thời hạn trả lời, tính theo "
    "ngày làm việc",
    raise_in=raise_in,
    readable=readable,
)
