"""A body ends, or a part of it goes: what would follow is told first, and recorded with the hand-over, all or nothing.

Every open item goes to a named successor, or stays listed as not handed over; nothing goes by itself. Several bodies that
merge into one are told and recorded together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.desk.body_acts import succeeded_act
from baro.desk.by import By, require_over
from baro.desk.handover import eyes_of, handed, handed_act, require_each
from baro.records.ids_made import new_id
from baro.records.queries.open_items import open_items
from baro.records.queries.organisation import bodies
from baro.records.recording import record_all
from baro.records.row_security.session import reading
from baro.rules.observed.acts import Act
from baro.rules.prescribed.bodies import Bodies, BodyTerm
from baro.rules.prescribed.body_changes import with_succession
from baro.rules.prescribed.body_checks import called, check_end, check_succession, ends_predecessor
from baro.rules.prescribed.handovers import OpenItem, check_hand_over
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What successions of one body would do: `last` is its last day (None: it goes on), `ends` the term that ends,
    `after` the bodies as they then are, `items` what lies open in it, as far as the asker may know of it."""

    lines: tuple[Succession, ...]
    last: date | None
    ends: BodyTerm | None
    after: Bodies
    items: tuple[OpenItem, ...]

    @property
    def body(self) -> str:
        """The predecessor."""
        return self.lines[0].predecessor

    @property
    def heirs(self) -> tuple[str, ...]:
        """The successors named."""
        return tuple(dict.fromkeys(line.successor for line in self.lines if line.successor))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """The closings of several bodies in one act, in the order in which they were named; of one body, most often."""

    closings: tuple[Closing, ...]

    @property
    def items(self) -> tuple[OpenItem, ...]:
        """All that lies open in any of them."""
        return tuple(item for closing in self.closings for item in closing.items)

    @property
    def after(self) -> Bodies:
        """The bodies as they are once all is done."""
        return self.closings[-1].after

    @property
    def heirs(self) -> tuple[str, ...]:
        """The successors named."""
        return tuple(dict.fromkeys(heir for closing in self.closings for heir in closing.heirs))


def preview_all(lines: Sequence[Succession], by: By, at: datetime, *, whole: bool = False) -> Merger:
    """Tell what successions of one body or several (at least one) would do, one after the other; nothing is recorded.

    Raises as `preview`.
    """
    found: list[Closing] = []
    known = bodies()
    for body in dict.fromkeys(line.predecessor for line in lines):
        mine = [line for line in lines if line.predecessor == body]
        found.append(_preview(known, mine, by, at, whole=whole))
        known = found[-1].after
    return Merger(closings=tuple(found))


def preview(lines: Sequence[Succession], by: By, at: datetime, *, whole: bool = False) -> Closing:
    """Tell what successions of one body (at least one) would do; nothing is recorded. `whole`: after a split nothing is
    left of it.

    Raises `Refused("access.…" | "succession.…" | "body.has_bodies_below" | "body.not_in_force")`.
    """
    return _preview(bodies(), lines, by, at, whole=whole)


@reading()
def _preview(known: Bodies, lines: Sequence[Succession], by: By, at: datetime, *, whole: bool) -> Closing:
    body, first = lines[0].predecessor, lines[0].effective_on
    require_over(by, "organisation.record", bodies(), body, at)
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
        items=open_items(body, eyes_of(by), first, openly=True) if ends else (),
    )


def close(found: Closing, given: Mapping[OpenItem, str], decision: str, by: By, at: datetime) -> int:
    """Record the successions and the hand-over of the items that were given to somebody; return how many were.

    Raises `Refused("handover.items_changed" | "handover.…")`: what was open may have changed since the preview.
    """
    return close_all(Merger(closings=(found,)), given, decision, by, at)


def close_all(found: Merger, given: Mapping[OpenItem, str], decision: str, by: By, at: datetime) -> int:
    """Record what several closings would do, and the hand-over of what was given to somebody, all or nothing. Raises as
    `close`."""
    if set(given) - set(found.items):
        raise Refused("handover.items_changed", body=called(found.after, found.closings[0].body))
    require_each(list(given), by, at)
    on = found.closings[0].lines[0].effective_on
    gone = [(item, handed(item, heir, on, decision)) for item, heir in sorted(given.items()) if heir]
    for _, one in gone:
        check_hand_over(found.after, one)
    acts = [act for closing in found.closings for act in _acts(closing, by, at)]
    record_all([*acts, *(handed_act(item, one, by, at) for item, one in gone)], at=at)
    return len(gone)


def _acts(found: Closing, by: By, at: datetime) -> list[Act]:
    return [
        succeeded_act(line, found.ends if place == 0 else None, new_id(at), by, at)
        for place, line in enumerate(found.lines)
    ]
