"""How far each subscription was told. One sender at a time has a subscription in hand, of however many processes; one that
dies lets it go by the clock. Nothing here is evidence: the ledger says what happened, this only what was sent of it."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from baro.records.models.ledger import LedgerPlace
from baro.records.models.webhooks import WebhookProgress
from baro.rules.observed.webhooks import next_try

HELD = timedelta(minutes=1)  # longer than one message can take
_LONGEST = 200


def begin(webhook: str, index: int) -> None:
    """Begin at a place of the ledger's tree, if it was not begun."""
    WebhookProgress.objects.bulk_create([WebhookProgress(webhook=webhook, next_index=index)], ignore_conflicts=True)


def is_begun(webhook: str) -> bool:
    """Say whether a subscription knows where to go on."""
    return WebhookProgress.objects.filter(pk=webhook).exists()


def take(webhook: str, at: datetime) -> int | None:
    """Take a subscription in hand; gives the place from which to go on. None: nothing is new, it is not due, or another
    sender has it."""
    due = (Q(next_at=None) | Q(next_at__lte=at)) & (Q(held_until=None) | Q(held_until__lt=at)) & Q(given_up_at=None)
    row = WebhookProgress.objects.filter(due, pk=webhook).first()
    if row is None or not LedgerPlace.objects.filter(index__gte=row.next_index).exists():
        return None
    free = WebhookProgress.objects.filter(due, pk=webhook, next_index=row.next_index)
    return row.next_index if free.update(held_until=at + HELD) else None


def note_sent(webhook: str, index: int, at: datetime) -> None:
    """Keep that all before a place was told, its last just now; the sender keeps it in hand."""
    _of(webhook).update(
        next_index=index, sent_at=at, sent_count=F("sent_count") + 1, failures=0, reason="", next_at=None,
        held_until=at + HELD,
    )  # fmt: skip


def note_passed(webhook: str, index: int, at: datetime) -> None:
    """Keep that nothing before a place is left to be told; the sender keeps it in hand."""
    _of(webhook).update(next_index=index, held_until=at + HELD)


def note_failed(webhook: str, index: int, reason: str, at: datetime, *, is_final: bool = False) -> bool:
    """Keep that the message of a place could not be sent, and let go; say whether sending is given up now."""
    failures = _of(webhook).values_list("failures", flat=True).get() + 1
    again = None if is_final else next_try(failures, at)
    _of(webhook).update(
        next_index=index, failures=failures, reason=reason[:_LONGEST], next_at=again, held_until=None,
        given_up_at=at if again is None else None,
    )  # fmt: skip
    return again is None


def let_go(webhook: str) -> None:
    """Let another sender take it."""
    _of(webhook).update(held_until=None)


def try_again(webhook: str, *, skip: bool) -> None:
    """Try at once, also what was given up; `skip`: from the entry behind the one that could not be sent."""
    _of(webhook).update(failures=0, reason="", next_at=None, given_up_at=None, next_index=F("next_index") + int(skip))


def _of(webhook: str) -> QuerySet[WebhookProgress]:
    return WebhookProgress.objects.filter(pk=webhook)
