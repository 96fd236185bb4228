"""How a proposal for two persons is told: what it is, where it stands, and the grounds on which a value may be erased."""

STAGES = {
    "waiting": "Chờ người thứ hai",
    "approved": "Đã phê duyệt, chờ thực hiện",
    "carried_out": "Đã thực hiện",
    "refused": "Bị từ chối",
    "withdrawn": "Đã rút",
    "expired": "Hết hạn",
}
STATE_OF_STAGE = {
    "waiting": "soon",
    "approved": "on_time",
    "carried_out": "closed",
    "refused": "paused",
    "withdrawn": "paused",
    "expired": "paused",
}
KINDS = {
    "grant.give": "Giao vai trò",
    "grant.end": "Thôi vai trò",
    "ledger.erase": "Hủy dữ liệu cá nhân",
    "ledger.late_entry": "Ghi muộn",
    "dossier.void": "Hủy bước ghi nhầm",
    "report.issue": "Phát hành báo cáo",
    "catalogue.rules": "Sửa bộ quy tắc",
    "denunciation.unseal": "Mở niêm phong",
}
GROUNDS = {
    "consent_withdrawn": "người có dữ liệu rút lại sự đồng ý",
    "purpose_ended": "mục đích xử lý đã xong, không còn cần giữ",
    "kept_too_long": "hết thời hạn lưu giữ",
    "wrongly_kept": "ghi nhầm, lẽ ra không được ghi",
    "authority_decided": "theo quyết định của cơ quan có thẩm quyền",
}
GROUND_DOUBT = "Điều khoản cụ thể của từng căn cứ chưa được đối chiếu với văn bản."
FIELDS = {
    "name": "họ tên",
    "note": "ghi chú",
    "reason": "lý do",
    "told": "nội dung đề nghị",
    "answer": "câu trả lời",
    "late_reason": "lý do ghi muộn",
    "handler": "người thụ lý",
    "person": "người liên quan",
}
