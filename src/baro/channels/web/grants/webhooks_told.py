"""Programs that are told of events, as the pages of roles tell them."""

from dataclasses import dataclass

from baro.channels.web.organisation.asking import may_over
from baro.channels.wording.webhook_states import state_told
from baro.channels.wording.webhooks import KINDS
from baro.desk.permission import Asker
from baro.records.queries.access import standing_of
from baro.records.queries.webhooks import ToldWebhook, webhooks_told
from baro.rules.observed.webhooks import EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWebhook:
    """A subscription as a page draws it."""

    id: str
    username: str
    holder: str
    url: str
    kinds: str
    state: str
    word: str
    sentence: str


def shown_webhooks(who: Asker) -> list[ShownWebhook]:
    """The subscriptions of accounts over whose roles the asker may read."""
    return [_shown(one) for one in webhooks_told() if may_see_holder(who, one.holder)]


def may_see_holder(who: Asker, holder: str) -> bool:
    """Say whether somebody may read over the roles of an account."""
    return any(may_over(who, "grant.read", grant.unit) for grant in standing_of(holder).grants)


def _shown(one: ToldWebhook) -> ShownWebhook:
    state, word = _state(one)
    kinds = ", ".join(words for kind, words in KINDS.items() if kind in one.kinds)
    every = len(one.kinds) == len(EventKind)
    return ShownWebhook(
        id=one.id, username=one.username, holder=one.holder, url=one.url, kinds="mọi việc" if every else kinds,
        state=state, word=word, sentence=state_told(one),
    )  # fmt: skip


def _state(one: ToldWebhook) -> tuple[str, str]:
    if one.ended_at:
        return "closed", "Đã thôi"
    if not one.is_open:
        return "paused", "Tạm dừng"
    if one.given_up_at:
        return "late", "Thôi thử gửi"
    return ("soon", "Chưa gửi được") if one.failures else ("on_time", "Đang báo tin")
