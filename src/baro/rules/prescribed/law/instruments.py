"""An instrument of law, from which rows are written: its name and the days on which its numbers hold."""

from dataclasses import dataclass
from datetime import date

from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.law.rows import LimitRow, Value


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument and the validity that its rows share; `note` says what is assumed where it was not verified."""

    name: str
    valid_from: date
    valid_to: date | None = None
    verified: bool = True
    note: str = ""

    def row(self, key: str, value: Value, article: str, note: str = "") -> LimitRow:
        """Write one value of this instrument ("19.9" is clause 9 of article 19)."""
        told = "; ".join(part for part in (note, self.note) if part)
        return LimitRow(key, value, self.name, article, self.valid_from, self.valid_to, self.verified, told)


def days(value: int) -> Duration:
    """Calendar days."""
    return Duration(value, Unit.CALENDAR_DAY)


def working_days(value: int) -> Duration:
    """Working days; 0 is the same working day."""
    return Duration(value, Unit.WORKING_DAY)


def months(value: int) -> Duration:
    """Months."""
    return Duration(value, Unit.MONTH)
