"""Rows of keys, from the acts of issuing and revoking them."""

from baro.records.models.api_keys import ApiKey
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry


@projects("api_key.issued")
def issued(entry: Entry) -> None:
    """A program may ask from now on."""
    data = entry.data
    ApiKey.objects.create(
        id=data["key"], account=data["account"], key_sha256=data["key_sha256"], issued_at=entry.occurred_at
    )


@projects("api_key.revoked")
def revoked(entry: Entry) -> None:
    """A key is good no more."""
    ApiKey.objects.filter(pk=entry.data["key"]).update(revoked_at=entry.occurred_at)
