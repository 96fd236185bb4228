"""summary.json: the figures for programs, as canonical JSON; documented in docs/reference/summary.md."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import numpy as np


def write_summary(path: Path, summary: Mapping[str, object]) -> None:
    """Write sorted keys, one blank of indentation, UTF-8, a newline at the end; NaN is a ValueError."""
    text = json.dumps(dict(summary), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False, default=_plain)
    path.write_bytes(text.encode("utf-8") + b"\n")


def _plain(value: object) -> object:
    """Dates as ISO 8601, numpy scalars as numbers; anything else is a TypeError."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
