"""The written sections of a supervision report: results, shortcomings, causes and proposals.

Every sentence carries its figures; nothing is said of a person; what could not be checked is said as such.
"""

from dataclasses import dataclass

from baro.rules.counted.reports.causes import GROUND_WORDS
from baro.rules.counted.reports.grounds import Grounds as Grounds
from baro.rules.counted.reports.lead import lead_of
from baro.rules.counted.reports.tables import DEVIATION_WORDS
from baro.rules.counted.reports.words import count, days, share
from baro.rules.counted.tallies import LateGround

MOST_SIGNALS = 5  # named in the sentence; the table of red flags has them all
MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Sections:
    """What the report says in sentences."""

    lead: str
    results: tuple[str, ...]
    shortcomings: tuple[str, ...]
    causes: tuple[str, ...]
    proposals: tuple[str, ...]


def sections_of(grounds: Grounds) -> Sections:
    """Write all sections."""
    return Sections(
        lead_of(grounds), _results(grounds), _shortcomings(grounds), _causes(grounds), _proposals(grounds)
    )  # fmt: skip


def _results(g: Grounds) -> tuple[str, ...]:
    form, fits, digitised = g.form, g.figure("conforming_share"), g.figure("digitised_results")
    lines = [
        (
            f"Trong kỳ phải giải quyết {count(form['received'])} hồ sơ: tiếp nhận trong kỳ {count(form['new'])}, kỳ trước "
            f"chuyển sang {count(form['carried'])}."
        ),
        _by_time(form) if g.timed else _without_time(form),
    ]
    if fits.denominator:
        lines.append(
            f"Đối chiếu với {count(len(g.counted.processes))} quy trình{_undecided(g)}: tỷ lệ hồ sơ đi đúng trình tự là "
            f"{share(fits.numerator or 0, fits.denominator)}."
        )
    if digitised.denominator:
        lines.append(f"Tỷ lệ kết quả đã số hóa là {share(digitised.numerator or 0, digitised.denominator)}.")
    return tuple(lines)


def _by_time(form: dict[str, int]) -> str:
    done = form["resolved"] - form["early"] - form["on_time"] - form["late"]
    going = form["pending"] - form["pending_on_time"] - form["pending_late"]
    return (
        f"Đã giải quyết {count(form['resolved'])} hồ sơ: trước hạn {count(form['early'])}, đúng hạn "
        f"{count(form['on_time'])}, quá hạn {count(form['late'])}{_untold(done)}. Đang giải quyết {count(form['pending'])} "
        f"hồ sơ: trong hạn {count(form['pending_on_time'])}, đã quá hạn {count(form['pending_late'])}{_untold(going)}."
    )


def _untold(n: int) -> str:
    return f", chưa tính được hạn {count(n)}" if n else ""


def _without_time(form: dict[str, int]) -> str:
    return (
        f"Đã giải quyết {count(form['resolved'])} hồ sơ, đang giải quyết {count(form['pending'])} hồ sơ; chưa tính được hạn "
        "của hồ sơ nào."
    )


def _undecided(g: Grounds) -> str:
    return (
        f", trong đó {count(g.without_decision)} quy trình chưa ghi quyết định phê duyệt" if g.without_decision else ""
    )


def _shortcomings(g: Grounds) -> tuple[str, ...]:
    form = g.form
    lines = []
    late = [f"giải quyết quá hạn {count(form['late'])} hồ sơ"] if form["late"] else []
    late += [f"đang giải quyết và đã quá hạn {count(form['pending_late'])} hồ sơ"] if form["pending_late"] else []
    if late:
        words = ", ".join(late)
        lines.append(f"{words[:1].upper()}{words[1:]}; tổng thời gian trễ {days(g.late_minutes)}.")
    if g.deviations:
        told = ", ".join(f"{DEVIATION_WORDS[k].lower()} {count(n)} lần" for k, n in g.deviations.items())
        lines.append(f"So với quy trình: {told}.")
    lines += _signals(g)
    if form["not_computable"]:
        lines.append(
            f"Chưa tính được hạn của {count(form['not_computable'])} hồ sơ vì thiếu quy định thời hạn hoặc thiếu dữ liệu."
        )
    if doubtful := sum(g.doubts.values()):
        lines.append(f"Dữ liệu có {count(doubtful)} chỗ đáng ngờ hoặc không đọc được (xem phần chất lượng dữ liệu).")
    return tuple(lines) or ("Không phát hiện tồn tại nào trong phạm vi dữ liệu đã kiểm tra.",)


def _signals(g: Grounds) -> list[str]:
    """The red flags in two sentences: what is asked, and what could not be looked at."""
    lines = []
    raised = sorted((s for s in g.signals if s.cases), key=lambda s: (-s.cases, s.code))
    if raised:
        told = "; ".join(f"{s.code} {s.name}, {count(s.cases)} hồ sơ" for s in raised[:MOST_SIGNALS])
        most = f"; nhiều nhất: {told}" if len(raised) > MOST_SIGNALS else f": {told}"
        lines.append(
            f"Có {count(len(raised))} loại dấu hiệu cần đơn vị giải trình (là câu hỏi, chưa phải kết luận){most}."
        )
    unchecked = [s.code for s in g.signals if not s.checked]
    if unchecked:
        lines.append(
            f"Chưa kiểm tra được {count(len(unchecked))} loại dấu hiệu vì nhật ký thiếu dữ liệu: {', '.join(unchecked)}."
        )
    return lines


def _causes(g: Grounds) -> tuple[str, ...]:
    whole = g.late_minutes
    if not whole and g.form["received"] and not g.timed:
        return ("Chưa tính được thời gian trễ vì không hồ sơ nào tính được hạn.",)
    if not whole:
        return ("Không có thời gian trễ trong phạm vi dữ liệu đã kiểm tra.",)
    lines = [
        f"{step[:1].upper()}{step[1:]} gánh {days(minutes)} trễ, {share(minutes, whole)} tổng số phút trễ."
        for step, minutes in g.late_steps[:MOST_STEPS]
    ]
    by_ground: dict[int, int] = {}
    for (_, _, ground), minutes in g.counted.tallies.late.items():
        by_ground[ground] = by_ground.get(ground, 0) + minutes
    told = [
        f"{GROUND_WORDS[LateGround(k)]} {share(m, whole)}"
        for k, m in sorted(by_ground.items(), key=lambda kv: (-kv[1], kv[0]))
    ]
    return (*lines, f"Chia theo lý do (phút trễ): {'; '.join(told)}.")


def _proposals(g: Grounds) -> tuple[str, ...]:
    form, lines = g.form, []
    if form["pending_late"]:
        lines.append(
            f"Các đơn vị giải quyết dứt điểm {count(form['pending_late'])} hồ sơ đang quá hạn, xin lỗi và hẹn lại bằng văn "
            "bản theo quy định (khoản 9 Điều 19 Nghị định 61/2018/NĐ-CP)."
        )
    if g.late_steps:
        lines.append(f"Rà soát bố trí người và thời hạn ở {g.late_steps[0][0]}, nơi gánh nhiều thời gian trễ nhất.")
    if g.deviations:
        lines.append("Đơn vị có hồ sơ không theo quy trình giải trình từng trường hợp; nếu quy trình không còn phù hợp thì đề "
                     "nghị sửa đổi, phê duyệt lại.")  # fmt: skip
    if any(s.cases for s in g.signals):
        lines.append("Các đơn vị trả lời những câu hỏi nêu ở bảng dấu hiệu, kèm tài liệu, trước kỳ giám sát sau.")
    return (*lines, *_data_proposals(g)) or ("Tiếp tục theo dõi; chưa có đề xuất phát sinh từ dữ liệu kỳ này.",)


def _data_proposals(g: Grounds) -> list[str]:
    """What must be recorded better so that the next period can be judged in full."""
    lines, digitised = [], g.figure("digitised_results")
    if left := (digitised.denominator or 0) - (digitised.numerator or 0):
        lines.append(f"Số hóa và ký số {count(left)} kết quả chưa có sự kiện số hóa trong dữ liệu.")
    if g.form["not_computable"]:
        lines.append(
            f"Quy định và ghi rõ thời hạn để tính được hạn của {count(g.form['not_computable'])} hồ sơ còn thiếu."
        )
    if g.without_decision:
        lines.append(
            f"Ghi số, ngày, người ký quyết định phê duyệt của {count(g.without_decision)} quy trình còn thiếu."
        )
    if sum(g.doubts.values()):
        lines.append(
            "Đơn vị quản lý phần mềm sửa nguồn dữ liệu ở những chỗ đã liệt kê để kỳ sau đối chiếu được đầy đủ."
        )
    return lines
