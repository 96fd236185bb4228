"""Who held a dossier, from event to event, and who carries its late time. The readable rule, for one case.

The time between two events was held by whoever did the later one; by the applicant from a request for papers or
payment until the answer; by the other agency from a consultation until its answer, and wherever a unit outside the
agency acted. What comes after the dossier's end counts nothing (docs/rules/holder-split.md).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.judged.deadlines.clock import CaseClock, local_minute
from baro.rules.judged.deadlines.late_charge import charge
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.judged.deadlines.step_limits import over_limit
from baro.rules.judged.deadlines.waits import waits_of
from baro.rules.observed.kinds import WAITS_FOR_AGENCY, WAITS_FOR_APPLICANT, Kind
from baro.rules.observed.log import NO_TIME, NONE, ObservedCase, milliseconds, moment
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, CalendarTables
from baro.rules.prescribed.workdays import working_minutes_between


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time: working minutes, who held it (`person` "" if it was no person of the log), the late minutes
    charged to it, and the working minutes over its step's limit."""

    minutes: int
    holder: HolderKind
    person: str
    unit: str
    late: int
    over_limit: int


@dataclass(frozen=True, slots=True)
class CaseSplit:
    """The stretches that end at each event, the one after the last event (`tail`), and their sum."""

    segments: tuple[Segment, ...]
    tail: Segment
    total: int


def split_of(
    case: ObservedCase,
    clock: CaseClock,
    process: ApprovedProcess | None,
    setting: Setting,
    external_units: Collection[str],
) -> CaseSplit:
    """Split the time of one case among its holders. `external_units` are the names of units outside the agency."""
    stop = moment(setting.as_of if clock.ended_at == NO_TIME else clock.ended_at)
    assert stop is not None  # an end or an as-of moment
    tables, seen = setting.processing, [e for e in case.events if milliseconds(e.at) <= setting.as_of]
    edges = [min(_minute(at, tables), _minute(stop, tables)) for at in (*(e.at for e in seen), stop)]
    spans = list(pairwise([edges[0], *edges])) if seen else [(edges[0], edges[0])]
    unseen = [(edges[-1], edges[-1])] * (len(case.events) - len(seen))
    spans = [*spans[:-1], *unseen, spans[-1]]
    bare = [_held(case, k, len(seen), spans[k], stop, process, setting, external_units) for k in range(len(spans))]
    late = _late(bare, spans, clock, len(seen), tables)
    segments = [replace(s, late=minutes) for s, minutes in zip(bare, late, strict=True)]
    return CaseSplit(tuple(segments[:-1]), segments[-1], sum(s.minutes for s in segments))


def _held(
    case: ObservedCase,
    k: int,
    seen: int,
    span: tuple[int, int],
    stop: datetime,
    process: ApprovedProcess | None,
    setting: Setting,
    external_units: Collection[str],
) -> Segment:
    """The stretch that ends at event k, or the tail for k = len(events): held by who did the last event seen."""
    is_tail, tables = k == len(case.events), setting.processing
    event = case.events[k] if not is_tail else case.events[seen - 1] if seen else None
    holder, person, unit = HolderKind.OFFICE, event.actor if event else "", (event.unit if event else "") or case.unit
    if unit in external_units:
        holder = HolderKind.OTHER_AGENCY
    if _waits(case, k, stop, WAITS_FOR_AGENCY):
        holder, person = HolderKind.OTHER_AGENCY, ""
    if _waits(case, k, stop, WAITS_FOR_APPLICANT):
        holder, person = HolderKind.APPLICANT, ""
    minutes = working_minutes_between(tables.calendar, *span)
    step = process.step_of(event.activity) if process and event and not is_tail else None
    over = 0
    if step and step.limit and minutes and holder is not HolderKind.APPLICANT:
        over = over_limit(step.limit, *span, tables, setting.granularity)
    return Segment(minutes, holder, person, unit, 0, over)


def _waits(case: ObservedCase, k: int, stop: datetime, table: Mapping[Kind, Kind]) -> bool:
    """Say whether the dossier waited for an answer in the stretch that ends at event k."""
    found = (w for asked, answer in table.items() for w in waits_of(case, stop, asked, answer))
    return any(w.start < k and (w.stop == NONE or k <= w.stop) for w in found)


def _late(
    bare: Sequence[Segment], spans: Sequence[tuple[int, int]], clock: CaseClock, seen: int, tables: CalendarTables
) -> list[int]:
    """The late minutes charged to each stretch, the tail last."""
    if clock.late_minutes == 0:
        return [0] * len(bare)
    ours = [s.holder is not HolderKind.APPLICANT for s in bare]
    after = [working_minutes_between(tables.calendar, max(start, clock.due_minute), end) for start, end in spans]
    last = max((k for k in range(seen) if ours[k]), default=len(bare) - 1)
    after = [minutes if own else 0 for minutes, own in zip(after, ours, strict=True)]
    return charge(clock.late_minutes, [s.over_limit for s in bare], after, last)


def _minute(at: datetime, tables: CalendarTables) -> int:
    """The local minute of a moment, within the calendar's days."""
    return min(max(local_minute(at, tables), tables.first * MINUTES_A_DAY), (tables.last + 1) * MINUTES_A_DAY)
