"""R26: received and finished in one and the same second (a sign of data made up afterwards, NĐ 61/2018 art. 5.1c)."""

import numpy as np

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.log import NO_TIME, Ints
from baro.rules.prescribed.workdays import MINUTES_A_DAY

_MS_A_SECOND, _MS_A_MINUTE = 1000, 60_000


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on such cases; amount: how many events bear that second. Moments at midnight sharp are taken for dates."""
    received, ended = facts.receipt_moments, facts.clock.ended_at
    near = (ended != NO_TIME) & (received != NO_TIME) & (np.abs(ended - received) < _MS_A_SECOND)
    case = np.flatnonzero(near & (ended // _MS_A_SECOND == received // _MS_A_SECOND))
    is_date = (received[case] % _MS_A_MINUTE == 0) & (facts.minutes(received[case]) % MINUTES_A_DAY == 0)
    case = case[~is_date]
    steps = _events_in_second(facts, case)
    many = steps >= parameters["min_steps"]
    return raised(case[many], WHOLE_CASE, steps[many])


def _events_in_second(facts: FactColumns, case: Ints) -> Ints:
    """How many events of each case bear the second of its receipt."""
    first, length = facts.log.offsets[case], facts.log.offsets[case + 1] - facts.log.offsets[case]
    owner = np.repeat(np.arange(len(case)), length)
    event = np.arange(len(owner)) + np.repeat(first - np.cumsum(length) + length, length)
    at = facts.at(event)
    second = facts.receipt_moments[case][owner] // _MS_A_SECOND
    return np.bincount(owner[(at // _MS_A_SECOND == second) & (at <= facts.as_of)], minlength=len(case))


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    received, ended = case.receipt_moment, case.ended_at
    if received is None or ended is None:
        return []
    second = received.replace(microsecond=0)
    is_date = received == second and received.second == 0 and case.minute(received) % MINUTES_A_DAY == 0
    steps = sum(e.at.replace(microsecond=0) == second for _, e in case.past)
    if ended.replace(microsecond=0) != second or is_date or steps < parameters["min_steps"]:
        return []
    return [(WHOLE_CASE, steps)]


SIGNAL = Signal(
    code="R26",
    name="Mọi bước ghi cùng một giây",
    question="Hồ sơ {case} có {amount} bước từ tiếp nhận đến kết thúc trong cùng một giây: các bước được làm khi nào?",
    severity=Severity.MAJOR,
    duty="Cập nhật trung thực quá trình giải quyết; không làm sai lệch dữ liệu",
    article="Suy từ điểm c khoản 1 Điều 5 NĐ 61/2018/NĐ-CP, không có điều riêng. Số bước tối thiểu: "
    "(mặc định, chưa kiểm chứng)",
    false_positives="Dữ liệu nhập bù hàng loạt sau khi hệ thống gián đoạn; thủ tục trả ngay. Nhật ký chỉ có ngày thì không xét.",
    parameters={"min_steps": 3},
    needs=frozenset(),
    rule="Thời điểm tiếp nhận và thời điểm kết thúc cùng một giây, có từ {min_steps} sự kiện trong giây đó",
    raise_in=raise_in,
    readable=readable,
)
