"""The one sentence that answers first: what is late and where; or why that cannot be said."""

from baro.rules.counted.reports.grounds import Grounds
from baro.rules.counted.reports.words import count, share


def lead_of(grounds: Grounds) -> str:
    """Say what is late, how much was in time, and where the late time lies."""
    form = grounds.form
    if not form["received"]:
        return "Trong kỳ không có hồ sơ nào phải giải quyết."
    if not grounds.timed:
        return _untimed(form)
    if not form["late"] and not form["pending_late"]:
        return _nothing_late(form) + _unknown(form) + "."
    return f"{_late(form)}{_in_time(form)}{_where(grounds)}{_unknown(form)}."


def _untimed(form: dict[str, int]) -> str:
    return (
        f"Đã giải quyết {count(form['resolved'])} trong {count(form['received'])} hồ sơ; chưa tính được hạn của hồ sơ nào "
        "vì quy trình và nhật ký không cho biết thời hạn, nên chưa nói được hồ sơ nào đúng hạn, hồ sơ nào quá hạn."
    )


def _nothing_late(form: dict[str, int]) -> str:
    parts = []
    if in_time := form["early"] + form["on_time"]:
        parts.append(f"{count(in_time)} hồ sơ đã giải quyết trước và đúng hạn")
    if form["pending_on_time"]:
        parts.append(f"{count(form['pending_on_time'])} hồ sơ đang giải quyết còn trong hạn")
    return "Không có hồ sơ nào quá hạn: " + ", ".join(parts)


def _late(form: dict[str, int]) -> str:
    done = (
        f"{count(form['late'])} hồ sơ giải quyết quá hạn"
        if form["late"]
        else "Không hồ sơ nào giải quyết xong bị quá hạn"
    )
    if form["pending_late"]:
        return f"{done}, {count(form['pending_late'])} hồ sơ đang giải quyết đã quá hạn"
    return f"{done}, không hồ sơ nào đang giải quyết bị quá hạn"


def _in_time(form: dict[str, int]) -> str:
    judged = form["early"] + form["on_time"] + form["late"]
    return f"; {share(form['early'] + form['on_time'], judged)} hồ sơ đã giải quyết trước và đúng hạn" if judged else ""


def _where(grounds: Grounds) -> str:
    if not grounds.late_steps:
        return ""
    step, minutes = grounds.late_steps[0]
    return f"; {share(minutes, grounds.late_minutes).split(' (')[0]} thời gian trễ nằm ở {step}"


def _unknown(form: dict[str, int]) -> str:
    left = form["not_computable"]
    return f"; {count(left)} hồ sơ chưa tính được hạn" if left else ""
