"""From what a column says of a moment to instants: milliseconds since 1970-01-01T00:00Z."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from baro.channels.intake.civil import FIRST_DAY, LAST_DAY
from baro.channels.intake.moments import parse_moments
from baro.channels.intake.parsed_moments import MS_A_DAY, NAIVE, DateOrder, Parsed
from baro.rules.observed.log import NO_TIME, Ints
from baro.rules.prescribed.zones import MS_A_MINUTE, ZoneOffsets

Mask = npt.NDArray[np.bool_]

_YEARS = (1970, 2100)


@dataclass(slots=True)
class Moments:
    """Instants (`NO_TIME` where empty or bad), how many values lacked an offset or a time of day, and
    whether some date has its year last."""

    at: Ints
    is_bad: Mask
    naive: int
    days: int
    has_year_last: bool


class Clock:
    """Reads moments in the zone of a log. A naive local time that occurs twice is its first occurrence."""

    def __init__(self, zone: str, order: DateOrder) -> None:
        offsets = ZoneOffsets(zone, *_YEARS)
        self._minutes = offsets.offsets
        self._turns = offsets.changes + self._minutes[:-1] * MS_A_MINUTE  # local time at which each change takes place
        self._order = order

    def read(self, column: pa.Array, *, end_of_day: bool = False, whole_day: bool = False) -> Moments:
        """Read a column. `end_of_day`: a day without a time means its last millisecond, as for a due date; with
        `whole_day` so does a value with a time."""
        parsed = self._parsed(column)
        if end_of_day:
            days = parsed.local // MS_A_DAY * MS_A_DAY
            parsed.local = np.where(parsed.is_day | whole_day, days + MS_A_DAY - 1, parsed.local)
        known = ~(parsed.is_bad | parsed.is_empty)
        naive = parsed.offset == NAIVE
        if naive.all():
            at = self._instants(parsed.local)
        else:
            at = parsed.local - parsed.offset.astype(np.int64) * MS_A_MINUTE
            at[naive] = self._instants(parsed.local[naive])
        at[~known] = NO_TIME
        days_only = int((parsed.is_day & known).sum())
        return Moments(at, parsed.is_bad, int((naive & known).sum()), days_only, parsed.has_year_last)

    def _parsed(self, column: pa.Array) -> Parsed:
        kind = column.type
        if pa.types.is_dictionary(kind):
            codes = column.indices
            if codes.null_count or not len(column.dictionary):
                return self._parsed(column.cast(kind.value_type))
            return self._parsed(column.dictionary).take(codes.to_numpy())
        if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
            return _typed(column)
        return parse_moments(column.cast(pa.string()), self._order)

    def _instants(self, local: Ints) -> Ints:
        instants: Ints = local - self._minutes[np.searchsorted(self._turns, local, side="right")] * MS_A_MINUTE
        return instants


def _typed(column: pa.Array) -> Parsed:
    """A column that already holds moments: with a zone they are instants, else local; dates are days."""
    is_day = pa.types.is_date(column.type)
    has_zone = pa.types.is_timestamp(column.type) and column.type.tz is not None
    if is_day:
        column = column.cast(pa.timestamp("ms"))
    empty = column.is_null().to_numpy(zero_copy_only=False)
    ms = pc.cast(column, pa.timestamp("ms", column.type.tz), safe=False).cast(pa.int64()).fill_null(0)
    local = np.array(ms.to_numpy(zero_copy_only=False), np.int64)
    return Parsed(
        local=local,
        offset=np.full(len(column), 0 if has_zone else NAIVE, np.int16),
        is_day=np.full(len(column), is_day),
        is_empty=np.asarray(empty),
        is_bad=(local < FIRST_DAY * MS_A_DAY) | (local >= (LAST_DAY + 1) * MS_A_DAY),
    )
