"""How a segment of the store lies on disk: its files, its columns, what an absent column means.

A segment is a directory, written once: `cases.parquet` and `events.parquet` (zstd; their row groups hold the same cases),
`traces.parquet`, and `meta.json`, written last: a directory without it is not a segment. A column that is not in the
source is not in the file: reading gives a constant in its place, which costs no memory.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import NO_TIME, NONE

SCHEMA = 1
CASES = "cases.parquet"
EVENTS = "events.parquet"
TRACES = "traces.parquet"
META = "meta.json"
GROUP_EVENTS = 500_000  # events in a row group, about; a row group ends where a case ends


@dataclass(frozen=True, slots=True)
class Layout:
    """One column: its type in memory, the value that stands for "absent", and whether a dictionary page helps."""

    dtype: npt.DTypeLike
    absent: int
    is_code: bool


_CODE = Layout(np.int32, NONE, True)
_TIME = Layout(np.int64, NO_TIME, False)

CASE_COLUMNS: dict[str, Layout] = {
    "trace": _CODE,
    "procedure": _CODE,
    "unit": _CODE,
    "channel": _CODE,
    "applicant": Layout(np.int64, 0, False),
    "limit_value": _CODE,
    "limit_unit": Layout(np.int8, NONE, True),
    "recorded_received": _TIME,
    "recorded_due": _TIME,
    "recorded_ended": _TIME,
    "code_prefix": _CODE,
    "code_day": _CODE,
    "code_sequence": Layout(np.int32, NONE, False),
}
EVENT_COLUMNS: dict[str, Layout] = {
    "activity": _CODE,
    "at": _TIME,
    "actor": _CODE,
    "unit": _CODE,
    "role": _CODE,
    "recorded_at": _TIME,
    "due": _TIME,
    "flags": Layout(np.uint8, 0, True),
    "row": Layout(np.int64, 0, False),
}
NAME_TABLES = ("activities", "persons", "units", "roles", "procedures", "channels", "code_prefixes")
