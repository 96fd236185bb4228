"""Start the work on a delivery in a process of its own: no page waits for it, its memory goes with it, it outlives a page.

Where `IMPORT_JOBS` is "by-hand", an administrator runs `baro import-job` in his own time instead.
"""

import subprocess
import sys
from functools import partial

from django.conf import settings
from django.db import transaction

from baro.records.loading.segments import job_folder, staging_folder, throw_away
from baro.records.loading.tickets import Work, read_work, write_work
from baro.rules.prescribed.refusals import Refused


def start(ticket: str, phase: str) -> None:
    """Start one phase ("look", "check", "receive"); how it goes is told in the ticket's files."""
    write_work(ticket, Work(phase=phase, state="starting"))
    if getattr(settings, "IMPORT_JOBS", "process") == "by-hand":
        return
    command = [sys.executable, "-m", "baro.app", "import-job", ticket, phase]
    transaction.on_commit(partial(_begin, command))  # the work must find what the page recorded


def drop(ticket: str) -> None:
    """Leave a delivery: nothing was recorded, nothing of it stays. Raises
    `Refused("import.being_received" | "import.received_already")`."""
    work = read_work(ticket)
    if work and work.phase == "receive" and work.state in ("starting", "running"):
        raise Refused("import.being_received")
    if work and work.phase == "receive" and work.state == "done":
        raise Refused("import.received_already", batch=work.batch)
    throw_away(job_folder(ticket))
    throw_away(staging_folder(ticket))


def _begin(command: list[str]) -> None:
    """The shell lets go of it at once: nobody has to wait for it when it ends."""
    subprocess.run(
        ["/bin/sh", "-c", '"$@" </dev/null >/dev/null 2>&1 &', "sh", *command], check=True, start_new_session=True
    )
