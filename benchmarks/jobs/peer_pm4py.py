"""pm4py: raw Parquet to a cost per case, by alignments or by token replay (peer_pm4py.py FOLDER align|replay)."""

import sys

import pandas as pd
import pm4py
from measure import finish, part

folder, how = sys.argv[1:3]
with part("load"):
    log = pm4py.format_dataframe(pd.read_parquet(f"{folder}/raw.parquet"))
    net, start, end = pm4py.read_pnml(f"{folder}/process.pnml")
with part("conformance"):
    if how == "align":
        told = pm4py.conformance_diagnostics_alignments(log, net, start, end)
    else:
        told = pm4py.conformance_diagnostics_token_based_replay(log, net, start, end)
if how == "align":
    costs = [case["cost"] // 10_000 for case in told]
    finish(cost=sum(costs), fitting=costs.count(0))
else:
    finish(fitting=sum(case["trace_is_fit"] for case in told))
