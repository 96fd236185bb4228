"""Scatter the deviations of distinct traces back to the cases and events that show them."""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import numpy.typing as npt

from baro.rules.judged.conformance.bulk import Conformance
from baro.rules.judged.conformance.columns import ConformanceColumns, DeviationColumns
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.observed.log import NONE, EventLog


def deviations_of_cases(
    log: EventLog, conformance: Conformance, columns: ConformanceColumns, wanted: npt.NDArray[np.bool_]
) -> DeviationColumns:
    """Give one row per deviation of the cases wanted. Skipped steps must be among the log's activities."""
    misfit = np.flatnonzero((columns.cost > 0) & wanted)
    pairs, which = np.unique(columns.pair[misfit], return_inverse=True)
    told = conformance.deviations(pairs.tolist())
    code = {label: k for k, label in enumerate(log.names.activities)}
    rows = [(d.kind, d.position, code[d.activity], d.cost) for ds in told for d in ds]
    flat = np.array(rows, np.int64).reshape(len(rows), 4)
    counts = np.array([len(ds) for ds in told], np.int64)
    times = counts[which]
    firsts = np.cumsum(counts) - counts
    ends = np.cumsum(times)
    row = np.arange(int(times.sum())) + np.repeat(firsts[which] - (ends - times), times)
    case = np.repeat(misfit, times)
    kind, position, activity, cost = flat[row].T
    event = np.where(kind == DeviationKind.SKIPPED, NONE, log.offsets[case] + position)
    return DeviationColumns(case, event, kind.astype(np.int8), activity.astype(np.int32), cost.astype(np.int32))


def joined(parts: Sequence[DeviationColumns]) -> DeviationColumns:
    """Lay columns end to end."""
    names = [f.name for f in fields(DeviationColumns)]
    return DeviationColumns(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in names})
