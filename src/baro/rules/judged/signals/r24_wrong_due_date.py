"""R24: the date promised is not the one that law, limit and calendar give (form 01; Civil Code 2015 art. 147-148)."""

import numpy as np

from baro.rules.judged.deadlines.classes import DueSource
from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.log import NO_TIME

_COMPUTED = (DueSource.LIMIT_COLUMN, DueSource.PROCESS, DueSource.PROCEDURE)


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on cases whose recorded due date is none of those computed; amount: days after the due date (or < 0)."""
    clock, recorded = facts.clock, facts.log.cases.recorded_due
    known = (recorded != NO_TIME) & (clock.due_day >= 0) & np.isin(clock.due_source, _COMPUTED)
    case = np.flatnonzero(known & ~clock.suspended)
    day = facts.days(recorded[case])
    wrong = np.ones(len(case), np.bool_)
    for computed in (clock.due_day, clock.plain_due_day, clock.extended_due_day):
        wrong &= day != computed[case]
    return raised(case[wrong], WHOLE_CASE, (day - clock.due_day[case])[wrong])


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    recorded, due = case.case.recorded_due, case.due_day
    if recorded is None or due is None or case.due_source not in _COMPUTED or case.suspended:
        return []
    day = case.day(recorded)
    right = day in (due, case.plain_due_day, case.extended_due_day)
    return [] if right else [(WHOLE_CASE, (day - due).days)]


SIGNAL = Signal(
    code="R24",
    name="Ngày hẹn trả tính sai",
    question="Hồ sơ {case}: ngày hẹn trả lệch {amount} ngày so với ngày tính theo thời hạn và lịch làm việc: tính theo "
    "căn cứ nào?",
    severity=Severity.MINOR,
    duty="Ghi đúng ngày hẹn trả trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    article="Mẫu 01 TT 01/2018/TT-VPCP; Điều 147, Điều 148 Bộ luật Dân sự 2015",
    false_positives="Lịch nghỉ, ngày làm bù của đơn vị khác lịch đã nạp; thời hạn riêng của hồ sơ chưa có trong quy trình.",
    parameters={},
    needs=frozenset({"recorded_due"}),
    rule="Ngày hẹn trả đã ghi không trùng ngày hết hạn tính được (không tạm dừng, sau tạm dừng, hay sau gia hạn); không xét "
    "hồ sơ đang chờ",
    raise_in=raise_in,
    readable=readable,
)
