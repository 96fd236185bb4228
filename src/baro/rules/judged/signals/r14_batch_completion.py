"""R14: many dossiers closed by one person within minutes (TT 01/2018 art. 17; NĐ 61/2018 art. 5.1c)."""

from collections.abc import Sequence

import numpy as np

from baro.rules.judged.signals.raised import WHOLE_CASE, raised
from baro.rules.judged.signals.signal import CaseRow, CaseTable, Parameters, Raised, Severity, Signal
from baro.rules.observed.log import Ints

_MS_A_MINUTE = 60_000


def raise_over(table: CaseTable, parameters: Parameters) -> Raised:
    """Raise on cases closed in a window, opened by one of the closings, with many of them by the same person; amount:
    how many this person closed within the minutes before and after. Closings at midnight sharp are taken for dates."""
    closed = np.flatnonzero((table.ended_kind > 0) & (table.ended_actor >= 0) & table.ended_timed)
    if not len(closed):
        return raised(closed)
    window = parameters["window_minutes"] * _MS_A_MINUTE
    at = table.ended_at[closed] - table.ended_at[closed].min()
    line = table.ended_actor[closed] * (at.max() + window + 1) + at  # each person's closings on a stretch of their own
    crowded, around = _crowded(np.sort(line), window, parameters["min_closings"])
    place = np.searchsorted(crowded, line)
    among = np.flatnonzero(np.append(crowded, -1)[place] == line)
    return raised(closed[among], WHOLE_CASE, around[place[among]])


def _crowded(line: Ints, window: int, enough: int) -> tuple[Ints, Ints]:
    """The distinct points of a sorted line that lie in a crowded window, and how many points lie around each."""
    until = np.searchsorted(line, line + window, side="right")
    opens = np.flatnonzero(until - np.arange(len(line)) >= enough)
    count = len(line) + 1
    reach = np.bincount(opens, minlength=count) - np.bincount(until[opens], minlength=count)
    places = np.flatnonzero(np.cumsum(reach[:-1]) > 0)
    points = np.unique(line[places])
    until = np.searchsorted(line, points + window, side="right")
    return points, until - np.searchsorted(line, points - window, side="left")


def readable_over(rows: Sequence[CaseRow], parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for a list of cases."""
    window = parameters["window_minutes"] * _MS_A_MINUTE
    closed = [(i, r) for i, r in enumerate(rows) if r.ended_kind > 0 and r.ended_actor >= 0 and r.ended_timed]
    found = []
    for i, row in closed:
        own = [r.ended_at for _, r in closed if r.ended_actor == row.ended_actor]
        opens = [t for t in own if t <= row.ended_at <= t + window]
        if any(sum(t <= other <= t + window for other in own) >= parameters["min_closings"] for t in opens):
            found.append((i, sum(abs(other - row.ended_at) <= window for other in own)))
    return found


SIGNAL = Signal(
    code="R14",
    name="Kết thúc hàng loạt",
    question="Hồ sơ {case} là một trong {amount} hồ sơ do một người kết thúc gần như cùng lúc "
    "(trong {window_minutes} phút): việc ghi nhận có đúng lúc xảy ra không?",
    severity=Severity.MINOR,
    duty="Cập nhật quá trình giải quyết theo thời gian thực, trung thực",
    article="Suy từ Điều 17 TT 01/2018/TT-VPCP và điểm c khoản 1 Điều 5 NĐ 61/2018/NĐ-CP, không có điều riêng. Số hồ sơ "
    "và số phút: (mặc định, chưa kiểm chứng)",
    false_positives="Ký số, phát hành hàng loạt theo phiên là bình thường; văn thư nhận kết quả theo lô. Nhật ký chỉ có ngày "
    "thì không xét.",
    parameters={"min_closings": 10, "window_minutes": 5},
    needs=frozenset({"actor", "RELEASED|REFUSED|WITHDRAWN|STOPPED"}),
    rule="Một người kết thúc từ {min_closings} hồ sơ trong một khoảng {window_minutes} phút",
    raise_over=raise_over,
    readable_over=readable_over,
)
