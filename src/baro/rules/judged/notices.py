"""What somebody is told without having searched for it: which notices wait for them, and which they said they know of.

A notice stands for all that is so (late, due soon, asked …) within somebody's reach, never for a single matter. Who said that
they know of it is left in peace until something more comes, or until the day that they named, if it still holds then. The
day on which something is due soon is Ba Rõ's own, no number of the law.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused

SOON = 3
"""So many working days ahead something is due soon."""
LONGEST_REST = 366
"""So many days ahead, at most, lies the day on which a notice is to come back."""


class NoticeKind(StrEnum):
    """What is told, the most pressing first."""

    DOSSIERS_LATE = "dossiers_late"
    DOSSIERS_DUE = "dossiers_due"
    QUESTIONS_LATE = "questions_late"
    QUESTIONS_ASKED = "questions_asked"
    QUESTIONS_ANSWERED = "questions_answered"
    CONCLUSIONS_LATE = "conclusions_late"
    CONCLUSIONS_DUE = "conclusions_due"
    TASKS_LATE = "tasks_late"
    TASKS_DUE = "tasks_due"
    TASKS_TO_JUDGE = "tasks_to_judge"
    TASKS_OPEN = "tasks_open"
    DIRECTIVES_NEW = "directives_new"
    OPINIONS_ASKED = "opinions_asked"


OF_DOSSIERS = frozenset({NoticeKind.DOSSIERS_LATE, NoticeKind.DOSSIERS_DUE})
"""The notices about dossiers."""
OF_TASKS = frozenset({NoticeKind.TASKS_LATE, NoticeKind.TASKS_DUE, NoticeKind.TASKS_TO_JUDGE, NoticeKind.TASKS_OPEN})
"""The notices about assigned tasks."""
OF_WORDS = frozenset({NoticeKind.DIRECTIVES_NEW, NoticeKind.OPINIONS_ASKED})
"""The notices about documents that wait for a word of somebody's body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """What somebody said they know of: how many there were, of all that had begun before `until`; why, or what will be done;
    the day on which they want to be told again."""

    kind: NoticeKind
    count: int
    until: datetime
    said_at: datetime
    next_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many there are now, of all that begins before `until`; `since` counts those of them that began when what somebody
    knows of had ended, 0 for who knows of nothing."""

    kind: NoticeKind
    count: int
    until: datetime
    since: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice as it stands for somebody today: `fresh` of its `count` are not yet known of; `is_back`: its day has come."""

    kind: NoticeKind
    count: int
    until: datetime
    fresh: int
    is_back: bool = False
    known: Acknowledged | None = None

    @property
    def is_waiting(self) -> bool:
        """Say whether somebody is still to be told."""
        return self.fresh > 0 or self.is_back


def notices_of(found: Iterable[Found], known: Mapping[NoticeKind, Acknowledged], today: date) -> tuple[Notice, ...]:
    """Give the notices that somebody has; what is no more gives none, whatever was said of it."""
    order = list(NoticeKind)
    told = sorted((one for one in found if one.count), key=lambda one: order.index(one.kind))
    return tuple(_notice(one, known.get(one.kind), today) for one in told)


def _notice(found: Found, known: Acknowledged | None, today: date) -> Notice:
    if known is None:
        return Notice(kind=found.kind, count=found.count, until=found.until, fresh=found.count)
    fresh = min(found.count, max(found.since, found.count - known.count, 0))
    is_back = known.next_on is not None and known.next_on <= today
    return Notice(
        kind=found.kind, count=found.count, until=found.until, fresh=fresh, is_back=is_back, known=known
    )  # fmt: skip


def check_acknowledged(notice: Notice | None, reason: str, next_on: date | None, today: date) -> Notice:
    """Refuse to know of what is no more or of what is known, without a word, and a day that is not to come or too far away;
    give the notice. Raises `Refused("notice.gone" | "notice.known_already" | "notice.no_reason" | "notice.next_in_past" |
    "notice.next_too_far")`."""
    if notice is None:
        raise Refused("notice.gone")
    if not notice.is_waiting:
        raise Refused("notice.known_already")
    if not reason.strip():
        raise Refused("notice.no_reason")
    if next_on is not None and next_on <= today:
        raise Refused("notice.next_in_past")
    if next_on is not None and (next_on - today).days > LONGEST_REST:
        raise Refused("notice.next_too_far", days=LONGEST_REST)
    return notice
