"""R31: numbers are missing in the day's sequence of dossier codes (NĐ 61/2018 art. 26; TT 01/2018 art. 10.2c)."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseRow, CaseTable, Parameters, Raised, Severity, Signal
from baro.rules.observed.log import Codes, Ints

_SPAN = 2**31  # more than any sequence number; prefixes times days stay below the other half of 64 bits


def raise_over(table: CaseTable, parameters: Parameters) -> Raised:
    """Raise on the case after a gap between two numbers of one prefix and day; amount: numbers missing."""
    coded = np.flatnonzero((table.code_prefix >= 0) & (table.code_day >= 0) & (table.code_sequence >= 0))
    if not len(coded):
        return raised(coded)
    series, number = _series(table.code_prefix[coded], table.code_day[coded]), table.code_sequence[coded]
    line = series * _SPAN + number  # each series of numbers on a stretch of its own
    order = np.argsort(line, kind="stable")  # of cases with one code, the first stays first; quick where codes ascend
    points = line[order]
    missing = np.diff(points) - 1
    gap = np.flatnonzero((missing > 0) & (missing < _SPAN))
    gap = gap[points[gap] // _SPAN == points[gap + 1] // _SPAN]
    return raised(coded[order[gap + 1]], WHOLE_CASE, missing[gap])


def _series(prefix: Codes, day: Codes) -> Ints:
    """Number the pairs of prefix and day."""
    series: Ints = prefix.astype(np.int64) * (int(day.max()) + 1) + day
    return series


def readable_over(rows: Sequence[CaseRow], parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for a list of cases."""
    coded = [i for i, r in enumerate(rows) if min(r.code_prefix, r.code_day, r.code_sequence) >= 0]
    coded.sort(key=lambda i: (rows[i].code_prefix, rows[i].code_day, rows[i].code_sequence, i))
    found = []
    for i, j in pairwise(coded):
        one, two = rows[i], rows[j]
        missing = two.code_sequence - one.code_sequence - 1
        if (one.code_prefix, one.code_day) == (two.code_prefix, two.code_day) and missing > 0:
            found.append((j, missing))
    return found


SIGNAL = Signal(
    code="R31",
    name="Khoảng trống trong số thứ tự hồ sơ",
    question="Trước hồ sơ {case} thiếu {amount} số thứ tự trong ngày: các hồ sơ mang số đó ở đâu?",
    severity=Severity.MAJOR,
    duty="Mỗi hồ sơ tiếp nhận được cấp một mã số và vào Sổ theo dõi hồ sơ",
    article="Suy từ Điều 26 NĐ 61/2018/NĐ-CP; điểm c khoản 2 Điều 10, Điều 19 TT 01/2018/TT-VPCP",
    false_positives="Nhật ký chỉ là một phần (lọc theo thủ tục, đơn vị, thời gian); mã bị hủy vì nhập nhầm; mã cấp từ lúc nộp "
    "trực tuyến.",
    parameters={},
    needs=frozenset({"dossier_code"}),
    rule="Hai mã liền nhau cùng đơn vị, cùng ngày có số thứ tự cách nhau hơn một; số đầu ngày không xét",
    raise_over=raise_over,
    readable_over=readable_over,
)
