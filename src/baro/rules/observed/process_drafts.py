"""Drafts of processes before they are approved: reviewed, drafted, opinions asked and given, appraised (rà soát, soạn thảo, lấy ý
kiến, thẩm định). The register holds nothing of a draft until a decision approves it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import RegisterKind


class DraftKind(StrEnum):
    """What can be told of a draft."""

    WRITTEN = "written"  # its steps, for the first time or anew
    ASKED = "asked"  # bodies are asked for their opinion, by a day
    SAID = "said"  # a body gives its opinion of the steps as they stand
    APPRAISED = "appraised"  # somebody who did not write it appraises it
    APPROVED = "approved"  # it became a version of the register
    DROPPED = "dropped"  # it is not gone on with


class Opinion(StrEnum):
    """What a body, or who appraises, thinks of a draft."""

    AGREES = "agrees"
    WANTS_CHANGES = "wants_changes"
    DISAGREES = "disagrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEvent:
    """One thing told of a draft, numbered within it. `table` is the kept file of its steps, `bodies` those asked or the one that
    speaks, `by_day` the day by which they answer, `process` the version that it became."""

    number: int
    kind: DraftKind
    at: datetime
    by: str
    table: str = ""
    bodies: tuple[str, ...] = ()
    by_day: date | None = None
    opinion: Opinion | None = None
    document: str = ""
    process: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessDraft:
    """A draft of a body: a process that is new, or a version in place of another (`replaces`); `reason` why it is drafted."""

    id: str
    unit: str
    kind: RegisterKind
    code: str
    name: str
    reason: str
    replaces: str = ""
    begun_at: datetime
    begun_by: str = ""
    events: tuple[DraftEvent, ...] = ()


def check_begun(told: ProcessDraft) -> None:
    """Refuse a draft without a name, a code or a reason. Raises `Refused("process.no_name" | "draft.…")`."""
    if not told.name.strip():
        raise Refused("process.no_name")
    if not told.code.strip():
        raise Refused("draft.no_code")
    if not told.reason.strip():
        raise Refused("draft.no_reason")


def check_asked(bodies: Collection[str], by_day: date | None, own: str, today: date) -> None:
    """Refuse to ask nobody, oneself, or for yesterday. Raises `Refused("draft.…")`."""
    if not bodies:
        raise Refused("draft.nobody_asked")
    if own in bodies:
        raise Refused("draft.asks_itself")
    if by_day is not None and by_day < today:
        raise Refused("draft.day_past")


def check_opinion(opinion: Opinion, words: str) -> None:
    """Refuse not to agree without saying why. Raises `Refused("draft.no_words")`."""
    if opinion is not Opinion.AGREES and not words.strip():
        raise Refused("draft.no_words")
