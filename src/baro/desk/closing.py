"""A body ends, or a part of it goes: what would follow is told first, and recorded with the hand-over, all or nothing.

Every open item goes to a named successor, or stays listed as not handed over; nothing goes by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.desk.body_acts import succeeded_act
from baro.desk.by import By, require_over
from baro.desk.handover import handed_act
from baro.records.ids_made import new_id
from baro.records.queries.open_items import open_items
from baro.records.queries.organisation import bodies
from baro.records.queries.people import service
from baro.records.recording import record_all
from baro.rules.prescribed.bodies import Bodies, BodyTerm
from baro.rules.prescribed.body_changes import with_succession
from baro.rules.prescribed.body_checks import called, check_end, check_succession, ends_predecessor
from baro.rules.prescribed.handovers import HandedOver, OpenItem, check_hand_over
from baro.rules.prescribed.offices import Post
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What successions of one body would do: `last` is its last day (None: it goes on), `ends` the term that ends,
    `after` the bodies as they then are, `items` what lies open in it, `posts` what people hold there beyond its end."""

    lines: tuple[Succession, ...]
    last: date | None
    ends: BodyTerm | None
    after: Bodies
    items: tuple[OpenItem, ...]
    posts: tuple[Post, ...]

    @property
    def body(self) -> str:
        """The predecessor."""
        return self.lines[0].predecessor

    @property
    def heirs(self) -> tuple[str, ...]:
        """The successors named."""
        return tuple(dict.fromkeys(line.successor for line in self.lines if line.successor))


def preview(lines: Sequence[Succession], by: By, at: datetime, *, whole: bool = False) -> Closing:
    """Tell what successions of one body (at least one) would do; nothing is recorded. `whole`: after a split nothing is
    left of it.

    Raises `Refused("access.…" | "succession.…" | "body.has_bodies_below" | "body.not_in_force")`.
    """
    known = bodies()
    body, first = lines[0].predecessor, lines[0].effective_on
    require_over(by, "organisation.record", known, body, at)
    ends = any(ends_predecessor(line, whole=whole) for line in lines)
    after = known
    for line in lines:
        after = with_succession(after, line, whole=ends)
        check_succession(after, line)
    eve = first - timedelta(days=1)
    term = known.term_on(body, first) if ends else None
    if term is not None:
        check_end(known, body, eve)
    return Closing(
        lines=tuple(lines),
        last=eve if ends else None,
        ends=term,
        after=after,
        items=open_items(body) if ends else (),
        posts=tuple(p for p in service().posts if ends and p.unit == body and p.term.holds(first)),
    )


def close(found: Closing, given: Mapping[OpenItem, str], decision: str, by: By, at: datetime) -> int:
    """Record the successions and the hand-over of the items that were given to somebody; return how many were.

    Raises `Refused("handover.items_changed" | "handover.…")`: what was open may have changed since the preview.
    """
    if set(given) - set(found.items):
        raise Refused("handover.items_changed", body=called(found.after, found.body))
    if given:
        require_over(by, "handover.record", bodies(), found.body, at)
    on = found.lines[0].effective_on
    handed = [
        HandedOver(kind=i.kind, id=i.id, unit=found.body, successor=heir, on=on, decision=decision)
        for i, heir in sorted(given.items())
        if heir
    ]
    for one in handed:
        check_hand_over(found.after, one)
    acts = [
        succeeded_act(line, found.ends if place == 0 else None, new_id(at), by, at)
        for place, line in enumerate(found.lines)
    ]
    record_all([*acts, *(handed_act(one, by, at) for one in handed)], at=at)
    return len(handed)
