"""Ba Rõ: the years of one log against each other, from the XES file (ours_harmonise.py XES): what `baro harmonise --split year`
works out before it prints."""

import sys
import tempfile
from pathlib import Path

from measure import finish, part

from baro.channels.intake.mapping import Mapping
from baro.channels.intake.read_log import read_log
from baro.rules.judged.harmonising.behaviour import behaviour_of, told_of_logs, two_by_two
from baro.rules.judged.harmonising.observed import observed_years, pooled

path, mapping = Path(sys.argv[1]), Mapping()
with tempfile.TemporaryDirectory() as scratch, part("harmonise"):
    with part("read"):
        store = read_log(path, Path(scratch) / "store", mapping).store
    years = observed_years("log", store.names.activities, store.traces, store.chunks(), mapping.zone)
    behaviour = behaviour_of(pooled(list(years)))
    logs, pairs = told_of_logs(behaviour), two_by_two(behaviour)
finish(
    years=[[one.cases, one.events, one.activities, one.traces] for one in logs],
    pairs=[[p.both, p.only_first, p.only_second, p.shared_traces] for p in pairs],
)
