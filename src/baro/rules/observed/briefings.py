"""The weekly briefing as what was said there: why a dossier is late and what is promised, the figures as they stood, what
was concluded and whether it was done.

The causes of lateness are those of the official form on overdue dossiers as remembered (not read: unverified), and the two
that the supervised department gave.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class Cause(StrEnum):
    """Why a dossier is late, as the unit says."""

    RULES = "rules"
    COORDINATION = "coordination"
    AGENCY = "agency"
    SOFTWARE = "software"
    APPLICANT = "applicant"
    FORCE_MAJEURE = "force_majeure"
    SCALE = "scale"
    MANY_STAGES = "many_stages"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LatenessExplanation:
    """What the unit says of a late dossier: the cause, in its own words, and the day promised (None: none)."""

    id: str
    dossier: str
    body: str
    cause: Cause
    promised_on: date | None
    words: str
    said_by: str
    said_at: datetime

    def is_kept(self, ended_on: date | None, today: date) -> bool | None:
        """Say whether the promise was kept; None: none was given, or its day is still to come."""
        if self.promised_on is None:
            return None
        if ended_on is not None and ended_on <= self.promised_on:
            return True
        return False if today > self.promised_on or ended_on is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A body's week as it stood at the meeting. `figures`: for each unit its name and counts, in the order of
    `records.queries.weekly.UnitWeek`, of procedures, and `internal` the same of internal work; `as_of`: of which moment the data were."""

    id: str
    body: str
    monday: date
    as_of: datetime
    figures: Sequence[tuple[str, Sequence[int]]]
    internal: Sequence[tuple[str, Sequence[int]]] = ()
    frozen_by: str
    frozen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What was concluded at a briefing: what is to be done, by whom (`lead`, in words), by when; and its end."""

    id: str
    briefing: str
    body: str
    monday: date
    words: str
    lead: str
    due_on: date
    made_by: str
    made_at: datetime
    done_on: date | None = None
    done_by: str = ""
    result: str = ""

    def is_late(self, today: date) -> bool:
        """Say whether it was done after its day, or is not done though its day is over."""
        return (self.done_on or today) > self.due_on


def check_explained(*, is_late: bool, cause: Cause, words: str, promised_on: date | None, today: date) -> None:
    """Refuse to explain what is not late, a promise in the past, and "other" without a word. Raises
    `Refused("briefing.not_late" | "briefing.promise_in_past" | "briefing.other_needs_words")`."""
    if not is_late:
        raise Refused("briefing.not_late")
    if promised_on is not None and promised_on < today:
        raise Refused("briefing.promise_in_past")
    if cause is Cause.OTHER and not words.strip():
        raise Refused("briefing.other_needs_words")


def check_frozen(known: Briefing | None, as_of: datetime | None, begins: datetime) -> datetime:
    """Refuse a second freezing, and one of a week that the data do not reach; give the moment of the data. Raises
    `Refused("briefing.frozen_already" | "briefing.no_data")`."""
    if known is not None:
        raise Refused("briefing.frozen_already")
    if as_of is None or as_of < begins:
        raise Refused("briefing.no_data")
    return as_of


def check_concluded(words: str, lead: str, due_on: date, today: date) -> None:
    """Refuse a conclusion that says nothing, names nobody or is due in the past. Raises `Refused("briefing.no_words" |
    "briefing.no_lead" | "briefing.due_in_past")`."""
    if not words.strip():
        raise Refused("briefing.no_words")
    if not lead.strip():
        raise Refused("briefing.no_lead")
    if due_on < today:
        raise Refused("briefing.due_in_past")


def check_done(found: Conclusion, on: date, made_on: date, today: date) -> None:
    """Refuse a second end, and one before the conclusion or in the future. Raises `Refused("briefing.done_already" |
    "briefing.done_before" | "briefing.done_in_future")`."""
    if found.done_on is not None:
        raise Refused("briefing.done_already")
    if on < made_on:
        raise Refused("briefing.done_before")
    if on > today:
        raise Refused("briefing.done_in_future")
