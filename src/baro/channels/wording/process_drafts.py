"""Words for drafts of processes: how far one is, what was told, what is thought of it, and what is refused."""

from baro.rules.judged.registered.drafting import DraftStage
from baro.rules.observed.process_drafts import DraftKind, Opinion

SENTENCES: dict[str, str] = {
    "draft.no_code": "Chưa ghi mã hiệu.",
    "draft.no_reason": "Chưa ghi lý do.",
    "draft.nobody_asked": "Chưa ghi đơn vị nào được xin ý kiến.",
    "draft.asks_itself": "Đơn vị soạn thảo không xin ý kiến chính mình.",
    "draft.day_past": "Ngày trả lời ở trước hôm nay.",
    "draft.no_words": "Xin ghi rõ cần sửa gì, hoặc vì sao không đồng ý.",
    "draft.over": "Dự thảo này đã kết thúc.",
    "draft.no_steps": "Dự thảo chưa có bảng bước.",
    "draft.not_asked": "Đơn vị này không được xin ý kiến về dự thảo.",
    "draft.own_draft": "Người soạn bảng bước không tự thẩm định; xin người khác thẩm định.",
    "draft.other_process": "Dự thảo này không phải của quy trình đang ghi.",
    "draft.not_appraised": "Bảng bước hiện tại chưa được thẩm định là đạt nên chưa phê duyệt được từ dự thảo.",
}
STAGES = {
    DraftStage.BEGUN: "Mới mở, chưa có bảng bước",
    DraftStage.WRITTEN: "Đã soạn, chưa xin ý kiến",
    DraftStage.CONSULTING: "Đang lấy ý kiến",
    DraftStage.APPRAISED: "Thẩm định đạt, chờ phê duyệt",
    DraftStage.SENT_BACK: "Thẩm định yêu cầu sửa",
    DraftStage.APPROVED: "Đã phê duyệt",
    DraftStage.DROPPED: "Đã thôi soạn",
}
DRAWN = {
    DraftStage.BEGUN: "unknown",
    DraftStage.WRITTEN: "soon",
    DraftStage.CONSULTING: "soon",
    DraftStage.APPRAISED: "on_time",
    DraftStage.SENT_BACK: "paused",
    DraftStage.APPROVED: "closed",
    DraftStage.DROPPED: "paused",
}
KINDS = {
    DraftKind.WRITTEN: "soạn bảng bước",
    DraftKind.ASKED: "xin ý kiến",
    DraftKind.SAID: "cho ý kiến",
    DraftKind.APPRAISED: "thẩm định",
    DraftKind.APPROVED: "phê duyệt",
    DraftKind.DROPPED: "thôi soạn",
}
OPINIONS = {
    Opinion.AGREES: "đồng ý",
    Opinion.WANTS_CHANGES: "đồng ý, đề nghị sửa",
    Opinion.DISAGREES: "không đồng ý",
}
