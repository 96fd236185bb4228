"""Ba Rõ: raw Parquet to a cost per case, from the start of Python (ours_cold.py FOLDER)."""

import sys
import tempfile

import numpy as np
from measure import finish, part

from baro.channels.intake.processes import read_process
from baro.channels.intake.read_log import read_log
from baro.rules.judged.conformance.bulk import Conformance, prepare

folder = sys.argv[1]
with tempfile.TemporaryDirectory() as scratch:
    with part("load"):
        store = read_log(f"{folder}/raw.parquet", f"{scratch}/store").store
        ready = prepare(read_process(f"{folder}/process.pnml"))
    with part("conformance"):
        trace = store.trace_of_cases()
        conformance = Conformance([ready], store.traces, store.names.activities)
        columns = conformance.judge(np.zeros(len(trace), np.int32), trace)
finish(cost=int(columns.cost.sum()), fitting=int(np.count_nonzero(columns.cost == 0)))
