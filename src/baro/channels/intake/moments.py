"""Read moments out of text, many at once: ISO 8601 and the day-month-year of Vietnamese exports, with or without an offset.

Cells of one width are laid side by side as a byte matrix and read column by column; what does not have a fixed width
(`5/1/2024 7:30`, `08:30 15/01/2024`, `2:05 CH`) is taken apart by a pattern. A value that fits nothing is bad.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from baro.channels.intake.civil import days_of, seconds_of
from baro.channels.intake.loose_moments import parse_loose
from baro.channels.intake.parsed_moments import MS_A_DAY, NAIVE, DateOrder, Mask, Parsed
from baro.rules.observed.log import Codes, Ints

Columns = npt.NDArray[np.uint8]  # one row per place in the text, one column per cell
_OFFSET_WIDTHS = (0, 1, 3, 5, 6)  # nothing, Z, +07, +0700, +07:00


def parse_moments(text: pa.StringArray, order: DateOrder = DateOrder.DAY_FIRST) -> Parsed:
    """Read every value of an Arrow string array."""
    count = len(text)
    parsed = Parsed(
        np.zeros(count, np.int64),
        np.full(count, NAIVE, np.int16),
        np.zeros(count, np.bool_),
        np.zeros(count, np.bool_),
        np.ones(count, np.bool_),
    )
    if not count:
        return parsed
    if text.null_count:
        text = text.fill_null("")
    offsets = np.frombuffer(text.buffers()[1], np.int32)[text.offset : text.offset + count + 1]
    data = np.frombuffer(text.buffers()[2] or b"", np.uint8)
    widths = np.diff(offsets)
    for width in _distinct(widths):
        if width == 0:
            parsed.is_empty = widths == 0
        elif 10 <= width <= 35:
            _parse_width(parsed, data, offsets, np.flatnonzero(widths == width), width, order)
    parsed.is_bad &= ~parsed.is_empty
    parse_loose(parsed, text, order)
    return parsed


def _distinct(widths: Codes) -> list[int]:
    """The widths that occur; mostly there is one."""
    if len(widths) and (widths == widths[0]).all():
        return [int(widths[0])]
    found: list[int] = np.flatnonzero(np.bincount(np.minimum(widths, 36))).tolist()
    return found


def _parse_width(parsed: Parsed, data: Columns, offsets: Codes, rows: Ints, width: int, order: DateOrder) -> None:
    """Read the rows whose text is `width` bytes long, and put what was read into `parsed`."""
    starts = offsets[rows]
    if len(rows) == len(offsets) - 1:
        cells = data[offsets[0] : offsets[-1]].reshape(-1, width)
    else:
        cells = data[starts[:, None] + np.arange(width, dtype=np.int32)]
    c = np.ascontiguousarray(cells.T)
    days, good = _date(c, order)
    ms = days * MS_A_DAY
    offset = np.full(len(rows), NAIVE, np.int16)
    if width > 10:
        clock, offset, fits = _clock(c, width)
        ms += clock
        good &= fits
    parsed.local[rows] = ms
    parsed.offset[rows] = offset
    parsed.is_day[rows] = width == 10
    parsed.is_bad[rows] = ~good
    parsed.has_year_last |= bool((_is_mark(c[2]) & good).any())


def _date(c: Columns, order: DateOrder) -> tuple[Ints, Mask]:
    """Read the first ten bytes as yyyy-mm-dd or dd/mm/yyyy; the separator may be - / or a full stop."""
    year_first = _is_mark(c[4]) & (c[7] == c[4])
    if year_first.all():
        year, month, day, digits = _year(c, 0), _two(c, 5), _two(c, 8), _digits(c, (0, 1, 2, 3, 5, 6, 8, 9))
        return days_of(year, month, day, digits)
    year_last = _is_mark(c[2]) & (c[5] == c[2])
    first, second = (0, 3) if order is DateOrder.DAY_FIRST else (3, 0)
    year = np.where(year_last, _year(c, 6), _year(c, 0))
    month = np.where(year_last, _two(c, second), _two(c, 5))
    day = np.where(year_last, _two(c, first), _two(c, 8))
    digits = np.where(
        year_last, _digits(c, (0, 1, 3, 4, 6, 7, 8, 9)), year_first & _digits(c, (0, 1, 2, 3, 5, 6, 8, 9))
    )
    return days_of(year, month, day, digits)


def _clock(c: Columns, width: int) -> tuple[Ints, npt.NDArray[np.int16], Mask]:
    """Read what follows the date: `[ T]HH:MM[:SS[.fff]]` and an offset, as milliseconds of the day."""
    count = c.shape[1]
    offset = np.full(count, NAIVE, np.int16)
    if width < 16:
        return np.zeros(count, np.int64), offset, np.zeros(count, np.bool_)
    good = ((c[10] == 32) | (c[10] == 84)) & (c[13] == 58) & _digits(c, (11, 12, 14, 15))
    seconds = np.zeros(count, np.int64)
    fraction = np.zeros(count, np.int64)
    done = np.zeros(count, np.bool_)
    if width >= 19:
        has_seconds = (c[16] == 58) & _digits(c, (17, 18))
        seconds = np.where(has_seconds, _two(c, 17), 0)
        for tail in _OFFSET_WIDTHS:
            part = width - 19 - tail
            if part == 0 or part >= 2:
                fits, value = _fraction(c, 19, part)
                fits &= has_seconds & ~done & _offset_into(offset, c, width, tail, fits & has_seconds & ~done)
                fraction = np.where(fits, value, fraction)
                done |= fits
    if width - 16 in _OFFSET_WIDTHS:
        done |= _offset_into(offset, c, width, width - 16, ~done)
    ms, in_day = seconds_of(_two(c, 11), _two(c, 14), seconds)
    return ms + fraction, offset, good & done & in_day


def _fraction(c: Columns, start: int, width: int) -> tuple[Mask, Ints]:
    """Read `.fff…` of `width` bytes as milliseconds, the rest cut off."""
    count = c.shape[1]
    if width == 0:
        return np.ones(count, np.bool_), np.zeros(count, np.int64)
    fits = ((c[start] == 46) | (c[start] == 44)) & _digits(c, tuple(range(start + 1, start + width)))
    value = np.zeros(count, np.int64)
    for place, scale in zip(range(start + 1, start + width), (100, 10, 1), strict=False):
        value += (c[place].astype(np.int64) - 48) * scale
    return fits, value


def _offset_into(offset: npt.NDArray[np.int16], c: Columns, width: int, tail: int, where: Mask) -> Mask:
    """Read an offset of `tail` bytes at the end of the rows `where` into `offset`; say where one of that form is."""
    if tail == 0:
        return where
    sign = c[width - tail]
    if tail == 1:
        is_utc: Mask = where & ((sign == 90) | (sign == 122))
        offset[is_utc] = 0
        return is_utc
    start = width - tail + 1
    minutes_at = {3: None, 5: start + 2, 6: start + 3}[tail]
    fits: Mask = where & ((sign == 43) | (sign == 45)) & _digits(c, (start, start + 1))
    minutes = _two(c, start) * 60
    if minutes_at is not None:
        fits = fits & _digits(c, (minutes_at, minutes_at + 1)) & ((tail == 5) | (c[start + 2] == 58))
        minutes = minutes + _two(c, minutes_at)
    fits = fits & (minutes <= 18 * 60)
    offset[fits] = np.where(sign == 45, -minutes, minutes)[fits].astype(np.int16)
    return fits


def _is_mark(column: Columns) -> Mask:
    mark: Mask = (column == 45) | (column == 47) | (column == 46)
    return mark


def _digits(c: Columns, places: tuple[int, ...]) -> Mask:
    good = np.ones(c.shape[1], np.bool_)
    for place in places:
        good &= (c[place] - np.uint8(48)) <= 9
    return good


def _two(c: Columns, at: int) -> Ints:
    number = c[at] * np.uint8(10) + c[at + 1] - np.uint8(16)  # 48 * 11 = 528 = 16 modulo 256
    wide: Ints = number.astype(np.int64)
    return wide


def _year(c: Columns, at: int) -> Ints:
    return _two(c, at) * 100 + _two(c, at + 2)
