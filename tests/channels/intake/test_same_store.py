"""One log, five formats, one store."""

import dataclasses
from datetime import datetime
from functools import partial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baro.channels.intake.read_log import read_log
from channels.intake.log_files import Row, event, write_csv, write_csv_gz, write_parquet, write_xes, write_xlsx

WRITERS = {
    "log.csv": write_csv,
    "log.csv.gz": write_csv_gz,
    "log.parquet": write_parquet,
    "log.xlsx": write_xlsx,
    "log.xes": write_xes,
    "log.xes.gz": write_xes,
}


def facts(folder, name, rows):
    """All that the store says of a log but the rows, which formats count from different places."""
    store = read_log(WRITERS[name](folder / name, rows), folder / f"store-{name}").store
    log = store.whole()
    cases = {f.name: getattr(log.cases, f.name) for f in dataclasses.fields(log.cases)}
    events = {f.name: getattr(log.events, f.name) for f in dataclasses.fields(log.events) if f.name != "row"}
    columns = {k: list(v) if k == "ids" else np.asarray(v).tolist() for k, v in (cases | events).items()}
    names = dataclasses.asdict(log.names)
    traces = [log.traces.trace(t) for t in range(len(log.traces))]
    return columns | names | {"kinds": names["kinds"].tolist(), "traces": traces, "offsets": log.offsets.tolist(),
                              "present": log.present}  # fmt: skip


ROWS = [
    event("000.H26-240115-0001", "Tiếp nhận", "2024-01-15 08:30:00", "An", "P1", "2024-01-20 17:00:00"),
    event("000.H26-240115-0002", "Tiếp nhận", "2024-01-15 08:31:00", "An", "P1"),
    event("000.H26-240115-0001", "Thẩm định & “ký”", "2024-01-16 09:00:00.250", "Bình", "P2", "2024-01-20 17:00:00"),
    event("000.H26-240115-0002", "Từ chối", "2024-01-16T10:00:00+01:00", "", "P2"),
    event("000.H26-240115-0001", "Trả kết quả", "2024-01-17", "An", "", "2024-01-20 17:00:00"),
]


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_store(tmp_path, name):
    assert facts(tmp_path, name, ROWS) == facts(tmp_path, "log.csv", ROWS)


_TEXT = st.text(st.sampled_from("abĐđưẩ ,;\"'<&>12"), min_size=1, max_size=6).map(lambda t: f"x{t}x")
_ROW: st.SearchStrategy[Row] = st.builds(
    partial(event),
    st.sampled_from(["H1", "H2", "H3"]),
    _TEXT,
    st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)).map(lambda m: m.isoformat(" ", "milliseconds")),
    st.one_of(st.just(""), _TEXT),
    st.sampled_from(["", "P1", "P2"]),
)


@given(st.lists(_ROW, min_size=1, max_size=8))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_format_gives_the_same_store_whatever_is_in_it(tmp_path, rows):
    rows.sort(key=lambda row: row["Mã hồ sơ"])  # in XES the events of a case stand together
    plain = facts(tmp_path, "log.csv", rows)
    for name in WRITERS:
        assert facts(tmp_path, name, rows) == plain
