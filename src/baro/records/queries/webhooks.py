"""Which programs are told of events, and how far."""

from dataclasses import dataclass
from datetime import datetime

from baro.records.models.account import Account
from baro.records.models.ledger import LedgerEntry, LedgerPlace
from baro.records.models.webhooks import WebhookProgress, WebhookRow
from baro.records.queries.api_keys import Caller


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWebhook:
    """A subscription with the account for which it is; how far it is: sent how many, when last; failed how often in a row,
    why, when tried next, when given up. The secret nobody can show."""

    id: str
    account: str
    holder: str
    username: str
    is_open: bool
    url: str
    kinds: tuple[str, ...]
    entry: str
    added_at: datetime
    ended_at: datetime | None
    sent_count: int = 0
    sent_at: datetime | None = None
    failures: int = 0
    reason: str = ""
    next_at: datetime | None = None
    given_up_at: datetime | None = None

    @property
    def caller(self) -> Caller:
        """The account, as one that asks."""
        return Caller(id=self.account, person="" if self.holder == self.account else self.holder)


_FAR = ("sent_count", "sent_at", "failures", "reason", "next_at", "given_up_at")


def webhooks_told() -> tuple[ToldWebhook, ...]:
    """Give all subscriptions, the latest first; `holder` is the id under which the account's roles are granted."""
    rows = list(WebhookRow.objects.order_by("-added_at", "-id"))
    if not rows:
        return ()
    accounts = Account.objects.in_bulk({row.account for row in rows})
    far = WebhookProgress.objects.in_bulk([row.id for row in rows])
    return tuple(_told(row, accounts[row.account], far.get(row.id)) for row in rows if row.account in accounts)


def webhooks_to_serve() -> tuple[ToldWebhook, ...]:
    """Give the subscriptions that go on: not ended, not given up, of an account that is open."""
    return tuple(w for w in webhooks_told() if w.is_open and w.ended_at is None and w.given_up_at is None)


def webhook_goes_on(webhook: str) -> bool:
    """Say whether there is such a subscription, not ended."""
    return WebhookRow.objects.filter(pk=webhook, ended_at=None).exists()


def first_index(webhook: ToldWebhook) -> int | None:
    """The first place in the ledger's tree behind a subscription's own entry; None until that has one."""
    place = LedgerEntry.objects.filter(entry_id=webhook.entry).values_list("place", flat=True).first()
    index = LedgerPlace.objects.filter(place=place).values_list("index", flat=True).first()
    return None if index is None else index + 1


def _told(row: WebhookRow, account: Account, far: WebhookProgress | None) -> ToldWebhook:
    return ToldWebhook(
        id=row.id, account=row.account, holder=account.person or account.id, username=account.username,
        is_open=account.is_active, url=row.url, kinds=tuple(row.kinds.split()), entry=row.entry, added_at=row.added_at,
        ended_at=row.ended_at, **({name: getattr(far, name) for name in _FAR} if far else {}),
    )  # fmt: skip
