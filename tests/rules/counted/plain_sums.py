"""The tallies of a small log added up by hand, one stretch after the other: the oracle of the columns."""

from collections import Counter

import numpy as np

from baro.rules.counted.tallies import LateGround
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.judged.deadlines.columns import SplitColumns
from baro.rules.observed.log import Codes
from rules.judged.deadlines.twins import Judged

EXTRA = {DeviationKind.INSERTED, DeviationKind.REPEATED, DeviationKind.OUT_OF_ORDER}


def plain_tallies(judged: Judged, split: SplitColumns, kinds: Codes) -> dict[str, object]:
    """Everything of `Tallies` as nested lists, and `late` as a dictionary."""
    log, names = judged.log, judged.log.names
    p, a, u, n = len(judged.processes) + 1, len(names.activities) + 1, len(names.units) + 1, len(names.persons) + 1
    sums = {name: Counter() for name in SHAPES}
    unit_of, late = {}, Counter()
    for i in range(log.case_count):
        before = -1
        for k in range(int(log.offsets[i]), int(log.offsets[i + 1])):
            activity, actor = int(log.events.activity[k]), int(log.events.actor[k])
            held_by, unit, holder = int(split.person[k]), int(split.unit[k]), int(split.holder[k])
            step, over, charged = (judged.chosen[i], activity), int(split.over_limit[k]) > 0, int(split.late[k])
            sums["step_count"][step] += 1
            sums["step_held"][step] += int(split.minutes[k])
            sums["step_over"][step] += over
            sums["step_late"][step] += charged
            sums["follows"][judged.chosen[i], before, activity] += 1
            sums["person_events"][(actor,)] += 1
            sums["person_held"][(held_by,)] += int(split.minutes[k])
            sums["person_over"][(held_by,)] += over
            sums["person_late"][(held_by,)] += charged
            sums["unit_held"][unit, holder] += int(split.minutes[k])
            sums["unit_late"][unit, holder] += charged
            late[unit, activity, ground(over, holder, int(kinds[k]))] += charged
            if log.events.unit[k] >= 0:
                unit_of[actor] = int(log.events.unit[k])
            before = activity
        sums["follows"][judged.chosen[i], before, -1] += 1
        tail = int(split.tail_unit[i]), int(split.tail_holder[i])
        sums["person_held"][(int(split.tail_person[i]),)] += int(split.tail_minutes[i])
        sums["person_late"][(int(split.tail_person[i]),)] += int(split.tail_late[i])
        sums["unit_held"][tail] += int(split.tail_minutes[i])
        sums["unit_late"][tail] += int(split.tail_late[i])
        waits = LateGround.OTHER_AGENCY if tail[1] == HolderKind.OTHER_AGENCY else LateGround.STILL_HELD
        late[tail[0], -1, int(waits)] += int(split.tail_late[i])
    size = {"p": p, "a": a, "u": u, "n": n, "h": len(HolderKind), "d": len(DeviationKind)}
    plain = {name: spread(sums[name], [size[s] for s in shape]) for name, shape in SHAPES.items()}
    persons = [unit_of.get(k, -1) for k in [*range(n - 1), -1]]
    return plain | {"person_unit": persons, "late": {k: v for k, v in late.items() if v}}


SHAPES = {
    "step_count": "pa", "step_over": "pa", "step_held": "pa", "step_late": "pa", "step_deviations": "pad",
    "follows": "paa", "person_events": "n", "person_over": "n", "person_held": "n", "person_late": "n",
    "unit_held": "uh", "unit_late": "uh",
}  # fmt: skip


def ground(over: bool, holder: int, kind: int) -> int:
    """On what ground a stretch of late time is charged."""
    if over:
        return LateGround.OVER_STEP_LIMIT
    if holder == HolderKind.OTHER_AGENCY:
        return LateGround.OTHER_AGENCY
    return LateGround.EXTRA_STEP if kind in EXTRA else LateGround.AFTER_DUE


def spread(sums: Counter, shape: list[int]) -> list:
    """Sums by place as nested lists; -1 is the last place."""
    whole = np.zeros(shape, np.int64)
    for place, amount in sums.items():
        whole[place] += amount
    return whole.tolist()
