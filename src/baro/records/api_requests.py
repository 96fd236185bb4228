"""What came of requests that bear a key, remembered for `REMEMBERED`."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from baro.records.ledger.heads import hold
from baro.records.models.api_requests import ApiRequest
from baro.records.round_trips import ask

REMEMBERED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """A request that was carried out: the hash of its words, and the id of what it made or changed."""

    what: str
    result: str


def carried_out(name: str, at: datetime) -> CarriedOut | None:
    """Find what came of a request by its name; until this transaction ends nobody else carries it out. None: it is new, or
    forgotten."""
    if locks := hold([f"api_request/{name}"]):
        ask(*locks)
    row = ApiRequest.objects.filter(pk=name, at__gt=at - REMEMBERED).first()
    return CarriedOut(row.what, row.result) if row else None


def remember(name: str, what: str, result: str, at: datetime) -> None:
    """Keep what came of a request, and forget the old ones."""
    ApiRequest.objects.filter(at__lte=at - REMEMBERED).delete()
    ApiRequest.objects.create(id=name, what=what, result=result, at=at)
