"""Time the parts of a job, by the clock and by the processor, and print them as one line of JSON, with the peak memory of
the process (VmHWM, in MB)."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_seconds: dict[str, float] = {}
_cpu: dict[str, float] = {}


@contextmanager
def part(name: str) -> Iterator[None]:
    """Time one part; the best of several counts."""
    start, work = time.perf_counter(), time.process_time()
    yield
    put(name, time.perf_counter() - start, time.process_time() - work)


def put(name: str, spent: float, worked: float | None = None) -> None:
    """Keep the seconds of one part, on the clock and of work if known; the best of several counts."""
    _seconds[name] = min(spent, _seconds.get(name, spent))
    if worked is not None:
        _cpu[name] = min(worked, _cpu.get(name, worked))


def finish(**checks: object) -> None:
    """Print the line."""
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if x.startswith("VmHWM"))
    print(
        "RESULT " + json.dumps({"seconds": _seconds, "cpu": _cpu, "mb": int(line.split()[1]) // 1024, "checks": checks})
    )


def durability() -> dict[str, str]:
    """Say what Django's database promises of a commit; PostgreSQL where `BARO_DATABASE` names one, else SQLite."""
    from django.db import connection

    is_server = bool(os.environ.get("BARO_DATABASE"))
    told = {}
    with connection.cursor() as cursor:
        for name in ("fsync", "synchronous_commit") if is_server else ("journal_mode", "synchronous"):
            cursor.execute(f"{'SHOW' if is_server else 'PRAGMA'} {name}")
            told[name] = str(cursor.fetchone()[0])
    return told
