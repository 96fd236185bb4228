"""pm4py as an outside oracle: the optimal cost of every variant of a log (peer_variants.py PARQUET MODEL OUT).

The Parquet holds one case per variant, named by its number; the answer is a JSON list of costs in that order.
"""

import json
import sys
from pathlib import Path

import pandas as pd
import pm4py
from measure import finish, part

parquet, model, out = sys.argv[1:4]
log = pm4py.format_dataframe(pd.read_parquet(parquet))
if model.endswith(".bpmn"):
    net, start, end = pm4py.convert_to_petri_net(pm4py.read_bpmn(model))
else:
    net, start, end = pm4py.read_pnml(model)
with part("conformance"):
    told = pm4py.conformance_diagnostics_alignments(log, net, start, end)
costs = dict(zip(sorted(log["case:concept:name"].unique()), (case["cost"] // 10_000 for case in told), strict=True))
Path(out).write_text(json.dumps([costs[name] for name in sorted(costs)]), encoding="utf-8")
finish(variants=len(costs))
