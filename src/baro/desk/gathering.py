"""Gather what is kept of each run into columns over all cases, allocated once: a log of many millions must fit."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from baro.desk.findings import FindingColumns
from baro.desk.flow import Run
from baro.rules.counted.tallies import Tallies, add_tallies
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.judged.signals.case_table import CaseTable
from baro.rules.observed.log import Ints

Column = npt.NDArray[Any]
_CLOCK = tuple(f.name for f in fields(ClockColumns))
# What the table of cases shares with the clock is kept once.
_OF_CLOCK = ("received_at", "due_day", "ended_at", "ended_kind")
_OF_TABLE = tuple(f.name for f in fields(CaseTable) if f.name not in (*_OF_CLOCK, "present", "kinds", "procedure"))


class Gathered:
    """Columns over all `cases` of a log, filled run by run in order."""

    def __init__(self, cases: int) -> None:
        self._cases = cases
        self._filled = 0
        self._columns: dict[str, Column] = {}
        self._findings: list[FindingColumns] = []
        self._table: CaseTable | None = None
        self.tallies: Tallies | None = None

    def add(self, run: Run) -> None:
        """Keep what the whole needs of a run."""
        span = slice(self._filled, self._filled + run.log.case_count)
        for name, column in _kept(run).items():
            if name not in self._columns:
                self._columns[name] = np.empty(self._cases, column.dtype)
            self._columns[name][span] = column
        self._filled = span.stop
        self._findings.append(run.findings)
        self._table = self._table or run.table
        if self.tallies is None:
            self.tallies = run.tallies
        else:
            add_tallies(self.tallies, run.tallies)

    def column(self, name: str) -> Column:
        """One column over all cases."""
        return self._columns[name]

    @property
    def clock(self) -> ClockColumns:
        """The clocks of all cases."""
        return ClockColumns(**{name: self._columns[f"clock.{name}"] for name in _CLOCK})

    @property
    def table(self) -> CaseTable:
        """The table of all cases, for the signals that compare them."""
        assert self._table is not None  # a log has at least one run
        columns: dict[str, Any] = {name: self._columns[f"table.{name}"] for name in _OF_TABLE}
        columns |= {name: self._columns[f"clock.{name}"] for name in _OF_CLOCK}
        return replace(self._table, procedure=self._columns["procedure"], **columns)

    def findings(self, whole: list[FindingColumns]) -> FindingColumns:
        """All findings by case, row and kind, those over the whole log among them; what was kept is let go."""
        runs, self._findings = FindingColumns.together(self._findings), []
        late = FindingColumns.together([runs.take(np.empty(0, np.int64)), *whole])
        late = late.take(np.lexsort((late.kind, late.row, late.case)))
        # Findings over the whole log concern cases as a whole: they stand first of their case, at row 0.
        places: Ints = np.searchsorted(runs.case, late.case, side="left")
        return runs.with_inserted(places, late)


def _kept(run: Run) -> dict[str, Column]:
    cases = run.log.cases
    return {
        "unit": run.unit,
        "process": run.process,
        "cost": run.conformance.cost,
        "told_cost": run.told_cost,
        "fitness": run.conformance.fitness,
        "apologised": run.apologised,
        "result_digitised": run.digitised,
        "trace": cases.trace,
        "procedure": cases.procedure,
        "recorded_due": cases.recorded_due,
        "recorded_ended": cases.recorded_ended,
        **{f"clock.{name}": getattr(run.clock, name) for name in _CLOCK},
        **{f"table.{name}": getattr(run.table, name) for name in _OF_TABLE},
    }
