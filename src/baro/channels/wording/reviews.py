"""Words for campaigns of review: what was found, how far it is, and what is refused."""

from baro.rules.judged.registered.reviewing import ReviewState
from baro.rules.observed.reviews import Found

SENTENCES: dict[str, str] = {
    "review.no_name": "Chưa ghi tên đợt rà soát.",
    "review.no_document": "Chưa ghi văn bản tổ chức đợt rà soát.",
    "review.due_before_begin": "Hạn xong trước ngày bắt đầu.",
    "review.no_processes": "Các đơn vị này không có quy trình nào đang áp dụng thuộc loại đã chọn.",
    "review.none_chosen": "Chưa chọn quy trình nào.",
    "review.not_in_campaign": "Có quy trình không thuộc đợt rà soát này; xin tải lại trang.",
    "review.no_reason": "Xin ghi lý do sửa đổi, thay thế hay bãi bỏ.",
}
FOUND = {
    Found.KEEP: "giữ nguyên",
    Found.AMEND: "sửa đổi",
    Found.REPLACE: "thay thế",
    Found.REPEAL: "bãi bỏ",
}
STATES = {
    ReviewState.WAITING: "Chưa rà soát",
    ReviewState.KEPT: "Giữ nguyên",
    ReviewState.TO_DO: "Chưa thực hiện kết quả",
    ReviewState.CARRIED_OUT: "Đã thực hiện kết quả",
}
DRAWN = {
    ReviewState.WAITING: "unknown",
    ReviewState.KEPT: "done_on_time",
    ReviewState.TO_DO: "soon",
    ReviewState.CARRIED_OUT: "closed",
}
