"""Make a ledger of many entries, written by the very path that acts take (make_ledger.py HOME ENTRIES).

Steps of dossiers, nine to a dossier, some thousands of dossiers open at a time, as in an office; no personal values and no
rows beside the ledger. The database is that of the environment.
"""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

HOME, ENTRIES = sys.argv[1], int(sys.argv[2])
os.environ["BARO_HOME"] = HOME

from baro.app.migrating import migrate  # noqa: E402 the home is read when the settings are
from baro.app.started import start_records  # noqa: E402

start_records()
migrate()

from django.db import transaction  # noqa: E402 the models are known only now

from baro.records.ledger.appending import append, tree_size  # noqa: E402
from baro.records.ledger.sequencer import sequence_pending  # noqa: E402
from baro.rules.observed.acts import Act  # noqa: E402

STEPS = ("tiep-nhan", "chuyen", "tham-tra", "lay-y-kien", "tham-dinh", "trinh", "ky", "dong-dau", "tra")
OPEN, AT_ONCE = 5_000, 45_000
START = datetime(2024, 1, 2, 1, tzinfo=UTC)


def steps(low: int, high: int) -> Iterator[Act]:
    """The acts [low, high): each group of dossiers goes through all steps before the next group."""
    for n in range(low, high):
        group, inside = divmod(n, OPEN * len(STEPS))
        step, dossier = divmod(inside, OPEN)
        at = START + timedelta(seconds=6 * n)
        yield Act(
            type="dossier.step", stream=f"dossier/{group * OPEN + dossier:08}", actor=f"u-{n * 7919 % 3000:05}",
            unit=f"H26.7.{n * 31 % 200}", occurred_at=at, source="ui", request=f"{n:032x}",
            data={"step": STEPS[step], "to": f"u-{n * 104_729 % 3000:05}", "due": (at + timedelta(days=5)).date().isoformat()},
        )  # fmt: skip


for low in range(tree_size(), ENTRIES, AT_ONCE):
    high = min(ENTRIES, low + AT_ONCE)
    with transaction.atomic():
        append(list(steps(low, high)), START + timedelta(seconds=6 * high))
    sequence_pending()
    print(f"\r  {high:,} / {ENTRIES:,}", end="", file=sys.stderr, flush=True)
print(file=sys.stderr)
