"""A program of its own that imports a file and kills itself at the n-th of the moments at which it touches disk or database.

Arguments: n, the file. Prints how many such moments there were if it was not killed.
"""

import os
import signal
import sys
from pathlib import Path

from baro.app.started import start_records

start_records()

from baro.app.cli import main  # noqa: E402
from baro.app.migrating import migrate  # noqa: E402

KILLED_AT, FILE = int(sys.argv[1]), sys.argv[2]
HOME = os.environ["BARO_HOME"]
TOUCHES = {"os.rename", "os.replace", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "shutil.copyfile"}
count = 0


def touched(event: str, args: tuple) -> None:
    """Count what changes something in the home, and every statement but the writing of rows one by one."""
    global count
    if event == "open":
        path, mode = str(args[0]), str(args[1] or "")
        counts = path.startswith(HOME) and any(letter in mode for letter in "wax")
    else:
        counts = event in TOUCHES
    if counts:
        step()


def step() -> None:
    """One more moment; the last one."""
    global count
    count += 1
    if count == KILLED_AT:
        os.kill(os.getpid(), signal.SIGKILL)


def stated(execute, sql, params, many, context):
    """A statement, before and after."""
    step()
    done = execute(sql, params, many, context)
    step()
    return done


if __name__ == "__main__":
    migrate()
    sys.addaudithook(touched)
    from django.db import connection

    with connection.execute_wrapper(stated):
        code = main(["import", FILE, "--source", "mot-cua", "--json"], sys.stderr, sys.stderr)
    print(code, count, Path(FILE).name)
