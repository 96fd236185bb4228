"""Whose a joint dossier's time was, and whose its lateness is.

1. Each working minute from receipt to the end (or the moment one looks) belongs to one holder: to the agency of a leg while
   that leg lies with it, of several legs at once to the one that was due first (of equal ones the first of the process);
   else to the lead. An agency holds nothing before it was sent to.
2. The late minutes of the whole are charged to agencies that kept their leg beyond its limit, in proportion to what they
   held beyond it and never more. What remains is the lead's: it answers for the whole, and for the time between legs.

So whoever kept within the limit of their leg is charged nothing, and the parts add up to the whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from baro.rules.judged.deadlines.late_charge import apportion
from baro.rules.judged.joint.legs import JointNow, Round, minute_of
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.workdays import working_minutes_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of time with one holder: local minutes [start, end), the working minutes in it, those beyond the limit of the
    leg `leg` ("": the lead held it between legs)."""

    holder: str
    leg: str
    start: int
    end: int
    minutes: int
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """An agency's part: the working minutes it held, those beyond the limits of its legs, the late minutes charged to it."""

    agency: str
    held: int
    over: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JointSplit:
    """The stretches in order of time, the part of each agency, and the late working minutes of the whole, their sum."""

    stretches: tuple[Stretch, ...]
    shares: tuple[Share, ...]
    late: int


def split_of(now: JointNow, calendar: Calendar) -> JointSplit:
    """Split the time of a joint dossier, and its lateness, among the agencies that held it."""
    begin, until = minute_of(now.dossier.received_at, calendar), minute_of(now.until, calendar)
    rounds = [one for leg in now.legs for one in leg.rounds]
    stretches = _stretches(rounds, begin, max(begin, until), now.process.lead, calendar)
    late = 0
    if now.due.minute is not None:
        late = working_minutes_between(calendar, max(begin, now.due.minute), until)
    over = dict.fromkeys(now.process.parties, 0)
    held = dict(over)
    for one in stretches:
        over[one.holder] += one.over
        held[one.holder] += one.minutes
    charged = _charged(late, over, now.process.lead)
    shares = tuple(Share(agency=a, held=held[a], over=over[a], late=charged[a]) for a in now.process.parties)
    return JointSplit(stretches=stretches, shares=shares, late=late)


def _charged(late: int, over: dict[str, int], lead: str) -> dict[str, int]:
    amount = min(late, sum(over.values()))
    parts = apportion(amount, list(over.values())) if amount else [0] * len(over)
    charged = dict(zip(over, parts, strict=True))
    charged[lead] += late - amount
    return charged


def _stretches(rounds: Sequence[Round], begin: int, until: int, lead: str, calendar: Calendar) -> tuple[Stretch, ...]:
    spans = [(one, *_span(one, begin, until, calendar)) for one in rounds]
    edges = sorted({begin, until, *(edge for _, start, end in spans for edge in (start, end))})
    found = []
    for start, end in pairwise(edges):
        there = [one for one, first, last in spans if first <= start and end <= last]
        found.append(_stretch(min(there, key=_due, default=None), start, end, lead, calendar))
    return tuple(found)


def _stretch(held: Round | None, start: int, end: int, lead: str, calendar: Calendar) -> Stretch:
    minutes = working_minutes_between(calendar, start, end)
    if held is None:
        return Stretch(holder=lead, leg="", start=start, end=end, minutes=minutes, over=0)
    over = working_minutes_between(calendar, max(start, _due(held)), end)
    return Stretch(holder=held.leg.agency, leg=held.leg.key, start=start, end=end, minutes=minutes, over=over)


def _span(one: Round, begin: int, until: int, calendar: Calendar) -> tuple[int, int]:
    start = min(max(minute_of(one.starts, calendar), begin), until)
    last = one.answerable_until
    return start, until if last is None else min(max(minute_of(last, calendar), start), until)


def _due(one: Round) -> int:
    return one.due.minute if one.due.minute is not None else 1 << 62
