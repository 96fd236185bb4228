"""What a coordination rule obliges a partner to: who owes what to whom, when asked or every period, within which limit."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.refusals import Refused

IN_DAYS = frozenset({Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH})
"""Units of the limits of obligations: what is asked is told by the day, so hours cannot be counted."""


class Rhythm(StrEnum):
    """Whether something is owed each time it is asked for, or for each month, quarter or year without being asked."""

    ASKED = "asked"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """An obligation of the coordination rule `rule`: `debtor` owes `task` to `creditor` ("": to all other partners), by the
    article `article`, within `limit` from the day after it was asked for or the period was over, from a day to `last_on`
    (None: as long as the rule). Partners are bodies by id, or names of partners outside."""

    id: str
    rule: str
    debtor: str
    creditor: str
    task: str
    article: str
    rhythm: Rhythm
    limit: Duration
    valid_from: date
    last_on: date | None = None

    def last_day(self, rule: CoordinationRule) -> date | None:
        """The last day on which it holds: its own or the rule's."""
        return min((day for day in (self.last_on, rule.last_on) if day), default=None)

    def holds(self, rule: CoordinationRule, on: date) -> bool:
        """Say whether it holds on a day."""
        last = self.last_day(rule)
        return self.valid_from <= on and (last is None or on <= last)


def check_obligation(told: Obligation, rule: CoordinationRule) -> None:
    """Refuse an obligation that does not say what, is not between partners of the rule, is counted in hours or holds on
    days on which the rule does not. Raises `Refused("obligation.…")`."""
    if not told.task.strip():
        raise Refused("obligation.no_task")
    for partner in filter(None, (told.debtor, told.creditor)):
        if partner not in rule.partners:
            raise Refused("obligation.not_a_partner", partner=partner)
    if told.debtor == told.creditor:
        raise Refused("obligation.to_itself")
    if told.limit.unit not in IN_DAYS:
        raise Refused("obligation.not_in_days")
    if not rule.holds(told.valid_from):
        raise Refused("obligation.rule_not_in_force", day=f"{told.valid_from:%d/%m/%Y}")


def check_obligation_end(told: Obligation, last: date) -> None:
    """Refuse a second end, or one before the obligation began. Raises `Refused("obligation.ended" |
    "obligation.ends_before_start")`."""
    if told.last_on is not None:
        raise Refused("obligation.ended", last=f"{told.last_on:%d/%m/%Y}")
    if last < told.valid_from:
        raise Refused("obligation.ends_before_start", first=f"{told.valid_from:%d/%m/%Y}")
