"""Moments as exports write them: ISO 8601, day-month-year, with and without seconds, fractions, offsets."""

from datetime import datetime, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.channels.intake.instants import Clock
from baro.channels.intake.moments import parse_moments
from baro.channels.intake.parsed_moments import NAIVE, DateOrder
from baro.rules.observed.log import NO_TIME, milliseconds, moment

READ = [
    ("2024-01-15", "2024-01-15T00:00:00", None),
    ("15/01/2024", "2024-01-15T00:00:00", None),
    ("15.01.2024", "2024-01-15T00:00:00", None),
    ("15-01-2024 08:30", "2024-01-15T08:30:00", None),
    ("15/01/2024 08:30:15", "2024-01-15T08:30:15", None),
    ("2024/01/15 08:30", "2024-01-15T08:30:00", None),
    ("2024-01-15T08:30:15", "2024-01-15T08:30:15", None),
    ("2024-01-15 08:30:15.5", "2024-01-15T08:30:15.500", None),
    ("2024-01-15 08:30:15.123456", "2024-01-15T08:30:15.123", None),
    ("2024-01-15T08:30:15Z", "2024-01-15T08:30:15", 0),
    ("2024-01-15T08:30:15.788000+01:00", "2024-01-15T08:30:15.788", 60),
    ("2024-01-15 08:30+0700", "2024-01-15T08:30:00", 420),
    ("2024-01-15 08:30:15-03", "2024-01-15T08:30:15", -180),
    ("5/1/2024 7:30", "2024-01-05T07:30:00", None),
    ("5/1/2024", "2024-01-05T00:00:00", None),
    ("08:30 15/01/2024", "2024-01-15T08:30:00", None),
    ("5/1/2024 2:05 CH", "2024-01-05T14:05:00", None),
    ("5/1/2024 12:05 SA", "2024-01-05T00:05:00", None),
    ("  2024-01-15 ", "2024-01-15T00:00:00", None),
    ("29/02/2024", "2024-02-29T00:00:00", None),
]


@pytest.mark.parametrize(("text", "local", "offset"), READ)
def test_a_moment_is_read(text, local, offset):
    parsed = parse_moments(pa.array([text]))
    assert not parsed.is_bad[0]
    assert parsed.local[0] == np.datetime64(local, "ms").astype(np.int64)
    assert parsed.offset[0] == (NAIVE if offset is None else offset)


def test_moments_of_all_widths_are_read_side_by_side():
    together = parse_moments(pa.array([text for text, _, _ in READ]))
    assert together.local.tolist() == [int(np.datetime64(local, "ms").astype(np.int64)) for _, local, _ in READ]


@pytest.mark.parametrize(
    "text",
    ["31/02/2024", "29/02/2023", "2024-13-01", "2024-01-15 24:00", "2024-01-15 08:60", "15/01/1899", "0000-00-00",
     "abc", "2024-01-15 08:30:15+99:00", "2024-01-15X08:30", "45306.35", "13:00 CH 5/1/2024"],
)  # fmt: skip
def test_what_is_no_moment_is_bad(text):
    assert parse_moments(pa.array([text])).is_bad.tolist() == [True]


@pytest.mark.parametrize("text", ["", "   ", None])
def test_an_empty_cell_is_empty_and_not_bad(text):
    parsed = parse_moments(pa.array([text, "2024-01-15"], pa.string()))
    assert parsed.is_empty.tolist() == [True, False]
    assert parsed.is_bad.tolist() == [False, False]


def test_month_first_is_read_only_where_said():
    assert moment_of("01/05/2024", DateOrder.MONTH_FIRST) == datetime(2024, 1, 5)
    assert moment_of("01/05/2024", DateOrder.DAY_FIRST) == datetime(2024, 5, 1)
    assert moment_of("2024-01-05", DateOrder.MONTH_FIRST) == datetime(2024, 1, 5)


def moment_of(text: str, order: DateOrder) -> datetime:
    return np.datetime64(int(parse_moments(pa.array([text]), order).local[0]), "ms").item()


@given(st.lists(st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)), min_size=1, max_size=20), st.data())
def test_every_moment_reads_back_as_written(moments, data):
    shapes = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M:%S", "%d-%m-%Y %H:%M:%S", "%H:%M:%S %d/%m/%Y"]
    texts = [m.strftime(data.draw(st.sampled_from(shapes))) for m in moments]
    parsed = parse_moments(pa.array(texts))
    read = [datetime(1970, 1, 1) + timedelta(milliseconds=ms) for ms in parsed.local.tolist()]
    assert read == [m.replace(microsecond=0) for m in moments]


def test_a_naive_moment_is_in_the_zone_of_the_log():
    clock = Clock("Asia/Ho_Chi_Minh", DateOrder.DAY_FIRST)
    at = clock.read(pa.array(["2024-01-15 08:30", "2024-01-15T08:30:00+01:00", ""])).at
    assert [moment(int(ms)) for ms in at[:2]] == [
        datetime.fromisoformat("2024-01-15T01:30:00+00:00"),
        datetime.fromisoformat("2024-01-15T07:30:00+00:00"),
    ]
    assert at[2] == NO_TIME


@pytest.mark.parametrize(
    ("local", "instant"),
    [
        ("2024-03-31 01:59", "2024-03-31T00:59:00+00:00"),
        ("2024-03-31 03:00", "2024-03-31T01:00:00+00:00"),
        ("2024-10-27 01:59", "2024-10-26T23:59:00+00:00"),
        ("2024-10-27 02:30", "2024-10-27T00:30:00+00:00"),  # occurs twice: the first
        ("2024-10-27 03:00", "2024-10-27T02:00:00+00:00"),
    ],
)
def test_a_zone_with_summer_time_is_followed(local, instant):
    at = Clock("Europe/Amsterdam", DateOrder.DAY_FIRST).read(pa.array([local])).at
    assert moment(int(at[0])) == datetime.fromisoformat(instant)


def test_a_due_day_lasts_until_its_end():
    clock = Clock("Asia/Ho_Chi_Minh", DateOrder.DAY_FIRST)
    column = pa.array(["15/01/2024", "15/01/2024 10:00"])
    end = milliseconds(datetime.fromisoformat("2024-01-15T23:59:59.999+07:00"))
    ten = milliseconds(datetime.fromisoformat("2024-01-15T10:00:00+07:00"))
    assert clock.read(column, end_of_day=True).at.tolist() == [end, ten]
    assert clock.read(column, end_of_day=True, whole_day=True).at.tolist() == [end, end]


def test_typed_columns_need_no_reading():
    clock = Clock("Asia/Ho_Chi_Minh", DateOrder.DAY_FIRST)
    aware = pa.array([datetime.fromisoformat("2024-01-15T08:30:00+07:00"), None], pa.timestamp("us", "UTC"))
    naive = pa.array([datetime(2024, 1, 15, 8, 30), None], pa.timestamp("ns"))
    assert clock.read(aware).at.tolist() == clock.read(naive).at.tolist()
    assert clock.read(naive).at[1] == NO_TIME
