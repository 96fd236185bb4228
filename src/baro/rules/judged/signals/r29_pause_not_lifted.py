"""R29: the applicant has answered, and the pause goes on (NĐ 61/2018 art. 5.1đ)."""

from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on supplements received within a pause that lasted on; amount: working days until it was lifted."""
    given = facts.happened(Kind.SUPPLEMENT_RECEIVED)
    paused, resumed = facts.before(given, Kind.PAUSED), facts.before(given, Kind.RESUMED)
    given = given.where(paused > resumed)
    until = facts.stops(given.case, facts.at(facts.after(given, Kind.RESUMED)))
    days = facts.tables.working_days(facts.days(facts.at(given.event)), facts.days(until))
    long = days > parameters["max_days"]
    return raised(given.case[long], given.event[long], days[long])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    found = []
    for k, given in case.happened(Kind.SUPPLEMENT_RECEIVED):
        before, lifted = case.before(k, Kind.PAUSED, Kind.RESUMED), case.after(k, Kind.RESUMED)
        if before is None or before.kind is not Kind.PAUSED:
            continue
        until = case.stops(lifted.at if lifted else None)
        days = case.working_days(case.day(given.at), case.day(until))
        if days > parameters["max_days"]:
            found.append((k, days))
    return found


SIGNAL = Signal(
    code="R29",
    name="Đã nộp bổ sung nhưng chưa bỏ tạm dừng",
    question="Hồ sơ {case}: người nộp đã bổ sung nhưng {amount} ngày làm việc sau vẫn tạm dừng: vì sao?",
    severity=Severity.MAJOR,
    duty="Không kéo dài thời gian giải quyết khi người nộp đã làm xong phần của mình",
    article="Điểm đ khoản 1 Điều 5 NĐ 61/2018/NĐ-CP. Ngưỡng: (mặc định, chưa kiểm chứng)",
    false_positives="Phần bổ sung chưa đủ nên còn chờ; tạm dừng vì lý do khác, không phải chờ người nộp.",
    parameters={"max_days": 1},
    needs=frozenset({"PAUSED", "SUPPLEMENT_RECEIVED"}),
    rule="Nhận bổ sung trong lúc đang tạm dừng, và tạm dừng còn kéo dài hơn {max_days} ngày làm việc sau đó",
    raise_in=raise_in,
    readable=readable,
)
