"""Assigned tasks (nhiệm vụ được giao) and what is told of each: accepted, handed on, put off, handed in, sent back, closed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.observed.directives import Source
from baro.rules.prescribed.refusals import Refused


class TaskKind(StrEnum):
    """What can be told of a task."""

    ACCEPTED = "accepted"  # the lead takes it on
    DECLINED = "declined"  # the lead gives it back, with a reason
    UPHELD = "upheld"  # the assigner gives it all the same
    HANDED = "handed"  # the lead names who does it
    ASKED = "asked"  # the lead asks for a later day
    EXTENDED = "extended"  # the assigner sets a later day
    KEPT = "kept"  # the assigner keeps the day
    SUBMITTED = "submitted"  # handed in with its product
    RETURNED = "returned"  # sent back: the quality does not do
    APPROVED = "approved"  # the product is taken, and rated
    NOTED = "noted"  # how far it is, what stands in the way
    CANCELLED = "cancelled"  # no longer asked for
    VOIDED = "voided"  # the last thing told did not happen


class Quality(StrEnum):
    """How the assigner found the product. The words are a default of Ba Rõ; no instrument sets a scale for single tasks."""

    MET = "met"
    WEAK = "weak"


NEEDS_WORDS = frozenset(
    {TaskKind.DECLINED, TaskKind.UPHELD, TaskKind.ASKED, TaskKind.EXTENDED, TaskKind.KEPT, TaskKind.RETURNED, TaskKind.NOTED, TaskKind.CANCELLED, TaskKind.VOIDED}
)  # fmt: skip
NEEDS_DAY = frozenset({TaskKind.ASKED, TaskKind.EXTENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEvent:
    """One thing told of a task, numbered within it. It happened on `on`, was recorded at `recorded_at` by a person of the body
    `teller`; `is_believed`: two persons vouch for the day, or it was loaded as history. `due_on` is the day asked for or set, `holder` who was named, `document` the product's number, `voids` the event that did not happen."""

    number: int
    kind: TaskKind
    on: date
    recorded_at: datetime
    recorded_on: date
    teller: str
    recorded_by: str = ""
    document: str = ""
    due_on: date | None = None
    holder: str = ""
    quality: Quality | None = None
    voids: int = 0
    words: str = ""
    is_believed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task as it was given: `assigner` keeps it and judges the product, `lead` answers for it, `coordinating` bodies help;
    `parent` is the task of which it is a part, `leader` the leader who directs it. `arose_on`: a matter left unresolved since
    that day (vụ việc tồn đọng); None for other tasks."""

    id: str
    assigner: str
    lead: str
    coordinating: tuple[str, ...] = ()
    source: Source
    directive: str = ""
    parent: str = ""
    content: str
    product: str = ""
    leader: str = ""
    assigned_on: date
    due_on: date | None = None
    arose_on: date | None = None
    recorded_at: datetime
    recorded_by: str = ""
    events: tuple[TaskEvent, ...] = ()
    closed_at: datetime | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """The bodies that have a part in it, each once: who gave it, who leads, who helps."""
        return tuple(dict.fromkeys((self.assigner, self.lead, *self.coordinating)))


def check_given(told: Task, today: date) -> None:
    """Refuse a task that says too little, or that cannot be. Raises `Refused("task.…")`."""
    if not told.content.strip():
        raise Refused("task.no_content")
    if not told.lead:
        raise Refused("task.no_lead")
    if told.assigned_on > today:
        raise Refused("task.assigned_in_future")
    if told.due_on and told.due_on < told.assigned_on:
        raise Refused("task.due_before_assigned", day=f"{told.assigned_on:%d/%m/%Y}")
    if told.arose_on and told.arose_on > told.assigned_on:
        raise Refused("task.arose_after_assigned", day=f"{told.assigned_on:%d/%m/%Y}")
    if told.lead in told.coordinating:
        raise Refused("task.lead_coordinates")


def check_part(told: Task, parent: Task | None) -> None:
    """Refuse a part of a task that is not there, is over, or is led by another than who gives the part. Raises `Refused("task.…")`."""
    if parent is None or parent.closed_at is not None:
        raise Refused("task.no_parent")
    if told.assigner != parent.lead:
        raise Refused("task.parent_led_by_another")


def check_told(event: TaskEvent, earliest: date, today: date, holders: Collection[str] = ()) -> None:
    """Refuse what lacks its reason, day, person, or tells of an impossible day; `holders`: who may be named. Raises `Refused("task.…")`."""
    if event.on > today:
        raise Refused("task.in_future")
    if event.on < earliest:
        raise Refused("task.too_early", day=f"{earliest:%d/%m/%Y}")
    if event.kind in NEEDS_WORDS and not event.words.strip():
        raise Refused("task.no_reason")
    if event.kind in NEEDS_DAY and event.due_on is None:
        raise Refused("task.no_day")
    if event.kind is TaskKind.HANDED and event.holder not in holders:
        raise Refused("task.holder_elsewhere")
    if event.kind is TaskKind.APPROVED and event.quality is None:
        raise Refused("task.no_quality")
