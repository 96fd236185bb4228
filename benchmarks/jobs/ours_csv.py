"""Ba Rõ: CSV to the store, every cell checked (ours_csv.py CSV)."""

import sys
import tempfile

from measure import finish, part

from baro.channels.intake.read_log import read_log

with tempfile.TemporaryDirectory() as scratch, part("csv"):
    store = read_log(sys.argv[1], f"{scratch}/store").store
finish(events=store.event_count)
