"""A recorded act: what the ledger holds of it, as those read it who make rows of entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the ledger as projections see it, in a replay the same as when it was made.

    `personal` has the values kept aside; None stands for one that was erased. Moments are aware, UTC.
    """

    id: str
    type: str
    stream: str
    version: int
    actor: str
    occurred_at: datetime
    recorded_at: datetime
    data: dict[str, Any] = field(default_factory=dict)
    personal: Mapping[str, str | None] = field(default_factory=dict)
    attachments: tuple[Mapping[str, Any], ...] = ()
    capacity: str = ""
    unit: str = ""
    second: str = ""
    source: str = "ui"
    request: str = ""
    rules: str = ""
