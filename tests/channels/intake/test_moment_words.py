"""A doubtful moment is told in Vietnam's time."""

from datetime import UTC, datetime

from baro.channels.intake.moment_words import moment_words
from baro.rules.observed.log import NO_TIME, milliseconds


def test_a_moment_is_told_in_vietnams_time_across_midnight():
    assert (
        moment_words(milliseconds(datetime(2026, 1, 31, 18, 5, 9, tzinfo=UTC))) == "01/02/2026 01:05:09 (giờ Việt Nam)"
    )


def test_no_moment_is_nothing():
    assert moment_words(NO_TIME) == ""
