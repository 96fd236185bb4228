"""R10: a receipt or a result was written down long after it is said to have happened (NĐ 61/2018 art. 5.1c)."""

from datetime import date

import numpy as np

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, Ints

_DATED = (Kind.RECEIVED, Kind.RELEASED, Kind.REFUSED)
_MS_A_DAY = 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on such events (amount: working days until recorded), and on cases received on another day than their
    code says (amount: days between)."""
    event, lag = _recorded_late(facts, parameters)
    case, apart = _dated_otherwise(facts)
    whole = np.full(len(case), WHOLE_CASE)
    cases = np.concatenate([case, facts.kinds.case_of(event)])
    return raised(cases, np.concatenate([whole, event]), np.concatenate([apart, lag]))


def _recorded_late(facts: FactColumns, parameters: Parameters) -> tuple[Ints, Ints]:
    tolerance, found = parameters["tolerance_days"], facts.happened(*_DATED).event
    recorded, at = facts.log.events.recorded_at[found], facts.at(found)
    # More working days than tolerated cannot lie within as many days: few events are left to be looked at closely.
    maybe = (recorded != NO_TIME) & (recorded - at > tolerance * _MS_A_DAY)
    lag = facts.tables.working_days(facts.days(at[maybe]), facts.days(recorded[maybe]))
    return found[maybe][lag > tolerance], lag[lag > tolerance]


def _dated_otherwise(facts: FactColumns) -> tuple[Ints, Ints]:
    """The cases whose code names another day than the act of receipt (the clock itself may start when the desk opens),
    and by how many days."""
    if "dossier_code" not in facts.log.present:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    in_code, at = facts.log.cases.code_day, facts.receipt_moments
    known = np.flatnonzero((in_code >= 0) & (at != NO_TIME))
    apart = np.abs(facts.days(at[known]) - in_code[known])
    return known[apart > 0], apart[apart > 0]


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    found, in_code = [], case.case.code_day
    if "dossier_code" in case.present and in_code >= 0 and case.receipt_moment is not None:
        apart = abs(case.day(case.receipt_moment).toordinal() - _EPOCH - in_code)
        found += [(WHOLE_CASE, apart)] if apart else []
    for k, e in case.happened(*_DATED):
        if e.recorded_at is not None:
            lag = case.working_days(case.day(e.at), case.day(e.recorded_at))
            found += [(k, lag)] if lag > parameters["tolerance_days"] else []
    return found


SIGNAL = Signal(
    code="R10",
    name="Ghi lùi ngày tiếp nhận hoặc kết quả",
    question="Hồ sơ {case}: ngày tiếp nhận hoặc ngày có kết quả lệch {amount} ngày so với lúc ghi vào hệ thống hoặc so "
    "với ngày trong mã hồ sơ: vì sao?",
    severity=Severity.SERIOUS,
    duty="Cập nhật trung thực, theo thời gian thực; không làm sai lệch dữ liệu",
    article="Điểm c khoản 1 Điều 5, Điều 17 NĐ 61/2018/NĐ-CP; Điều 17, Điều 19 TT 01/2018/TT-VPCP. Dung sai: "
    "(mặc định, chưa kiểm chứng)",
    false_positives="Hệ thống gián đoạn nên nhập bù; dữ liệu chuyển từ phần mềm cũ; hồ sơ trực tuyến có mã từ lúc nộp.",
    parameters={"tolerance_days": 1},
    needs=frozenset({"recorded_at|dossier_code"}),
    rule="Sự kiện tiếp nhận, có kết quả hoặc từ chối được ghi sau khi xảy ra hơn {tolerance_days} ngày làm việc; hoặc ngày "
    "trong mã hồ sơ khác ngày tiếp nhận",
    raise_in=raise_in,
    readable=readable,
)
