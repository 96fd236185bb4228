"""Start the work on a delivery in a process of its own: no page waits for it, its memory goes with it, it outlives a page.

Where `IMPORT_JOBS` is "by-hand", an administrator runs `baro import-job` in his own time instead.
"""

import subprocess
import sys
from functools import partial

from django.conf import settings
from django.db import transaction

from baro.records.loading.tickets import Work, write_work


def start(ticket: str, phase: str) -> None:
    """Start one phase ("look", "check", "receive"); how it goes is told in the ticket's files."""
    write_work(ticket, Work(phase=phase, state="starting"))
    if getattr(settings, "IMPORT_JOBS", "process") == "by-hand":
        return
    command = [sys.executable, "-m", "baro.app", "import-job", ticket, phase]
    transaction.on_commit(partial(_begin, command))  # the work must find what the page recorded


def _begin(command: list[str]) -> None:
    """The shell lets go of it at once: nobody has to wait for it when it ends."""
    subprocess.run(
        ["/bin/sh", "-c", '"$@" </dev/null >/dev/null 2>&1 &', "sh", *command], check=True, start_new_session=True
    )
