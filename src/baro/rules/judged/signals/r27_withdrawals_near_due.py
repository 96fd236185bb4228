"""R27: withdrawals without a request, by one handler, just before the due date (lateness in disguise, art. 5.1đ)."""

from collections.abc import Sequence

import numpy as np

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseRow, CaseTable, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, HAS_FILE, IS_SIGNED

_PAPER = HAS_DOCUMENT | HAS_FILE | IS_SIGNED


def raise_over(table: CaseTable, parameters: Parameters) -> Raised:
    """Raise on each case of such a cluster; amount: how many the handler has."""
    withdrawn = (table.ended_kind == Kind.WITHDRAWN) & (table.ended_actor >= 0) & ((table.ended_flags & _PAPER) == 0)
    case = np.flatnonzero(withdrawn & (table.due_day >= 0))
    left = table.due_day[case] - table.ended_day[case]
    case = case[(left >= 0) & (left <= parameters["days_before_due"])]
    _, handler, counts = np.unique(table.ended_actor[case], return_inverse=True, return_counts=True)
    many = counts[handler] >= parameters["min_cases"]
    return raised(case[many], WHOLE_CASE, counts[handler][many])


def readable_over(rows: Sequence[CaseRow], parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for a list of cases."""
    near = [
        (i, r.ended_actor)
        for i, r in enumerate(rows)
        if r.ended_kind == Kind.WITHDRAWN and r.ended_actor >= 0 and not r.ended_flags & _PAPER
        if r.due_day >= 0 and 0 <= r.due_day - r.ended_day <= parameters["days_before_due"]
    ]
    handlers = [handler for _, handler in near]
    return [(i, handlers.count(h)) for i, h in near if handlers.count(h) >= parameters["min_cases"]]


SIGNAL = Signal(
    code="R27",
    name="Nhiều hồ sơ ghi công dân rút sát hạn",
    question="Hồ sơ {case} là một trong {amount} hồ sơ do cùng một người ghi là công dân rút trong {days_before_due} ngày trước "
    "hạn, không thấy đơn rút: công dân có đề nghị rút không?",
    severity=Severity.SERIOUS,
    duty="Không kéo dài thời gian giải quyết; không che quá hạn bằng việc ghi rút hồ sơ",
    article="Suy từ điểm đ khoản 1 Điều 5 NĐ 61/2018/NĐ-CP, không có điều riêng. Các ngưỡng: (mặc định, chưa kiểm chứng)",
    false_positives="Công dân rút trực tiếp tại quầy, đơn giấy chưa nhập; một người được giao chuyên ghi việc rút hồ sơ.",
    parameters={"days_before_due": 1, "min_cases": 3},
    needs=frozenset({"actor", "document|file|signed", "WITHDRAWN"}),
    rule="Từ {min_cases} hồ sơ do một người ghi rút trong {days_before_due} ngày cuối trước hạn, không kèm văn bản hay tệp nào",
    raise_over=raise_over,
    readable_over=readable_over,
)
