"""Ba Rõ: the time on the server of the page of one dossier and of its proofs in the ledger (ours_dossier.py HOME DOSSIERS): so
many dossiers, chosen anywhere in the table, each asked for once. `p50_…` and `p95_…` in seconds."""

import os
import random
import sys
import time
from datetime import UTC, datetime

from measure import finish, put

HOME, DOSSIERS = sys.argv[1], int(sys.argv[2])
os.environ["BARO_HOME"] = HOME

from baro.app.started import start_records  # noqa: E402 the home is read when the settings are

start_records()

from a_reader import open_reader, signed_in  # noqa: E402
from django.urls import reverse  # noqa: E402

from baro.records.models import Dossier  # noqa: E402
from baro.records.row_security.session import system  # noqa: E402

WARM = 5
PAGES = {"dossier": "dossier", "evidence": "dossier_evidence"}


def some() -> list[str]:
    """The ids of some dossiers, in no order."""
    with system():
        ids = sorted(Dossier.objects.whole().values_list("id", flat=True))
    return random.Random(1).sample(ids, DOSSIERS + WARM)


open_reader(datetime.now(UTC))  # noqa: TID251 the import before read the clock too
client, chosen = signed_in(), some()
for name, route in PAGES.items():
    spent = []
    for one in chosen:
        start = time.perf_counter()
        answer = client.get(reverse(route, args=[one]))
        spent.append(time.perf_counter() - start)
        if answer.status_code != 200:
            sys.exit(f"{one}: {answer.status_code}")
    spent = sorted(spent[WARM:])
    put(f"p50_{name}", spent[len(spent) // 2])
    put(f"p95_{name}", spent[int(len(spent) * 0.95)])
finish(dossiers=DOSSIERS)
