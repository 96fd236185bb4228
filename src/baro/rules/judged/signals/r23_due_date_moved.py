"""R23: the due date shown was changed by an act that cannot change it (NĐ 61/2018 art. 19.9, 5.1c)."""

import numpy as np

from baro.rules.judged.signals.attachments import recorded_bits
from baro.rules.judged.signals.raised import raised
from baro.rules.judged.signals.signal import CaseFacts, FactColumns, Parameters, Raised, Severity, Signal
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, NO_TIME, Ints

_PAPER = {"document": HAS_DOCUMENT}
_BY_DECISION = (Kind.EXTENDED, Kind.APOLOGISED)
# Receipt sets the date; a pause, a wait for the applicant, and their end move it.
_BY_LAW = (
    Kind.SUBMITTED, Kind.RECEIVED, Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED, Kind.PAYMENT_REQUESTED,
    Kind.PAID, Kind.PAUSED, Kind.RESUMED, Kind.STOPPED, Kind.REOPENED,
)  # fmt: skip


def raise_in(facts: FactColumns, parameters: Parameters) -> Raised:
    """Raise on events after which another day is shown than before; amount: days by which it moved (may be < 0)."""
    event, before = _changed(facts)
    moved = facts.days(facts.log.events.due[event]) - facts.days(facts.log.events.due[before])
    kind = facts.kind_of(event)
    decided = np.isin(kind, _BY_DECISION) & ~facts.lacks(event, recorded_bits(facts.log.present, _PAPER))
    hit = (moved != 0) & ~decided & ~np.isin(kind, _BY_LAW) & (facts.at(event) <= facts.as_of)
    return raised(facts.kinds.case_of(event[hit]), event[hit], moved[hit])


def _changed(facts: FactColumns) -> tuple[Ints, Ints]:
    """Events that show another due moment than the one shown before in the same case, and the events before."""
    due, starts = facts.log.events.due, facts.log.offsets[:-1]
    if (due == NO_TIME).any():
        shown = np.flatnonzero(due != NO_TIME)
        starts = np.searchsorted(shown, starts)
        due = due[shown]
    else:
        shown = np.arange(len(due))
    differs = np.append(True, due[1:] != due[:-1])[: len(due)]
    differs[starts[starts < len(due)]] = False
    place = np.flatnonzero(differs)
    return shown[place], shown[place - 1]


def readable(case: CaseFacts, parameters: Parameters) -> list[tuple[int, int]]:
    """The rule for one case."""
    wanted, shown, found = recorded_bits(case.present, _PAPER), None, []
    for k, e in case.past:
        if e.due is None:
            continue
        moved = 0 if shown is None else (case.day(e.due) - case.day(shown)).days
        decided = e.kind in _BY_DECISION and e.flags & wanted == wanted
        if moved and not decided and e.kind not in _BY_LAW:
            found.append((k, moved))
        shown = e.due
    return found


SIGNAL = Signal(
    code="R23",
    name="Đổi ngày hẹn không có quyết định gia hạn",
    question="Hồ sơ {case}: ngày hẹn trả bị đổi {amount} ngày tại bước không phải gia hạn, bổ sung hay tạm dừng: ai quyết "
    "định, văn bản nào?",
    severity=Severity.SERIOUS,
    duty="Chỉ đổi ngày hẹn khi có văn bản xin lỗi, hẹn lại; không làm sai lệch dữ liệu",
    article="Khoản 9 Điều 19, điểm c khoản 1 Điều 5 NĐ 61/2018/NĐ-CP",
    false_positives="Sửa ngày nhập nhầm; phần mềm tự tính lại hạn khi thay lịch nghỉ hoặc khi chuyển đơn vị.",
    parameters={},
    needs=frozenset({"due"}),
    rule="Hạn hiển thị sau một sự kiện khác hạn trước đó, mà sự kiện không phải tiếp nhận, bổ sung, nghĩa vụ tài chính, tạm "
    "dừng, mở lại; gia hạn thì phải có số văn bản (nếu nhật ký có cột này)",
    raise_in=raise_in,
    readable=readable,
)
