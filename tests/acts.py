"""Acts for the tests of the ledger: nothing about them matters but that they are acts."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from baro.records.projections.registry import without_rows
from baro.rules.observed.acts import Act, Value

without_rows("trial.noted")
NOON = datetime(2026, 7, 1, 5, 0, tzinfo=UTC)


def noted(stream: str = "trial/1", *, personal: Mapping[str, str] | None = None, hours: int = 0, **data: Value) -> Act:
    """An act that only the ledger keeps."""
    at = NOON + timedelta(hours=hours)
    return Act(
        type="trial.noted", stream=stream, actor="u-1", occurred_at=at, data=data or {"n": 1}, personal=personal or {}
    )
