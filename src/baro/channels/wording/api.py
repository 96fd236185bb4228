"""Sentences for what the API refuses."""

SENTENCES = {
    "api.malformed": "Yêu cầu thiếu hoặc sai ở: {fields}. Xin xem lại mô tả tại /api/v1/openapi.json.",
    "api.no_account": "Không có tài khoản “{name}” đang hoạt động.",
    "api.no_key": "Không có khóa “{key}” đang dùng được.",
    "api.no_idempotency_key": "Thiếu tiêu đề Idempotency-Key (8 đến 200 ký tự): cùng một khóa gửi lại thì không ghi hai lần.",
    "api.other_request": "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác; mỗi việc dùng một khóa riêng.",
    "api.not_ready": "Lần nhập chưa kiểm tra xong (đang ở: {state}); chưa thể nhận.",
}
