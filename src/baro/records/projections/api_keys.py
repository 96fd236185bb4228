"""Rows of keys, from the acts of issuing and revoking them."""

from collections.abc import Iterator

from baro.records.models.api_keys import ApiKey
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry


@gives_rows("api_key.issued")
def issued(entry: Entry) -> Iterator[RowChange]:
    """A program may ask from now on."""
    data = entry.data
    yield row(
        ApiKey, id=data["key"], account=data["account"], key_sha256=data["key_sha256"], issued_at=entry.occurred_at
    )


@gives_rows("api_key.revoked")
def revoked(entry: Entry) -> Iterator[RowChange]:
    """A key is good no more."""
    yield change(ApiKey, entry.data["key"], revoked_at=entry.occurred_at)
