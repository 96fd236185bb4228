"""Compare our alignment costs with pm4py's on every variant of a real log (run: python3 go.py bench --oracle).

Needs the real logs beside the project (../shared/data); prints one line per model, and fails where a cost differs.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import polars as pl

from baro.channels.intake.processes import read_process
from baro.channels.intake.read_log import read_log
from baro.rules.judged.conformance.bulk import Conformance, prepare

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
MODELS = ("receipt.bpmn", "receipt-strict.pnml")


def main() -> int:
    """Compare; give the exit code."""
    if not SHARED.is_dir():
        print("The real logs are not here: nothing compared.")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        store = read_log(SHARED / "receipt.csv", f"{scratch}/store").store
        _write_variants(store, f"{scratch}/variants.parquet")
        return max(_compare(store, model, Path(scratch)) for model in MODELS)


def _write_variants(store, path: str) -> None:
    """One case per variant: its number, its steps, and moments in order."""
    traces, labels = store.traces, np.array(store.names.activities)
    lengths = np.diff(traces.offsets)
    place = np.arange(len(traces.activities))
    pl.DataFrame(
        {
            "case:concept:name": [f"{t:06}" for t in np.repeat(np.arange(len(lengths)), lengths)],
            "concept:name": labels[traces.activities],
            "time:timestamp": pl.Series(place * 60_000).cast(pl.Datetime("ms", "UTC")),
        }
    ).write_parquet(path)


def _compare(store, model: str, scratch: Path) -> int:
    ready = prepare(read_process(SHARED / model))
    n = len(store.traces)
    ours = Conformance([ready], store.traces, store.names.activities)
    cost = ours.judge(np.zeros(n, np.int32), np.arange(n, dtype=np.int32)).cost.tolist()
    out = scratch / "costs.json"
    job = [HERE / ".env/bin/python", HERE / "jobs/peer_variants.py", scratch / "variants.parquet", SHARED / model, out]
    subprocess.run(job, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": ""})
    theirs = json.loads(out.read_text(encoding="utf-8"))
    differ = sum(a != b for a, b in zip(cost, theirs, strict=True))
    print(f"{model}: {n} variants, {differ} differ, sum {sum(cost)} and {sum(theirs)}")
    return int(differ > 0)


if __name__ == "__main__":
    sys.exit(main())
