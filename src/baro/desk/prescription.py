"""What a log is judged against, and by when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from baro.records.queries.imports import Source
from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.offices import Offices
from baro.rules.prescribed.processes import ApprovedProcess


@dataclass(frozen=True, slots=True)
class Prescription:
    """The processes approved, who is competent (None: not checked), the calendars, and the limits by procedure."""

    processes: tuple[ApprovedProcess, ...]
    processing: Calendar
    receiving: Calendar
    offices: Offices | None = None
    granularity: Granularity = Granularity.DATE
    procedure_limits: Mapping[str, Duration] = field(default_factory=dict)


PrescriptionOf = Callable[[Source], Prescription]
"""Reads what the dossiers of a source are judged by."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The moment looked from (ms since 1970; None: the end of the day of the last event; at the latest the end of the
    period), the period counted (None: the whole log), and the codes of cases to be opened in the report."""

    as_of: int | None = None
    period: tuple[date, date] | None = None
    cases: tuple[str, ...] = ()
