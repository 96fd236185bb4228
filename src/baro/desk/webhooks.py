"""Programs that are told of events: a subscription is added for an account, which must be one that may read what it is told;
ended at any time."""

from dataclasses import dataclass
from datetime import datetime

from baro.desk import permission
from baro.desk.by import By, act_of, require
from baro.records.ids_made import new_id
from baro.records.queries.api_keys import account_named
from baro.records.queries.webhooks import webhook_goes_on, webhooks_told
from baro.records.recording import record
from baro.records.webhook_progress import try_again
from baro.records.webhook_secrets import told_secret
from baro.rules.observed.webhooks import EventKind, check_webhook
from baro.rules.prescribed.policy.acts import OPERATION_OF
from baro.rules.prescribed.refusals import Refused

READ_BY = {
    EventKind.DELIVERY_RECEIVED: "import.read",
    EventKind.QUESTION_ASKED: "signal.read",
    EventKind.QUESTION_ANSWERED: "signal.read",
    EventKind.QUESTION_SETTLED: "signal.read",
    EventKind.BRIEFING_FROZEN: "briefing.read",
}
"""The kind of event -> the operation by which one reads what it is about."""


@dataclass(frozen=True, slots=True)
class AddedWebhook:
    """The id of a subscription, and the secret that its messages are signed with, which nobody is shown again."""

    id: str
    secret: str


def add_webhook(
    username: str, url: str, kinds: tuple[str, ...], by: By, at: datetime, *, plain_http: bool = False
) -> AddedWebhook:
    """Tell a program of what happens from now on, as far as an account may read it. Raises `Refused("access.…" |
    "api.no_account" | "webhook.url" | "webhook.not_https" | "webhook.kinds")`."""
    require(by, OPERATION_OF["webhook.added"], "", at)
    check_webhook(url, kinds, plain_http=plain_http)
    account = account_named(username)
    if not account:
        raise Refused("api.no_account", name=username)
    made = new_id(at)
    secret = told_secret(made)
    data = {"webhook": made, "account": account, "url": url, "kinds": sorted(set(kinds))}
    record(act_of(by, "webhook.added", _stream(made), at, data), at=at)
    return AddedWebhook(made, secret)


def kinds_unread(webhook: str, at: datetime) -> tuple[EventKind, ...]:
    """Give the kinds of a subscription of which it is told nothing, for its account holds no role that reads them."""
    told = next(one for one in webhooks_told() if one.id == webhook)
    who = permission.asker(told.caller, at=at)
    return tuple(kind for kind in EventKind if kind in told.kinds and not permission.allows(who, READ_BY[kind]))


def end_webhook(webhook: str, by: By, at: datetime) -> None:
    """Tell a program no more. Raises `Refused("access.…" | "webhook.none")`."""
    require(by, OPERATION_OF["webhook.ended"], "", at)
    _require_there(webhook)
    record(act_of(by, "webhook.ended", _stream(webhook), at, {"webhook": webhook}), at=at)


def resume_webhook(webhook: str, by: By, at: datetime, *, skip: bool = False) -> None:
    """Go on with what could not be sent, at once; with `skip` without the event that failed. It changes no record. Raises
    `Refused("access.…" | "webhook.none")`."""
    require(by, OPERATION_OF["webhook.added"], "", at)
    _require_there(webhook)
    try_again(webhook, skip=skip)


def _require_there(webhook: str) -> None:
    if not webhook_goes_on(webhook):
        raise Refused("webhook.none", webhook=webhook)


def _stream(webhook: str) -> str:
    return f"webhook/{webhook}"
