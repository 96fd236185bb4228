"""The written sections of a supervision report: the lead, results, shortcomings, causes and proposals.

Every sentence carries its figures; nothing is said of a person; what could not be checked is said as such.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from baro.rules.counted.reports.causes import GROUND_WORDS, late_minutes_by_step
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.reports.maps import decision_words
from baro.rules.counted.reports.tables import DEVIATION_WORDS, form_sets
from baro.rules.counted.reports.words import count, day, days, share
from baro.rules.counted.tallies import LateGround
from baro.rules.counted.told import Figure, SignalTold
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.observed.quality import Doubt

_FORM = (
    "received", "new", "carried", "resolved", "early", "on_time", "late", "pending", "pending_on_time", "pending_late",
    "not_computable",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sections:
    """What the report says in sentences."""

    lead: str
    results: tuple[str, ...]
    shortcomings: tuple[str, ...]
    causes: tuple[str, ...]
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the sentences are made from."""

    counted: Counted
    period: tuple[date, date]
    figures: Sequence[Figure]
    signals: Sequence[SignalTold]
    doubts: dict[Doubt, int]

    def figure(self, key: str) -> Figure:
        """Find an indicator's figure."""
        return next(f for f in self.figures if f.key == key)

    @property
    def form(self) -> dict[str, int]:
        """The counts of the form for the whole log."""
        counts = [int(np.count_nonzero(s)) for s in form_sets(self.counted.cases)]
        return dict(zip(_FORM, counts, strict=True))

    @property
    def late_minutes(self) -> int:
        """All late time, in working minutes."""
        return sum(self.counted.tallies.late.values())

    @property
    def deviations(self) -> dict[DeviationKind, int]:
        """How often each kind of deviation was found, under any process."""
        sums = self.counted.tallies.step_deviations.sum(axis=(0, 1))
        return {kind: int(sums[kind]) for kind in DEVIATION_WORDS}


def sections_of(grounds: Grounds) -> Sections:
    """Write all sections."""
    return Sections(_lead(grounds), _results(grounds), _shortcomings(grounds), _causes(grounds), _proposals(grounds))


def _lead(g: Grounds) -> str:
    form = g.form
    judged = form["early"] + form["on_time"] + form["late"]
    on_time = share(form["early"] + form["on_time"], judged)
    return (
        f"Từ {day(g.period[0])} đến {day(g.period[1])}: {count(form['received'])} hồ sơ phải giải quyết, đã xong "
        f"{count(form['resolved'])}, trước và đúng hạn {on_time}; {count(form['late'])} hồ sơ xong quá hạn, "
        f"{count(form['pending_late'])} hồ sơ đang giải quyết đã quá hạn."
    )


def _results(g: Grounds) -> tuple[str, ...]:
    form, fits = g.form, g.figure("conforming_share")
    lines = [
        (
            f"Tổng số hồ sơ phải giải quyết trong kỳ là {count(form['received'])}, trong đó tiếp nhận trong kỳ "
            f"{count(form['new'])}, kỳ trước chuyển sang {count(form['carried'])}."
        ),
        (
            f"Đã giải quyết {count(form['resolved'])} hồ sơ: trước hạn {count(form['early'])}, đúng hạn "
            f"{count(form['on_time'])}, quá hạn {count(form['late'])}. Đang giải quyết {count(form['pending'])} hồ sơ: trong "
            f"hạn {count(form['pending_on_time'])}, đã quá hạn {count(form['pending_late'])}."
        ),
    ]
    if fits.denominator:
        lines.append(
            f"Đối chiếu với {count(len(g.counted.processes))} quy trình đã phê duyệt, các bước đúng quy trình ở "
            f"{share(fits.numerator or 0, fits.denominator)} hồ sơ."
        )
    lines += [f"Quy trình {p.code} – {p.name}: {decision_words(p)}." for p in g.counted.processes[:12]]
    return tuple(lines)


def _shortcomings(g: Grounds) -> tuple[str, ...]:
    form = g.form
    lines = []
    if form["late"] or form["pending_late"]:
        lines.append(
            f"Có {count(form['late'])} hồ sơ giải quyết quá hạn và {count(form['pending_late'])} hồ sơ đang giải quyết "
            f"đã quá hạn; tổng thời gian trễ {days(g.late_minutes)}."
        )
    kinds = {k: n for k, n in g.deviations.items() if n}
    if kinds:
        told = ", ".join(f"{DEVIATION_WORDS[k].lower()} {count(n)} lần" for k, n in kinds.items())
        lines.append(f"So với quy trình đã phê duyệt: {told}.")
    lines += [
        f"{s.code} – {s.name}: {count(s.cases)} hồ sơ ({s.article}). Đây là câu hỏi gửi đơn vị, chưa phải kết luận."
        for s in g.signals
        if s.cases
    ]
    if form["not_computable"]:
        lines.append(
            f"Có {count(form['not_computable'])} hồ sơ không tính được hạn vì thiếu dữ liệu hoặc thiếu quy định."
        )
    doubtful = sum(g.doubts.values())
    if doubtful:
        lines.append(f"Dữ liệu có {count(doubtful)} chỗ đáng ngờ hoặc không đọc được (xem phần chất lượng dữ liệu).")
    unchecked = [s.code for s in g.signals if not s.checked]
    if unchecked:
        lines.append(
            f"Chưa kiểm tra được {count(len(unchecked))} dấu hiệu vì nhật ký thiếu dữ liệu: {', '.join(unchecked)}."
        )
    return tuple(lines) or ("Không phát hiện tồn tại nào trong phạm vi dữ liệu đã kiểm tra.",)


def _causes(g: Grounds) -> tuple[str, ...]:
    whole = g.late_minutes
    if not whole:
        return ("Không có thời gian trễ trong phạm vi dữ liệu đã kiểm tra.",)
    lines = [
        f"Bước “{step}” gánh {days(minutes)}, bằng {share(minutes, whole)} tổng số phút trễ."
        for step, minutes in late_minutes_by_step(g.counted)[:5]
    ]
    by_ground: dict[int, int] = {}
    for (_, _, ground), minutes in g.counted.tallies.late.items():
        by_ground[ground] = by_ground.get(ground, 0) + minutes
    told = [
        f"{GROUND_WORDS[LateGround(k)]}: {share(m, whole)}" for k, m in sorted(by_ground.items(), key=lambda kv: -kv[1])
    ]
    return (*lines, "Theo căn cứ: " + "; ".join(told) + ".")


def _proposals(g: Grounds) -> tuple[str, ...]:
    form, lines = g.form, []
    steps = late_minutes_by_step(g.counted)
    if form["pending_late"]:
        lines.append(
            f"Các đơn vị giải quyết dứt điểm {count(form['pending_late'])} hồ sơ đang quá hạn, xin lỗi và hẹn lại bằng văn "
            "bản theo quy định (khoản 9 Điều 19 Nghị định 61/2018/NĐ-CP)."
        )
    if steps:
        lines.append(f"Rà soát bố trí người và thời hạn ở bước “{steps[0][0]}”, nơi gánh nhiều thời gian trễ nhất.")
    if any(g.deviations.values()):
        lines.append("Đơn vị có hồ sơ không theo quy trình giải trình từng trường hợp; nếu quy trình không còn phù hợp thì đề "
                     "nghị sửa đổi, phê duyệt lại.")  # fmt: skip
    if any(s.cases for s in g.signals):
        lines.append("Các đơn vị trả lời những câu hỏi nêu ở phần dấu hiệu, kèm tài liệu, trước kỳ giám sát sau.")
    digitised = g.figure("digitised_results")
    if digitised.denominator and (digitised.numerator or 0) < digitised.denominator:
        left = digitised.denominator - (digitised.numerator or 0)
        lines.append(f"Số hóa và ký số {count(left)} kết quả chưa có sự kiện số hóa trong dữ liệu.")
    if sum(g.doubts.values()):
        lines.append(
            "Đơn vị quản lý phần mềm sửa nguồn dữ liệu ở những chỗ đã liệt kê để kỳ sau đối chiếu được đầy đủ."
        )
    return tuple(lines) or ("Tiếp tục theo dõi; chưa có đề xuất phát sinh từ dữ liệu kỳ này.",)
