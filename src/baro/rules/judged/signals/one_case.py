"""Take one case out of the columns, for the plain rules of the signals."""

from datetime import date, timedelta

from baro.rules.judged.deadlines.classes import DueSource, TimeClass
from baro.rules.judged.signals.case_facts import CaseFacts
from baro.rules.judged.signals.fact_columns import FactColumns
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import moment
from baro.rules.prescribed.durations import UNITS, Duration

_EPOCH = date(1970, 1, 1)


def case_facts(facts: FactColumns, i: int) -> CaseFacts:
    """Give case `i` and its clock in readable form."""
    clock, as_of = facts.clock, moment(facts.as_of)
    assert as_of is not None  # an as-of moment is always given
    span = slice(int(facts.log.offsets[i]), int(facts.log.offsets[i + 1]))
    value, unit = int(clock.limit_value[i]), int(clock.limit_unit[i])
    return CaseFacts(
        case=facts.log.case(i),
        present=facts.log.present,
        calendar=facts.tables.calendar,
        as_of=as_of,
        competent=None if facts.competent is None else tuple(facts.competent[span].tolist()),
        leg_due_days=facts.leg_due_days,
        received_at=moment(int(clock.received_at[i])),
        key_day=_day(int(clock.key_day[i])),
        limit=Duration(value, UNITS[unit]) if value >= 0 and unit >= 0 else None,
        due_source=DueSource(int(clock.due_source[i])),
        due_day=_day(int(clock.due_day[i])),
        due_minute=int(clock.due_minute[i]) if clock.due_minute[i] >= 0 else None,
        extended_due_day=_day(int(clock.extended_due_day[i])),
        plain_due_day=_day(int(clock.plain_due_day[i])),
        ended_at=moment(int(clock.ended_at[i])),
        ended_kind=Kind(int(clock.ended_kind[i])),
        returned_at=moment(int(clock.returned_at[i])),
        suspended=bool(clock.suspended[i]),
        restarts=int(clock.restarts[i]),
        time_class=TimeClass(int(clock.time_class[i])),
        late_days=int(clock.late_days[i]),
    )


def _day(number: int) -> date | None:
    return _EPOCH + timedelta(days=number) if number >= 0 else None
