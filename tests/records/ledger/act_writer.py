"""A program of its own that records acts as fast as it can and tells each one that was acknowledged, until it is killed."""

import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from baro.app.started import start_records

start_records()

from acts import noted  # noqa: E402
from baro.app.migrating import migrate  # noqa: E402
from baro.records.recording import record  # noqa: E402

migrate()
record(noted("trial/killed"), at=datetime.now(UTC))  # noqa: TID251 loads what only the first act loads
print("ready", flush=True)
while True:
    made = record(noted("trial/killed"), at=datetime.now(UTC))  # noqa: TID251
    print(made.entry_id, flush=True)
