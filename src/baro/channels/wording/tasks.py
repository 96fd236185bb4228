"""Words for directives and assigned tasks: sources, stages, what is told, how a product was found, and what is refused."""

from baro.rules.judged.tasks.promises import Outcome
from baro.rules.judged.tasks.standing import Stage, TaskNow
from baro.rules.observed.directives import Source
from baro.rules.observed.tasks import Quality, TaskKind

SENTENCES: dict[str, str] = {
    "directive.no_number": "Chưa ghi số, ký hiệu văn bản.",
    "directive.long_number": "Số văn bản dài quá {most} ký tự; xin chỉ ghi số và ký hiệu.",
    "directive.no_issuer": "Chưa ghi cơ quan ban hành.",
    "directive.no_subject": "Chưa ghi trích yếu.",
    "directive.signed_in_future": "Ngày ký ở sau hôm nay.",
    "directive.due_before_signed": "Hạn nắm văn bản trước ngày ký {day}.",
    "directive.nothing_above": "Văn bản chỉ đạo này không có trong sổ, hoặc đã rút khỏi sổ.",
    "directive.before_above": "Văn bản triển khai không thể ký trước văn bản mà nó triển khai, ngày {day}.",
    "directive.withdrawn": "Văn bản này đã rút khỏi sổ.",
    "directive.not_addressed": "Đơn vị này không có trong nơi nhận của văn bản.",
    "directive.acknowledged_already": "Đơn vị này đã ghi là nắm được văn bản.",
    "directive.impossible_day": "Ngày nắm văn bản phải từ ngày ký {day} đến hôm nay.",
    "directive.no_reason": "Chưa ghi lý do.",
    "directive.rests_on_it": "Còn {count} văn bản, nhiệm vụ dựa vào văn bản này, nên chưa rút được.",
    "task.no_content": "Chưa ghi nội dung nhiệm vụ.",
    "task.no_lead": "Chưa ghi đơn vị chủ trì.",
    "task.assigned_in_future": "Ngày giao ở sau hôm nay.",
    "task.due_before_assigned": "Hạn hoàn thành trước ngày giao {day}.",
    "task.arose_after_assigned": "Ngày phát sinh sau ngày giao {day}.",
    "task.lead_coordinates": "Đơn vị chủ trì không đồng thời là đơn vị phối hợp.",
    "task.no_parent": "Nhiệm vụ gốc không có trong phạm vi của bạn, hoặc đã kết thúc.",
    "task.parent_led_by_another": "Chỉ đơn vị chủ trì nhiệm vụ gốc được giao tiếp từng phần của nó.",
    "task.before_directive": "Ngày giao trước ngày ký văn bản chỉ đạo, {day}.",
    "task.body_not_in_force": "Đơn vị “{body}” không hoạt động vào ngày {day}.",
    "task.in_future": "Ngày này ở sau hôm nay.",
    "task.too_early": "Ngày này trước {day}, khi việc liền trước mới xảy ra.",
    "task.no_reason": "Chưa ghi lý do.",
    "task.no_day": "Chưa ghi hạn mới.",
    "task.day_no_later": "Hạn mới phải sau hạn đang có, {day}.",
    "task.holder_elsewhere": "Người này không giữ chức vụ nào trong đơn vị chủ trì hôm nay.",
    "task.no_quality": "Chưa đánh giá chất lượng sản phẩm.",
    "task.not_now": "Việc này không ghi được lúc này: nhiệm vụ đang ở bước khác. Xin tải lại trang.",
    "task.not_last": "Chỉ rút được việc ghi sau cùng.",
    "task.told_by_another": "Chỉ đơn vị đã ghi mới rút được việc này.",
    "task.not_handed_to_you": "Nhiệm vụ này chưa giao cho bạn; xin người đứng đầu đơn vị ghi, hoặc giao cho bạn.",
}
SOURCES = {
    Source.DIRECTIVE: "chỉ đạo của cấp trên",
    Source.PARTY: "văn bản của cấp ủy",
    Source.COUNCIL: "nghị quyết, kết luận giám sát của Hội đồng nhân dân",
    Source.QUESTIONING: "kết luận chất vấn, giải trình",
    Source.INSPECTION: "kết luận kiểm tra, thanh tra",
    Source.BRIEFING: "kết luận giao ban",
    Source.PROGRAMME: "chương trình công tác năm",
    Source.OTHER: "nguồn khác",
}
KINDS = {
    TaskKind.ACCEPTED: "nhận nhiệm vụ",
    TaskKind.DECLINED: "trả lại nhiệm vụ",
    TaskKind.UPHELD: "giữ nguyên việc giao",
    TaskKind.HANDED: "giao người thực hiện",
    TaskKind.ASKED: "xin gia hạn",
    TaskKind.EXTENDED: "gia hạn",
    TaskKind.KEPT: "không gia hạn",
    TaskKind.SUBMITTED: "nộp kết quả",
    TaskKind.RETURNED: "yêu cầu làm lại",
    TaskKind.APPROVED: "nghiệm thu",
    TaskKind.NOTED: "ghi tình hình, vướng mắc",
    TaskKind.CANCELLED: "hủy nhiệm vụ",
    TaskKind.VOIDED: "rút việc ghi nhầm",
}
QUALITIES = {
    Quality.MET: "đạt yêu cầu",
    Quality.WEAK: "chấp nhận, chất lượng chưa cao",
}
PROMISES = {
    Outcome.KEPT: "giữ đúng hẹn",
    Outcome.SLIPPED: "lỡ hẹn",
    Outcome.MOVED: "dời sang ngày khác trước khi đến hẹn",
    Outcome.TO_COME: "chưa đến hẹn",
    Outcome.CANCELLED: "đã hủy",
}
COUNTS = {
    "given": "Đã giao",
    "done_on_time": "Hoàn thành đúng hạn",
    "done_late": "Hoàn thành quá hạn",
    "done_without_day": "Hoàn thành, không có thời hạn",
    "open_in_time": "Đang thực hiện trong hạn",
    "open_late": "Đang thực hiện quá hạn",
    "open_without_day": "Đang thực hiện, không có thời hạn",
    "submitted": "Chờ nghiệm thu",
    "declined": "Trả lại nhiệm vụ",
    "cancelled": "Đã hủy",
    "returned": "Phải làm lại",
    "weak": "Chất lượng chưa cao",
    "extended": "Đã gia hạn",
    "by_extension": "Đúng hạn nhờ gia hạn",
}
"""What each count of `rules/counted/tasks.py` is called: also the view of the list that the figure opens."""


def state_of(now: TaskNow) -> tuple[str, str]:
    """The state of a task as the pages draw it, and its word: the status words of the Government's task systems (from
    memory, not checked against an instrument), with lateness said beside."""
    match now.stage:
        case Stage.DONE if now.is_late:
            return "late", "Hoàn thành quá hạn"
        case Stage.DONE:
            return "done_on_time", "Hoàn thành đúng hạn" if now.due_on else "Hoàn thành, không có thời hạn"
        case Stage.CANCELLED:
            return "closed", "Đã hủy"
        case Stage.SUBMITTED:
            return ("late", "Chờ nghiệm thu, nộp quá hạn") if now.is_late else ("paused", "Chờ nghiệm thu")
        case Stage.DECLINED:
            return "paused", "Đơn vị trả lại, chờ bên giao"
    return _under_way(now)


def _under_way(now: TaskNow) -> tuple[str, str]:
    begun = "Chưa thực hiện" if now.stage is Stage.GIVEN else "Đang thực hiện"
    if now.is_late:
        return "late", f"{begun}, quá hạn"
    if now.due_on is None:
        return "unknown", f"{begun}, không có thời hạn"
    return ("soon", f"{begun}, sắp đến hạn") if now.is_soon else ("on_time", f"{begun}, trong hạn")
