"""An authority with the shipped bodies, and who acts on it in tests."""

from datetime import UTC, datetime

from baro.desk.adopting import adopt
from baro.desk.by import by_program
from baro.rules.prescribed.places.hanoi import HANOI

AT = datetime(2024, 4, 25, 2, tzinfo=UTC)
BY = by_program("thu-nghiem")


def hanoi():
    """Record the shipped bodies."""
    return adopt(HANOI, BY, AT)
