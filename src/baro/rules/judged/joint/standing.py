"""Which events of a joint dossier stand once corrections are read, and at what moment each counts.

Whoever tells may not better their own figure alone (as `rules/judged/late_entry.py`). An agency gains by an earlier moment of
what it gives away itself: the lead by sending and ending, an agency by its own answer. Such a moment counts no earlier than
it was recorded, and a correction no earlier than what it corrects counted. What the lead tells of another agency's answer, with
its document, is told against itself: it counts as told, and a correction of it counts no later than what it corrects. Where
the lead takes such an answer back, the time since then stays its own (`taken_back`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from baro.rules.judged.late_entry import is_believed
from baro.rules.observed.joint import JointEvent, JointKind

_AWAY = frozenset({JointKind.SENT, JointKind.ENDED})
_BACK = frozenset({JointKind.ANSWERED, JointKind.RETURNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An event as it stands: `event` as last told, the moment that counts, and what was told before it was corrected."""

    event: JointEvent
    counts_at: datetime
    before: tuple[JointEvent, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Say whether it counts at another moment than was told."""
        return self.counts_at != self.event.occurred_at


def standing(events: Iterable[JointEvent], agency_of: dict[str, str], lead: str) -> tuple[Standing, ...]:
    """Give the events that stand, in the order in which they were first recorded. `agency_of`: the agency of each leg."""
    found, voided = _read(events, agency_of, lead)
    return tuple(one for first, one in found.items() if first not in voided)


def taken_back(events: Iterable[JointEvent], agency_of: dict[str, str], lead: str) -> tuple[Standing, ...]:
    """Give the answers of others that the lead told and took back: until then, by its own words, the leg was back with it."""
    found, voided = _read(events, agency_of, lead)
    back = (one for first, one in found.items() if first in voided and one.event.kind in _BACK)
    return tuple(one for one in back if not gains_by_earlier(one.event, agency_of.get(one.event.leg, lead)))


def _read(events: Iterable[JointEvent], agency_of: dict[str, str], lead: str) -> tuple[dict[str, Standing], set[str]]:
    """The events as last told, by the id of the first telling, and which of them did not happen."""
    found: dict[str, Standing] = {}
    voided: set[str] = set()
    for event in events:
        first = event.corrects or event.id
        known = found.get(first)
        if not event.corrects:
            found[first] = Standing(event=event, counts_at=_counts(event, agency_of.get(event.leg, lead)))
        elif known is not None and event.is_void:
            voided.add(first)
        elif known is not None:
            found[first] = _corrected(known, event, agency_of.get(event.leg, lead))
    return found, voided


def gains_by_earlier(event: JointEvent, agency: str) -> bool:
    """Say whether whoever told it gains by an earlier moment; else they gain by a later one."""
    return event.kind in _AWAY or event.teller == agency


def _counts(event: JointEvent, agency: str) -> datetime:
    believed = is_believed(actor=event.recorded_by, second="", entered=event.entered)
    if gains_by_earlier(event, agency) and not believed:
        return event.recorded_at
    return min(event.occurred_at, event.recorded_at)  # clocks differ


def _corrected(known: Standing, told: JointEvent, agency: str) -> Standing:
    better = max if gains_by_earlier(told, agency) else min
    first = known.event
    again = replace(told, id=first.id, outcome=told.outcome or first.outcome, document=told.document or first.document)
    counts_at = better(told.occurred_at, known.counts_at)
    return Standing(event=again, counts_at=counts_at, before=(*known.before, first))
