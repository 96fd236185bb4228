"""r4pm: raw Parquet to a cost per case (peer_r4pm.py FOLDER)."""

import sys

import polars as pl
import r4pm
from measure import finish, part
from r4pm import bindings, petri_net

folder = sys.argv[1]
with part("load"):
    log = r4pm.import_item_from_df("EventLog", pl.read_parquet(f"{folder}/raw.parquet"))
    net = petri_net.import_pnml(f"{folder}/process.pnml")
with part("conformance"):
    projection = bindings.log_to_activity_projection(log)
    told = bindings.align_variants(net, projection)

silent = {t for t, told_of in net["transitions"].items() if told_of["label"] is None}


def cost_of(variant: dict) -> int:
    """Count log moves, and model moves of visible transitions."""
    kinds = [next(iter(move.items())) for move in variant["result"]["Ok"]["moves"]]
    return sum(kind == "LogMove" or (kind == "ModelMove" and of["transition"] not in silent) for kind, of in kinds)


costs = [(cost_of(variant), variant["frequency"]) for variant in told]
finish(cost=sum(cost * n for cost, n in costs), fitting=sum(n for cost, n in costs if cost == 0))
