"""Models that others made are read, and judge a real log as independent tools do."""

from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from baro.channels.intake.processes import read_process
from baro.rules.judged.conformance.align import CompiledRuns, align
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.prescribed.soundness import check_soundness

DATA = Path(__file__).parents[5] / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not (DATA / "receipt.bpmn").exists(), reason="the real models are not part of the project"
)
PARTS = {"receipt.bpmn": (90, 27), "receipt-strict.pnml": (47, 27)}


@pytest.mark.parametrize("name", PARTS)
def test_a_published_model_is_read_whole_and_is_sound(name: str) -> None:
    process = read_process(DATA / name)
    assert (len(process.net.places), len(process.steps)) == PARTS[name]
    assert check_soundness(process.net) == ()


@pytest.mark.parametrize(("name", "cost", "fitting"), [("receipt.bpmn", 0, 1434), ("receipt-strict.pnml", 2465, 713)])
def test_the_real_log_costs_what_other_aligners_say(name: str, cost: int, fitting: int) -> None:
    log = pl.read_csv(DATA / "receipt.csv", columns=["case:concept:name", "concept:name", "time:timestamp"])
    log = log.with_columns(pl.col("time:timestamp").str.to_datetime(time_zone="UTC")).sort(
        "time:timestamp", maintain_order=True
    )
    cases = log.group_by("case:concept:name", maintain_order=True).agg("concept:name")
    runs = CompiledRuns(compile_net(read_process(DATA / name).net))
    costs = [(count, align(trace, runs).cost) for trace, count in Counter(map(tuple, cases["concept:name"])).items()]
    assert sum(n for n, _ in costs) == 1434
    assert (sum(n * k for n, k in costs), sum(n for n, k in costs if k == 0)) == (cost, fitting)
