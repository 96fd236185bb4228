"""Words for programs that are told of events."""

from datetime import datetime

from baro.records.queries.webhooks import ToldWebhook
from baro.rules.counted.reports.words import count
from baro.rules.observed.webhooks import EventKind
from baro.rules.prescribed.zones import VIETNAM, local_time

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


def state_told(one: ToldWebhook) -> str:
    """Say how far a subscription is, in one sentence."""
    sent = f"Đã gửi {count(one.sent_count)} tin" + (f", lần cuối {_at(one.sent_at)}" if one.sent_at else "")
    if one.ended_at:
        return f"Đã thôi báo tin từ {_at(one.ended_at)}. {sent}."
    if not one.is_open:
        return f"Tài khoản đã khóa nên không gửi; mở lại thì gửi tiếp. {sent}."
    if one.given_up_at:
        return f"Đã thôi thử gửi lúc {_at(one.given_up_at)} ({one.reason}). Sửa bên nhận rồi gọi: baro webhook retry {one.id}. {sent}."
    if one.next_at:
        return f"Không gửi được {one.failures} lần ({one.reason}), thử lại lúc {_at(one.next_at)}. {sent}."
    return f"{sent}."


def _at(moment: datetime) -> str:
    return f"{local_time(moment, VIETNAM):%d/%m/%Y %H:%M}"
