"""Make the rows of a run of cases for the signals that compare cases."""

from typing import Any

import numpy as np
import numpy.typing as npt

from baro.rules.judged.signals.case_table import CaseTable
from baro.rules.judged.signals.fact_columns import ABSENT, FactColumns
from baro.rules.observed.kinds import CLOSING
from baro.rules.observed.log import NO_TIME, Codes, Ints
from baro.rules.prescribed.workdays import MINUTES_A_DAY

_MS_A_MINUTE = 60_000


def case_table(facts: FactColumns) -> CaseTable:
    """Give one row per case of the log; tables of consecutive runs are put together by `case_table.joined`."""
    clock, cases = facts.clock, facts.log.cases
    ended = np.flatnonzero(clock.ended_at != NO_TIME)
    minute = facts.minutes(clock.ended_at[ended])
    by = _closing_events(facts)
    closed = np.flatnonzero(by >= 0)
    timed = (clock.ended_at[ended] % _MS_A_MINUTE != 0) | (minute % MINUTES_A_DAY != 0)
    count = facts.log.case_count
    return CaseTable(
        applicant=cases.applicant,
        procedure=cases.procedure,
        code_prefix=cases.code_prefix,
        code_day=cases.code_day,
        code_sequence=cases.code_sequence,
        received_at=clock.received_at,
        due_day=clock.due_day,
        ended_at=clock.ended_at,
        ended_day=_spread(count, ended, minute // MINUTES_A_DAY, ABSENT).astype(np.int32),
        ended_kind=clock.ended_kind,
        ended_actor=_spread(count, closed, facts.log.events.actor[by[closed]], ABSENT).astype(np.int32),
        ended_flags=_spread(count, closed, facts.log.events.flags[by[closed]], 0).astype(np.uint8),
        ended_timed=_spread(count, ended, timed, 0).astype(np.bool_),
        present=facts.log.present,
        kinds=facts.kinds_shown,
    )


def _closing_events(facts: FactColumns) -> Ints:
    """Per case the event that closed it (the last of its moment), -1 where there is none."""
    found = facts.happened(*CLOSING)
    closes = found.where(facts.at(found.event) == facts.clock.ended_at[found.case])
    return _spread(facts.log.case_count, closes.last.case, closes.last.event, ABSENT)


def _spread(count: int, index: Ints | Codes, values: npt.NDArray[Any], otherwise: int) -> Ints:
    full = np.full(count, otherwise, np.int64)
    full[index] = values
    return full
