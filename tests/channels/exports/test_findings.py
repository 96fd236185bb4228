"""findings.parquet keeps one schema, whatever form the columns come in."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from baro.channels.exports.findings import FINDINGS_SCHEMA, write_findings

MOMENT = 1_713_945_600_000  # 2024-04-24 08:00 UTC


def test_lists_arrays_and_dictionaries_give_the_same_file(tmp_path: Path) -> None:
    lists = {"kind": ["SKIPPED", "R05", "R05"], "event_row": [0, 7, 9], "at": [None, MOMENT, MOMENT], "cost": [1, 0, 0]}
    codes = pa.DictionaryArray.from_arrays(pa.array([0, 1, 1], pa.int8()), pa.array(["SKIPPED", "R05"]))
    arrays = {
        "kind": codes,
        "event_row": np.array([0, 7, 9], dtype=np.int32),
        "at": pa.array([None, MOMENT, MOMENT], pa.int64()),
        "cost": np.array([1, 0, 0]),
    }
    write_findings(tmp_path / "a.parquet", lists)
    write_findings(tmp_path / "b.parquet", arrays)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_the_schema_does_not_depend_on_what_was_found(tmp_path: Path) -> None:
    write_findings(tmp_path / "none.parquet", {})
    write_findings(tmp_path / "some.parquet", {"kind": np.array(["R01"], dtype=object), "question": ["Vì sao?"]})
    for name in ("none", "some"):
        assert pq.read_schema(tmp_path / f"{name}.parquet").equals(FINDINGS_SCHEMA)


def test_moments_are_utc_and_missing_columns_are_null(tmp_path: Path) -> None:
    write_findings(tmp_path / "f.parquet", {"kind": ["R01"], "at": np.array([MOMENT])})
    (row,) = pq.read_table(tmp_path / "f.parquet").to_pylist()
    assert row["at"] == datetime(2024, 4, 24, 8, 0, tzinfo=UTC)
    assert row["clause"] is None


def test_a_chunked_dictionary_is_written_whole(tmp_path: Path) -> None:
    parts = [pa.array(["a", "b"]).dictionary_encode(), pa.array(["b", "c"]).dictionary_encode()]
    write_findings(tmp_path / "f.parquet", {"case": pa.chunked_array(parts)})
    assert pq.read_table(tmp_path / "f.parquet")["case"].to_pylist() == ["a", "b", "b", "c"]


def test_a_column_outside_the_schema_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="colour"):
        write_findings(tmp_path / "f.parquet", {"colour": ["red"]})
    assert not list(tmp_path.iterdir())


def test_columns_of_different_length_are_refused(tmp_path: Path) -> None:
    with pytest.raises((ValueError, pa.ArrowInvalid)):
        write_findings(tmp_path / "f.parquet", {"kind": ["R01", "R02"], "case": ["a"]})
