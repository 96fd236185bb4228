"""Words for weekly briefings: causes of lateness, and what is refused."""

from baro.rules.observed.briefings import Cause

SENTENCES: dict[str, str] = {
    "briefing.not_late": "Hồ sơ này không trễ hạn, nên không cần nêu nguyên nhân.",
    "briefing.promise_in_past": "Ngày hẹn xong đã qua; xin chọn hôm nay hoặc một ngày sau, hoặc để trống.",
    "briefing.other_needs_words": "Chọn nguyên nhân khác thì xin ghi rõ nguyên nhân.",
    "briefing.frozen_already": "Tuần này của đơn vị đã chốt.",
    "briefing.no_data": "Dữ liệu chưa đến tuần này, nên chưa có gì để chốt.",
    "briefing.no_words": "Chưa ghi nội dung kết luận.",
    "briefing.no_lead": "Chưa ghi ai làm.",
    "briefing.due_in_past": "Hạn thực hiện đã qua; xin chọn hôm nay hoặc một ngày sau.",
    "briefing.done_already": "Kết luận này đã ghi là thực hiện xong.",
    "briefing.done_before": "Ngày xong trước ngày có kết luận.",
    "briefing.done_in_future": "Ngày xong chưa đến.",
}
CAUSES = {
    Cause.RULES: "do quy định pháp luật, cơ chế",
    Cause.COORDINATION: "do phối hợp của cơ quan khác",
    Cause.AGENCY: "do cơ quan, cán bộ giải quyết",
    Cause.SOFTWARE: "do hệ thống phần mềm",
    Cause.APPLICANT: "do tổ chức, cá nhân nộp hồ sơ",
    Cause.FORCE_MAJEURE: "bất khả kháng",
    Cause.SCALE: "khối lượng công trình, dự án lớn",
    Cause.MANY_STAGES: "thủ tục đặc thù, nhiều công đoạn",
    Cause.OTHER: "nguyên nhân khác",
}
