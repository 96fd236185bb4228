"""Whether another telling of a dossier improves a figure: then no single person may let it count.

As with late entry (`late_entry.py`): nobody can, alone, make anything look less late, less deviating or less questionable.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.classes import IN_TIME, TimeClass
from baro.rules.judged.dossier_states import DossierStates
from baro.rules.observed.log import NO_TIME

Mask = npt.NDArray[np.bool_]
_LATE = (TimeClass.LATE, TimeClass.PENDING_LATE)
_IN_TIME = (*IN_TIME, TimeClass.PENDING_ON_TIME)
_FEWER = ("late_days", "late_minutes", "pauses", "supplements", "extensions", "deviation_count", "signal_count")
_BITS = ("deviation_kinds", "signals")


@dataclass(frozen=True, slots=True)
class Effect:
    """What another telling does to one dossier: the figures before and after, and whether any is better."""

    code: str
    before: TimeClass
    after: TimeClass
    late_days: tuple[int, int]
    deviations: tuple[int, int]
    questions: tuple[int, int]
    improves: bool


def improves(before: DossierStates, after: DossierStates) -> Mask:
    """Say of each dossier whether any figure is better afterwards: no longer late or uncounted, early, less late, due later,
    fewer pauses, supplements, extensions, deviations or questions, or one of them gone."""
    better = ~np.isin(after.time_class, _LATE) & np.isin(before.time_class, _LATE)
    better |= np.isin(after.time_class, _IN_TIME) & ~np.isin(before.time_class, _IN_TIME)
    better |= (after.time_class == TimeClass.EARLY) & (before.time_class != TimeClass.EARLY)
    better |= (before.due_at != NO_TIME) & ((after.due_at > before.due_at) | (after.due_at == NO_TIME))
    better |= np.asarray(before.reopened, bool) & ~np.asarray(after.reopened, bool)
    for name in _FEWER:
        better |= getattr(after, name) < getattr(before, name)
    for name in _BITS:
        better |= (getattr(before, name) & ~getattr(after, name)) != 0
    return np.asarray(better, np.bool_)


def effects(codes: list[str], before: DossierStates, after: DossierStates) -> tuple[Effect, ...]:
    """Tell what another telling does, dossier by dossier."""
    better = improves(before, after)
    return tuple(
        Effect(
            code=code,
            before=TimeClass(int(before.time_class[k])),
            after=TimeClass(int(after.time_class[k])),
            late_days=(int(before.late_days[k]), int(after.late_days[k])),
            deviations=(int(before.deviation_count[k]), int(after.deviation_count[k])),
            questions=(int(before.signal_count[k]), int(after.signal_count[k])),
            improves=bool(better[k]),
        )
        for k, code in enumerate(codes)
    )
