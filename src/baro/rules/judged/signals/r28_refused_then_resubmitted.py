"""R28: refused, and soon received anew from the same applicant for the same procedure (NĐ 61/2018 art. 15.3)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseRow, CaseTable, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, Ints

_MS_A_DAY = 86_400_000
_BITS = 2**24 - 1


def raise_over(table: CaseTable, parameters: Parameters) -> Raised:
    """Raise on the case received anew; amount: whole days since the nearest refusal before."""
    known = (table.applicant != 0) & (table.procedure >= 0)
    refused = np.flatnonzero(known & (table.ended_kind == Kind.REFUSED))
    anew = np.flatnonzero(known & (table.received_at != NO_TIME) & _perhaps_among(table.applicant, refused))
    since = table.received_at[anew] - _nearest_refusal(table, anew, refused)
    soon = (since > 0) & (since // _MS_A_DAY <= parameters["within_days"])
    return raised(anew[soon], WHOLE_CASE, since[soon] // _MS_A_DAY)


def _perhaps_among(applicant: Ints, refused: Ints) -> npt.NDArray[np.bool_]:
    """Say of each case whether its applicant may be one of those refused, by the last bits alone: never a false no, and
    few are left to be looked at closely."""
    seen = np.zeros(_BITS + 1, np.bool_)
    seen[applicant[refused] & _BITS] = True
    perhaps: npt.NDArray[np.bool_] = seen[applicant & _BITS]
    return perhaps


def _nearest_refusal(table: CaseTable, anew: Ints, refused: Ints) -> Ints:
    """Per case in `anew` the moment of the last refusal before its receipt, same applicant and procedure; else the
    end of time. Receipts and refusals are put in one line; at the same moment a receipt goes first."""
    case = np.append(anew, refused)
    is_refusal = np.arange(len(case)) >= len(anew)
    at = np.append(table.received_at[anew], table.ended_at[refused])
    order = np.lexsort((is_refusal, at, table.procedure[case], table.applicant[case]))
    place = np.maximum.accumulate(np.where(is_refusal[order], np.arange(len(case)), -1))
    before = order[np.maximum(place, 0)]
    same = (place >= 0) & (table.applicant[case[before]] == table.applicant[case[order]])
    same &= table.procedure[case[before]] == table.procedure[case[order]]
    nearest = np.empty(len(case), np.int64)
    nearest[order] = np.where(same, at[before], np.iinfo(np.int64).max)
    return nearest[: len(anew)]


def readable_over(rows: Sequence[CaseRow], parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for a list of cases."""
    found = []
    for i, row in enumerate(rows):
        if row.applicant == 0 or row.procedure < 0 or row.received_at == NO_TIME:
            continue
        refusals = [
            other.ended_at
            for other in rows
            if other.ended_kind == Kind.REFUSED and other.ended_at < row.received_at
            if (other.applicant, other.procedure) == (row.applicant, row.procedure)
        ]
        days = (row.received_at - max(refusals)) // _MS_A_DAY if refusals else None
        if days is not None and days <= parameters["within_days"]:
            found.append((i, days))
    return found


SIGNAL = Signal(
    code="R28",
    name="Từ chối rồi nhận lại",
    question="Hồ sơ {case} được nhận {amount} ngày sau khi hồ sơ trước của cùng người nộp, cùng thủ tục bị từ chối: vì sao "
    "không hướng dẫn bổ sung?",
    severity=Severity.MAJOR,
    duty="Hướng dẫn bổ sung một lần đầy đủ, chính xác; không che quá hạn bằng việc từ chối rồi nhận lại",
    article="Suy từ khoản 3 Điều 15 NĐ 61/2018/NĐ-CP, không có điều riêng. Số ngày: (mặc định, chưa kiểm chứng)",
    false_positives="Người nộp làm lại hồ sơ khác (thửa đất khác); tổ chức dịch vụ nộp thay nhiều người.",
    parameters={"within_days": 30},
    needs=frozenset({"applicant", "procedure", "REFUSED"}),
    rule="Tiếp nhận trong {within_days} ngày sau khi một hồ sơ của cùng người nộp và cùng thủ tục bị từ chối",
    raise_over=raise_over,
    readable_over=readable_over,
)
