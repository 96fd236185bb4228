"""Read moments whose text has no fixed width (`5/1/2024 7:30`, `08:30 15/01/2024`, `5/1/2024 2:05 CH`) by patterns."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from baro.channels.intake.civil import days_of, seconds_of
from baro.channels.intake.parsed_moments import MS_A_DAY, DateOrder, Parsed
from baro.rules.observed.log import Ints

_YEAR_FIRST = r"(?P<y>\d{4})[/.-](?P<mo>\d{1,2})[/.-](?P<d>\d{1,2})"
_CLOCK = r"(?P<h>\d{1,2})[:hg](?P<m>\d{2})(?::(?P<s>\d{2}))?(?:\.\d+)? ?(?P<half>[AaPpSsCc][MmAaHh])?"


def parse_loose(parsed: Parsed, text: pa.StringArray, order: DateOrder) -> None:
    """Try the patterns without a fixed width on what is still unread."""
    for pattern in _patterns(order):
        rows = np.flatnonzero(parsed.is_bad)
        if not len(rows):
            return
        cells = pc.utf8_trim_whitespace(text.take(pa.array(rows)))
        blank = rows[pc.equal(cells, "").to_numpy(zero_copy_only=False)]
        parsed.is_empty[blank], parsed.is_bad[blank] = True, False
        found = pc.extract_regex(cells, pattern)
        hit = np.flatnonzero(found.is_valid().to_numpy(zero_copy_only=False))
        if len(hit):
            parsed.has_year_last |= not pattern.startswith(f"^{_YEAR_FIRST}")
            _put_loose(parsed, rows[hit], found.take(pa.array(hit)))


def _put_loose(parsed: Parsed, rows: Ints, found: pa.StructArray) -> None:
    year, month, day, hour, minute, second = (_number(found, k) for k in ("y", "mo", "d", "h", "m", "s"))
    lower = np.array(pc.utf8_lower(found.field("half")).to_pylist())
    afternoon, morning = np.isin(lower, ("pm", "ch")), np.isin(lower, ("am", "sa"))
    odd = (lower != "") & ~afternoon & ~morning | (afternoon | morning) & ((hour < 1) | (hour > 12))
    hour = np.where(afternoon & (hour < 12), hour + 12, np.where(morning & (hour == 12), 0, hour))
    days, good = days_of(year, month, day, ~odd)
    ms, in_day = seconds_of(hour, minute, second)
    parsed.local[rows] = days * MS_A_DAY + ms
    parsed.is_day[rows] = np.array([h == "" for h in found.field("h").to_pylist()])
    parsed.is_bad[rows] = ~(good & in_day)


def _number(found: pa.StructArray, name: str) -> Ints:
    values = pc.replace_substring_regex(found.field(name), "^$", "0")
    number: Ints = values.cast(pa.int64()).to_numpy(zero_copy_only=False)
    return number


def _patterns(order: DateOrder) -> tuple[str, ...]:
    first, second = ("d", "mo") if order is DateOrder.DAY_FIRST else ("mo", "d")
    date = rf"(?P<{first}>\d{{1,2}})[/.-](?P<{second}>\d{{1,2}})[/.-](?P<y>\d{{4}})"
    return (
        rf"^{date}(?:[ T,]+{_CLOCK})?$",
        rf"^{_CLOCK}[ ,]+{date}$",
        rf"^{_YEAR_FIRST}(?:[ T,]+{_CLOCK})?$",
    )
