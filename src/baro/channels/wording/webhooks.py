"""Words for programs that are told of events."""

from baro.rules.observed.webhooks import EventKind

SENTENCES = {
    "webhook.url": "Địa chỉ “{url}” không dùng được: cần https://máy/đường-dẫn, không kèm tài khoản, dấu ? hay dấu #.",
    "webhook.not_https": "Địa chỉ “{url}” không mã hóa. Chỉ dùng https; riêng mạng nội bộ thì đặt webhook_http = true trong baro.toml.",
    "webhook.kinds": "Xin chọn loại tin báo trong số: {known}.",
    "webhook.none": "Không có đăng ký nhận tin “{webhook}” đang dùng.",
}
KINDS = {
    EventKind.DELIVERY_RECEIVED: "đã nhận một lần nhập dữ liệu",
    EventKind.QUESTION_ASKED: "có câu hỏi về dấu hiệu",
    EventKind.QUESTION_ANSWERED: "đơn vị đã giải trình",
    EventKind.QUESTION_SETTLED: "đã kết luận về dấu hiệu",
    EventKind.BRIEFING_FROZEN: "đã chốt giao ban",
}
