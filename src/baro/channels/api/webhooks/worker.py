"""Who tells programs what happened: takes each subscription in hand, reads on in the ledger from where it stopped, sends one
message after the other. What could not be sent is sent first when its time comes; nothing overtakes it."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from django.conf import settings

from baro.channels.api.webhooks.events import message
from baro.channels.api.webhooks.sending import Outcome, send, signature_headers
from baro.desk import permission
from baro.records import webhook_progress as progress
from baro.records.queries.placed_entries import entries_from
from baro.records.queries.webhooks import ToldWebhook, first_index, webhooks_to_serve
from baro.records.webhook_secrets import signing_key
from baro.rules.observed.entries import Entry
from baro.rules.observed.webhooks import KIND_OF

_LOG = logging.getLogger("baro.webhooks")
_AT_ONCE = 200
Clock = Callable[[], datetime]


def tell_programs(clock: Clock, stopped: Callable[[], bool] = lambda: False) -> int:
    """Tell every program what it was not told yet; give how many messages were sent."""
    return sum(_serve(webhook, clock, stopped) for webhook in webhooks_to_serve() if not stopped())


def _serve(webhook: ToldWebhook, clock: Clock, stopped: Callable[[], bool]) -> int:
    if not _is_begun(webhook) or (index := progress.take(webhook.id, clock())) is None:
        return 0
    sent = 0
    try:
        for place, entry in _ahead(webhook, index, clock, stopped):
            outcome = _told(webhook, place, entry, clock)
            if outcome and outcome.reason:
                break
            sent += outcome is not None
    finally:
        progress.let_go(webhook.id)
    return sent


def _is_begun(webhook: ToldWebhook) -> bool:
    """A subscription begins behind its own entry, as soon as that has its place."""
    if progress.is_begun(webhook.id):
        return True
    index = first_index(webhook)
    if index is None:
        return False
    progress.begin(webhook.id, index)
    return True


def _ahead(webhook: ToldWebhook, index: int, clock: Clock, stopped: Callable[[], bool]) -> Iterator[tuple[int, Entry]]:
    """The entries from a place on whose kind is asked for; what lies between is passed by."""
    while found := entries_from(index, _AT_ONCE):
        for place, entry in found:
            if stopped():
                return
            if KIND_OF.get(entry.type) in webhook.kinds:
                yield place, entry
        index = found[-1][0] + 1
        progress.note_passed(webhook.id, index, clock())


def _told(webhook: ToldWebhook, place: int, entry: Entry, clock: Clock) -> Outcome | None:
    """Tell an entry, where its owner may read it by the rights that they have now; None: they may not."""
    at, here = clock(), settings.HOME_SETTINGS
    body = message(place, entry, permission.asker(webhook.caller, at=at), here.origin)
    if body is None:
        return None
    headers = signature_headers(signing_key(webhook.id), entry.id, at, body)
    outcome = send(webhook.url, headers, body, plain_http=here.webhook_http)
    if not outcome.reason:
        progress.note_sent(webhook.id, place + 1, clock())
    elif progress.note_failed(webhook.id, place, outcome.reason, clock(), is_final=outcome.is_final):
        _LOG.warning("given up webhook=%s entry=%s: %s", webhook.id, entry.id, outcome.reason)
    return outcome
