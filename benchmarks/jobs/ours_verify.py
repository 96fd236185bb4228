"""Ba Rõ: the whole of a ledger of millions of entries verified by the command (ours_verify.py HOME ENTRIES WORD… ).

HOME holds the ledger (make_ledger.py); WORDs are added to `baro ledger verify`: `--no-rows`, or none to compare the tables
too. `command` is from the start of Python to its end, on one core: entries, leaves, streams, tiles, checkpoints and their
signatures, cosignatures, personal values, signer started and asked. `processor` is the processor time of it, which a busy
machine does not lengthen; of PostgreSQL's own processes neither counts, and they may use the other core.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

from measure import finish, part, put

HOME, ENTRIES, WORDS = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]


def verify() -> str:
    """Run the command on one core, with the witness's key at hand; give what it tells."""
    key = (HOME / "witness.key").read_text(encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-m", "baro.app", "ledger", "verify", "--key", key, *WORDS], capture_output=True, text=True,
        check=True, env=os.environ | {"BARO_HOME": str(HOME)},
    )  # fmt: skip
    return made.stdout


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
before = resource.getrusage(resource.RUSAGE_CHILDREN)
with part("command"):
    told = verify()
after = resource.getrusage(resource.RUSAGE_CHILDREN)
put("processor", after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
if f"Đã kiểm {ENTRIES} bút toán" not in told or "Sổ cái nguyên vẹn." not in told:
    sys.exit(told)
finish(entries=ENTRIES, told=told.splitlines()[-1], command_mb=after.ru_maxrss // 1024)
