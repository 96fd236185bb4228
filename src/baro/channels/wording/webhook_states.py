"""How far a program was told of events, in words."""

from datetime import datetime

from baro.records.queries.webhooks import ToldWebhook
from baro.rules.counted.reports.words import count
from baro.rules.prescribed.zones import VIETNAM, local_time


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
