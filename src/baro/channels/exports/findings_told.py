"""The findings of a judged log as Arrow columns for findings.parquet: codes with their dictionaries, nothing per row in
Python."""

import string
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from baro.desk.findings import FIRST_SIGNAL, FindingColumns
from baro.desk.judged import JudgedLog
from baro.rules.counted.reports.maps import decision_words
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.judged.signals.signal import Signal
from baro.rules.observed.log import NO_TIME

KINDS = (*(kind.name.lower() for kind in DeviationKind), *(signal.code for signal in SIGNALS))
MINUTES = "phút làm việc"


def findings_told(judged: JudgedLog) -> dict[str, pa.Array]:
    """Give the columns of `FINDINGS_SCHEMA`."""
    f, names = judged.findings, judged.counted.names
    processes = judged.court.processes
    step, clause = _clauses(judged)
    at = pa.array(f.at, pa.int64(), mask=f.at == NO_TIME).cast(pa.timestamp("ms", "UTC"))
    return {
        "kind": _words(f.kind, KINDS),
        "case": pa.DictionaryArray.from_arrays(pa.array(f.case.astype(np.int32)), _ids(judged)),
        "event_row": pa.array(f.row),
        "activity": _words(f.activity, names.activities),
        "person": _words(f.person, names.persons),
        "unit": _words(f.unit, names.units),
        "process": _words(f.process, [f"{p.code} phiên bản {p.version}" for p in processes]),
        "step_no": step,
        "clause": clause,
        "amount": pa.array(f.amount),
        "unit_of_amount": _words(np.where(f.kind == DeviationKind.OVER_STEP_LIMIT, 0, -1), [MINUTES]),
        "at": at,
        "cost": pa.array(f.cost),
        "question": _questions(judged, f),
    }


def _words(codes: npt.NDArray[np.integer], names: Sequence[str]) -> pa.Array:
    """Codes as a dictionary column; null where the code is negative."""
    indices = pa.array(codes.astype(np.int32), mask=codes < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(list(names), pa.string()))


def _ids(judged: JudgedLog) -> pa.Array:
    array = getattr(judged.ids, "array", None)
    return array if array is not None else pa.array(list(judged.ids), pa.string())


def _clauses(judged: JudgedLog) -> tuple[pa.Array, pa.Array]:
    """The step's number and its clause, by process and activity; null where the process has no such step."""
    f, activities = judged.findings, judged.counted.names.activities
    numbers: list[str] = []
    clauses: list[str] = []
    place = np.full((len(judged.court.processes) + 1, len(activities) + 1), -1, np.int32)
    for p, process in enumerate(judged.court.processes):
        by_label = {s.activity: s for s in process.steps}
        for a, label in enumerate(activities):
            if label in by_label:
                place[p, a] = len(numbers)
                numbers.append(by_label[label].no)
                clauses.append(f"bước {by_label[label].no} quy trình {process.code}, {decision_words(process)}")
    where = place[f.process, f.activity]
    return _words(where, numbers), _words(where, clauses)


def _questions(judged: JudgedLog, findings: FindingColumns) -> pa.Array:
    parts: list[pa.Array] = []
    rows: list[npt.NDArray[np.int64]] = []
    ids = _ids(judged)
    for k, signal in enumerate(SIGNALS):
        mine = np.flatnonzero(findings.kind == FIRST_SIGNAL + k)
        if len(mine):
            rows.append(mine)
            parts.append(_sentences(signal, ids.take(pa.array(findings.case[mine])), findings.amount[mine]))
    if not rows:
        return pa.nulls(len(findings), pa.string())
    where = np.full(len(findings), -1, np.int64)
    where[np.concatenate(rows)] = np.arange(sum(map(len, rows)))
    return pa.concat_arrays(parts).take(pa.array(where, mask=where < 0))


def _sentences(signal: Signal, cases: pa.Array, amounts: npt.NDArray[np.int64]) -> pa.Array:
    """Fill the question of a signal in for many cases at once."""
    values = {"case": cases, "amount": pa.array(amounts).cast(pa.string())}
    pieces: list[pa.Array | str] = []
    for text, field, _, _ in string.Formatter().parse(signal.question):
        pieces.append(text)
        if field is not None:
            pieces.append(values[field] if field in values else str(signal.parameters[field]))
    return pc.binary_join_element_wise(*pieces, "")
