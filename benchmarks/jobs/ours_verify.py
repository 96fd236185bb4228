"""Ba Rõ: the whole of a ledger of millions of entries verified, by command and part by part (ours_verify.py FOLDER ENTRIES).

FOLDER is a home; the ledger is made in it once (make_ledger.py). `command` is `baro ledger verify --no-rows` from the start
of Python to its end, on one core: entries, leaves, streams, tiles, checkpoints, personal values, signer started and asked.
`processor` is the processor time of it, which a busy machine does not lengthen.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

from measure import finish, part, put

HOME, ENTRIES = Path(sys.argv[1]), int(sys.argv[2])
HERE = Path(__file__).resolve().parent


def make() -> None:
    """Make the ledger, unless it is there; what is half made is made to its end."""
    done = HOME / f"done-{ENTRIES}"
    if not done.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, HERE.parent / "make_ledger.py", HOME, str(ENTRIES)], check=True)
        done.touch()


def verify() -> str:
    """Run the command on one core; give what it tells."""
    made = subprocess.run(
        [sys.executable, "-m", "baro.app", "ledger", "verify", "--no-rows"], capture_output=True, text=True, check=True,
        env=os.environ | {"BARO_HOME": str(HOME)},
    )  # fmt: skip
    return made.stdout


make()
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
before = resource.getrusage(resource.RUSAGE_CHILDREN)
with part("command"):
    told = verify()
after = resource.getrusage(resource.RUSAGE_CHILDREN)
put("processor", after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
finish(entries=ENTRIES, told=told.splitlines()[-1], command_mb=after.ru_maxrss // 1024)
