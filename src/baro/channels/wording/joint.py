"""Words for liên thông: states of legs, kinds of events, outcomes, and what is refused."""

from baro.rules.judged.joint.legs import LegState
from baro.rules.observed.joint import JointKind, Outcome

SENTENCES: dict[str, str] = {
    "joint.no_name": "Chưa ghi tên quy chế phối hợp.",
    "joint.no_number": "Chưa ghi số văn bản.",
    "joint.long_number": "Số văn bản dài quá {most} ký tự; xin chỉ ghi số và ký hiệu.",
    "joint.one_party": "Quy chế phối hợp cần ít nhất hai bên.",
    "joint.before_signed": "Ngày áp dụng trước ngày ký {signed}.",
    "joint.no_legs": "Quy trình liên thông cần ít nhất một chặng.",
    "joint.leg_twice": "Mã chặng {leg} ghi cho hai chặng; mỗi chặng cần một mã riêng.",
    "joint.no_task": "Chặng {leg} chưa ghi việc phải làm.",
    "joint.unknown_trigger": "Chặng {leg} chờ chặng {after}, nhưng chặng đó không đứng trước nó.",
    "joint.before_last": "Bản mới phải áp dụng sau ngày {last}, ngày áp dụng của bản trước.",
    "joint.rule_ended": "Quy chế này đã ghi hết hiệu lực sau ngày {last}.",
    "joint.ends_before_start": "Ngày cuối cùng trước ngày áp dụng {first}.",
    "joint.rule_not_in_force": "Quy chế phối hợp không có hiệu lực vào ngày {day}.",
    "joint.body_not_in_force": "Đơn vị “{body}” không hoạt động vào ngày {day}.",
    "joint.not_registered": "Thủ tục này không có trong sổ thủ tục liên thông.",
    "joint.no_version": "Ngày {day} chưa có quy trình liên thông nào của thủ tục này có hiệu lực.",
    "joint.no_code": "Chưa ghi mã hồ sơ.",
    "joint.code_taken": "Hồ sơ {code} đã được mở; một lần nộp chỉ đếm một lần.",
    "joint.no_reason": "Chưa ghi lý do.",
    "joint.withdrawn_leg": "Người nộp rút thì kết thúc cả hồ sơ; trả lời của một chặng là có kết quả hoặc từ chối.",
    "joint.ended_already": "Hồ sơ này đã ghi kết thúc.",
    "joint.not_its_turn": "Chưa đến lượt chặng này: chặng trước chưa trả lời.",
    "joint.not_sent": "Chặng này chưa được gửi, hoặc đã trả lại và chưa gửi lại.",
    "joint.sent_already": "Chặng này đã được gửi và đang chờ trả lời.",
    "joint.acknowledged_already": "Chặng này đã được xác nhận và đang được giải quyết.",
    "joint.answered_already": "Chặng này đã có trả lời.",
    "joint.legs_open": "Còn chặng đang ở cơ quan khác, chưa kết thúc hồ sơ được.",
    "joint.legs_missing": "Còn chặng chưa có trả lời, nên hồ sơ chưa thể có kết quả.",
    "joint.too_early": "Thời điểm này trước {earliest}, khi việc liền trước mới xảy ra.",
    "joint.too_late_told": "Thời điểm này sau {latest}, khi việc tiếp theo đã xảy ra.",
    "joint.rests_on_it": "Việc này đã có việc tiếp theo dựa vào; hãy đính chính việc tiếp theo trước.",
}
STATES = {
    LegState.WAITING: "chưa đến lượt",
    LegState.TO_SEND: "đến lượt gửi",
    LegState.SENT: "đã gửi, chưa xác nhận",
    LegState.ACKNOWLEDGED: "đã xác nhận, đang giải quyết",
    LegState.ANSWERED: "đã trả lời",
    LegState.RETURNED: "trả lại để bổ sung",
}
KINDS = {
    JointKind.SENT: "gửi",
    JointKind.ACKNOWLEDGED: "xác nhận đã nhận",
    JointKind.ANSWERED: "trả lời",
    JointKind.RETURNED: "trả lại để bổ sung",
    JointKind.ENDED: "kết thúc hồ sơ",
}
OUTCOMES = {
    Outcome.RESULT: "có kết quả",
    Outcome.REFUSED: "từ chối, nêu lý do",
    Outcome.WITHDRAWN: "người nộp rút hồ sơ",
}
