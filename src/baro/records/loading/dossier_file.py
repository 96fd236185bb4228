"""The dossiers that a delivery touched, as a file of their segment: from it the table of dossiers is projected, always the
same way, when the delivery is received and when the ledger is replayed."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from baro.records.ids import Ids
from baro.records.loading.digests import Digests, as_texts
from baro.rules.judged.dossier_states import DossierStates
from baro.rules.observed.log import NO_TIME, Names

DOSSIERS = "dossiers.parquet"
_MOMENTS = ("received_at", "due_at", "ended_at", "last_event_at")
_TEXTS = {"unit": "units", "holder_unit": "units", "holder_person": "persons"}
_RENAMED = {"suspended": "is_suspended", "reopened": "is_reopened", "digitised": "is_digitised", "due_day": "due_on"}


def write_dossiers(
    folder: Path, ids: Ids, states: DossierStates, names: Names, processes: Sequence[str], digests: Digests,
    procedure: npt.NDArray[np.int32], channel: npt.NDArray[np.int32],
) -> None:  # fmt: skip
    """Write one row per dossier; columns are named as in the table of dossiers."""
    columns = {"code": ids.array, "digest": pa.array(as_texts(digests))}
    for field in fields(states):
        column = getattr(states, field.name)
        columns[_RENAMED.get(field.name, field.name)] = _arrow(field.name, column, names)
    columns["process"] = _coded(states.process, processes)
    columns["procedure"] = _coded(procedure, names.procedures)
    columns["channel"] = _coded(channel, names.channels)
    columns["place"] = pa.array(np.arange(len(ids), dtype=np.int32))
    pq.write_table(pa.table(columns), folder / DOSSIERS, compression="zstd", compression_level=1)


def read_dossiers(folder: Path) -> pa.Table:
    """The dossiers of a segment; none if the delivery touched none."""
    file = folder / DOSSIERS
    return pq.read_table(file, partitioning=None) if file.exists() else pa.table({})


def _arrow(name: str, column: npt.NDArray[np.generic], names: Names) -> pa.Array:
    if name in _MOMENTS:
        return pa.array(column, mask=column == NO_TIME).cast(pa.timestamp("ms"))
    if name == "due_day":
        return pa.array(column.astype(np.int32), mask=column < 0).cast(pa.date32())
    if name in _TEXTS:
        return _coded(column, getattr(names, _TEXTS[name]))
    return pa.array(column)


def _coded(codes: npt.NDArray[np.generic], names: Sequence[str]) -> pa.Array:
    """Names by their codes, "" for -1."""
    table = pa.array([*names, ""], pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(np.where(codes < 0, len(names), codes).astype(np.int32)), table)
