"""Ba Rõ: store to a cost per case, warm (the process compiled, the store read anew each time); best of ten."""

import sys

import numpy as np
from measure import finish, part

from baro.channels.intake.processes import read_process
from baro.records.store import open_store
from baro.rules.judged.conformance.bulk import Conformance, prepare

folder = sys.argv[1]
ready = prepare(read_process(f"{folder}/process.pnml"))
for _ in range(10):
    with part("conformance"):
        store = open_store(f"{folder}/store")
        trace = store.trace_of_cases()
        conformance = Conformance([ready], store.traces, store.names.activities)
        columns = conformance.judge(np.zeros(len(trace), np.int32), trace)
finish(cost=int(columns.cost.sum()), fitting=int(np.count_nonzero(columns.cost == 0)))
