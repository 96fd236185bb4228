"""Counted dossiers in a line each, and what the report needs around them; every default is unremarkable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta, timezone

import numpy as np

from baro.rules.counted.cases import CountedCases
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.tallies import Tallies
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import HolderKind, TimeClass
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, Names
from baro.rules.prescribed.offices import Offices
from baro.rules.prescribed.processes import ApprovedProcess, Net

HANOI = timezone(timedelta(hours=7))
YEAR = date(2024, 1, 1), date(2024, 12, 31)
AS_OF = datetime(2024, 12, 31, 23, 59, 59, 999000, tzinfo=HANOI)
CLOSED = (TimeClass.EARLY, TimeClass.ON_TIME, TimeClass.LATE)
NAMES = Names(
    activities=("Tiếp nhận", "Thẩm định", "Trả kết quả"),
    kinds=np.array([Kind.RECEIVED, Kind.WORKED, Kind.RELEASED], np.int8),
    persons=("Lan", "Minh"),
    units=("Một cửa", "Phòng Tài nguyên", "Chi cục Thuế"),
    procedures=("1.012766", "1.012783"),
)
PROCESS = ApprovedProcess("QT-01", "Cấp đổi", Net((), (), (), ()))


@dataclass(frozen=True, slots=True)
class Dossier:
    """One counted dossier; `received` and `ended` are days, `ended` None is 01/07/2024 for a closed class."""

    time_class: TimeClass = TimeClass.ON_TIME
    received: date = date(2024, 6, 3)
    ended: date | None = None
    ended_kind: Kind = Kind.RELEASED
    unit: int = 0
    procedure: int = 0
    process: int = 0
    cost: int = 0
    told_cost: int = 0
    fitness: float = 1.0
    supplements: int = 0
    reopened: bool = False
    plain_due: date | None = None
    late_minutes: int = 0
    apologised: bool = False
    digitised: bool = False
    recorded_due: int = NO_TIME
    recorded_ended: int = NO_TIME

    @property
    def end(self) -> date | None:
        """The day it ended, None while open."""
        return (self.ended or date(2024, 7, 1)) if self.time_class in CLOSED or self.ended else None


def number(day: date | None) -> int:
    """A day as its number since 1970, -1 for none."""
    return -1 if day is None else (day - date(1970, 1, 1)).days


def cases_of(dossiers: Sequence[Dossier], period: tuple[date, date] = YEAR) -> CountedCases:
    """Put dossiers into columns."""

    def column(name: str, kind: type = np.int32) -> np.ndarray:
        return np.array([getattr(d, name) for d in dossiers], kind)

    return CountedCases(
        unit=column("unit"),
        procedure=column("procedure"),
        process=column("process"),
        cost=column("cost"),
        told_cost=column("told_cost"),
        fitness=column("fitness", np.float64),
        clock=_clock(dossiers),
        ended_day=np.array([number(d.end) for d in dossiers], np.int32),
        recorded_due=column("recorded_due", np.int64),
        recorded_ended=column("recorded_ended", np.int64),
        apologised=column("apologised", np.bool_),
        result_digitised=column("digitised", np.bool_),
        first_day=number(period[0]),
        last_day=number(period[1]),
    )


def _clock(dossiers: Sequence[Dossier]) -> ClockColumns:
    told = {
        "key_day": [number(d.received) if d.time_class != TimeClass.NOT_COUNTED else -1 for d in dossiers],
        "plain_due_day": [number(d.plain_due) for d in dossiers],
        "ended_at": [NO_TIME if d.end is None else number(d.end) * 86_400_000 for d in dossiers],
        "ended_kind": [0 if d.end is None else int(d.ended_kind) for d in dossiers],
        "reopened": [d.reopened for d in dossiers],
        "supplements": [d.supplements for d in dossiers],
        "time_class": [int(d.time_class) for d in dossiers],
        "late_minutes": [d.late_minutes for d in dossiers],
    }
    blank = [0] * len(dossiers)
    return ClockColumns(**{f.name: np.array(told.get(f.name, blank), np.int64) for f in fields(ClockColumns)})


def tallies_of(
    late: Mapping[tuple[int, int, int], int] | None = None,
    deviations: Mapping[tuple[int, int, DeviationKind], int] | None = None,
    processes: int = 1,
    names: Names = NAMES,
) -> Tallies:
    """Tallies with these late minutes and these deviations by (process, activity, kind); nothing else happened."""
    p, a, u, n = processes + 1, len(names.activities) + 1, len(names.units) + 1, len(names.persons) + 1
    shapes = {
        "step_count": (p, a), "step_over": (p, a), "step_held": (p, a), "step_late": (p, a),
        "step_deviations": (p, a, len(DeviationKind)), "follows": (p, a, a), "person_events": (n,), "person_over": (n,),
        "person_held": (n,), "person_late": (n,), "unit_held": (u, len(HolderKind)), "unit_late": (u, len(HolderKind)),
    }  # fmt: skip
    sums = {name: np.zeros(shape, np.int64) for name, shape in shapes.items()}
    for place, times in (deviations or {}).items():
        sums["step_deviations"][place] = times
    return Tallies(**sums, person_unit=np.full(n, -1, np.int32), late=dict(late or {}))


def counted_of(
    dossiers: Sequence[Dossier],
    tallies: Tallies | None = None,
    period: tuple[date, date] = YEAR,
    processes: tuple[ApprovedProcess, ...] = (PROCESS,),
    offices: Offices | None = None,
    names: Names = NAMES,
) -> Counted:
    """What the report counts from."""
    sums = tallies or tallies_of(processes=len(processes), names=names)
    return Counted(names, cases_of(dossiers, period), sums, processes, offices, AS_OF)
