"""How long the steps of a procedure take together, as far as its text says so in one unit."""

import re
from collections.abc import Sequence

from baro.rules.prescribed.durations import Duration, Unit, parse_duration
from baro.rules.prescribed.refusals import Refused

# "trong thời hạn 05 ngày làm việc", "trong thời hạn hai mươi (20) ngày": the number that stands last before the unit
_STEP = re.compile(
    r"trong\s+(?:thời\s+hạn\s+)?(?:không\s+quá\s+)?(?:[^\W\d]+\s+){0,3}\(?(\d{1,3})\)?\s*(ngày làm việc|ngày|giờ làm việc|giờ|tháng)",
    re.IGNORECASE,
)
_ANOTHER_WAY = re.compile(r"(?m)^[-–+•*\s]*(?:trường hợp|đối với)\b", re.IGNORECASE)


def longest(limits: Sequence[Duration]) -> Duration | None:
    """Give the longest of limits; None where there is none, or where they are told in units that cannot be compared."""
    units = {limit.unit for limit in limits}
    return max(limits, key=lambda limit: limit.value) if len(units) == 1 else None


def sum_of_steps(text: str, unit: Unit) -> Duration | None:
    """Add up the limits that a text names for its steps; None where it names fewer than two, where one is in another unit,
    or where the text tells of cases apart ("trường hợp …"), whose limits do not add up."""
    found = [_read(number, word) for number, word in _STEP.findall(text)]
    limits = [limit for limit in found if limit is not None]
    if len(limits) < 2 or any(limit.unit is not unit for limit in limits) or _ANOTHER_WAY.search(text):
        return None
    return Duration(sum(limit.value for limit in limits), unit)


def _read(number: str, word: str) -> Duration | None:
    try:
        return parse_duration(f"{int(number)} {word}")
    except Refused:
        return None
