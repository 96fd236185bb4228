"""Local time of a zone as whole minutes, for many instants at once."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import numpy.typing as npt

from baro.rules.prescribed.refusals import Refused

Ints = npt.NDArray[np.int64]

MS_A_MINUTE = 60_000
# Zones that have kept one offset for as long as electronic dossiers exist; they need no zone database.
VIETNAM = "Asia/Ho_Chi_Minh"
FIXED_OFFSETS = {VIETNAM: 420, "Asia/Saigon": 420, "Asia/Bangkok": 420, "UTC": 0}
VIETNAM_TIME = timezone(timedelta(minutes=FIXED_OFFSETS[VIETNAM]))


class ZoneOffsets:
    """The offsets of a zone over a span of years: `changes` (instants, ms) and the offset in minutes before the first
    and from each of them on. Offsets are whole minutes (true of every zone since 1972)."""

    def __init__(self, zone: str, first_year: int, last_year: int) -> None:
        self.changes: Ints = np.empty(0, np.int64)
        if zone in FIXED_OFFSETS:
            self.offsets: Ints = np.array([FIXED_OFFSETS[zone]], np.int64)
            return
        info = _zone(zone)
        start = datetime(max(first_year - 1, 1971), 1, 1, tzinfo=UTC)
        found = _changes(info, start, datetime(min(last_year + 2, 9999), 1, 1, tzinfo=UTC))
        self.changes = np.array([int(at.timestamp()) * 1000 for at in found], np.int64)
        self.offsets = np.array([_offset(info, at) for at in [start, *found]], np.int64)

    def local_minutes(self, ms: Ints) -> Ints:
        """Instants (ms, UTC) -> local minutes since 1970-01-01T00:00, floored; the shape is kept."""
        minutes: Ints = np.floor_divide(ms, MS_A_MINUTE)
        if len(self.changes) == 0:
            minutes += self.offsets[0]
        else:
            minutes += self.offsets[np.searchsorted(self.changes, ms, side="right")]
        return minutes


def local_time(at: datetime, zone: str) -> datetime:
    """Tell an aware moment as local time of a zone; raises `Refused` for a moment without a zone of its own."""
    if at.tzinfo is None:
        raise Refused("calendar.naive_moment", value=at.isoformat())
    fixed = FIXED_OFFSETS.get(zone)
    return at.astimezone(_zone(zone) if fixed is None else timezone(timedelta(minutes=fixed)))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused("calendar.unknown_zone", zone=name) from error


def _offset(zone: ZoneInfo, at: datetime) -> int:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None  # a ZoneInfo always has one
    return offset // timedelta(minutes=1)


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """Find the minutes at which the offset changes, a day at a time and then by halving."""
    found: list[datetime] = []
    before, day = start, timedelta(days=1)
    while before < end:
        low, high = before, before + day
        if _offset(zone, low) != _offset(zone, high):
            while high - low > timedelta(minutes=1):
                middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
                low, high = (middle, high) if _offset(zone, middle) == _offset(zone, low) else (low, middle)
            found.append(high)
        before += day
    return found
