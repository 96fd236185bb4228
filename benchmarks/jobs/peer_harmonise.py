"""pm4py: the years of one log against each other, from the XES file (peer_harmonise.py XES): cases, variants, durations and
direct successions of each year, then activities, orders and variants of each two years."""

import sys
from itertools import combinations

import numpy as np
import pm4py
from measure import finish, part

CASE, ACTIVITY, AT = "case:concept:name", "concept:name", "time:timestamp"


def read(path):
    """Read the log, and tell of each event in which year its case began, in Vietnam."""
    log = pm4py.read_xes(path)
    log["year"] = log.groupby(CASE)[AT].transform("min").dt.tz_convert("Asia/Ho_Chi_Minh").dt.year
    return log


def told(log):
    """Work out what is told of one year."""
    durations = pm4py.get_all_case_durations(log)
    succession, _, _ = pm4py.discover_dfg(log)
    return {
        "cases": log[CASE].nunique(), "events": len(log), "activities": set(log[ACTIVITY].unique()),
        "variants": set(pm4py.get_variants(log)), "durations": np.percentile(durations, (50, 90)), "succession": succession,
    }  # fmt: skip


def order(succession, a, b):
    """Tell how two activities follow one another directly."""
    return (a, b) in succession, (b, a) in succession


def against(one, other):
    """Hold two years against each other."""
    both = one["activities"] & other["activities"]
    pairs = {tuple(sorted(pair)) for year in (one, other) for pair in year["succession"] if both.issuperset(pair)}
    same = sum(order(one["succession"], *pair) == order(other["succession"], *pair) for pair in pairs)
    shared = one["variants"] & other["variants"]
    only = len(one["activities"] - both), len(other["activities"] - both)
    return [len(both), *only, len(shared), same, len(pairs) - same]


with part("harmonise"):
    with part("read"):
        whole = read(sys.argv[1])
    years = [told(log) for _, log in whole.groupby("year")]
    compared = [against(one, other) for one, other in combinations(years, 2)]
finish(
    years=[[y["cases"], y["events"], len(y["activities"]), len(y["variants"])] for y in years],
    pairs=[pair[:4] for pair in compared],
    orders=[pair[4:] for pair in compared],
)
