"""A number of the law as a dated row: what it says, which article says it, since when, and whether that was checked."""

from dataclasses import dataclass
from datetime import date

from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.refusals import Refused

Value = Duration | int | str


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One value of one rule over a range of days (both ends included; None is open).

    `value` is a time limit, a number, or a word of a small vocabulary named in `note`. `verified` means that the text
    of the instrument was read; otherwise `note` says what is assumed.
    """

    key: str
    value: Value
    instrument: str
    article: str
    valid_from: date
    valid_to: date | None = None
    verified: bool = True
    note: str = ""

    def holds(self, on: date) -> bool:
        """Say whether the row is in force on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def duration(self) -> Duration:
        """The value as a time limit; raises `Refused` if the row holds something else."""
        if not isinstance(self.value, Duration):
            raise Refused("law.not_a_duration", key=self.key)
        return self.value

    @property
    def number(self) -> int:
        """The value as a number; raises `Refused` if the row holds something else."""
        if not isinstance(self.value, int):
            raise Refused("law.not_a_number", key=self.key)
        return self.value

    @property
    def word(self) -> str:
        """The value as a word; raises `Refused` if the row holds something else."""
        if not isinstance(self.value, str):
            raise Refused("law.not_a_word", key=self.key)
        return self.value
