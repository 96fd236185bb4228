"""End a private PostgreSQL with the process that started it, however that ends: also when it is killed.

Run as a program (`watched_server.py FOLDER…`, of which the first is the server's), it waits until its input ends, which it
does with the process that holds the other end; then it stops the server at once and removes the folders.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path


def watch(data: Path, *folders: Path) -> subprocess.Popen[bytes]:
    """Watch the server of `data`. Its input closed (`stdin.close()`), or this process gone, the server stops and all
    folders go."""
    words = [sys.executable, __file__, str(data), *map(str, folders)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, start_new_session=True)


def stop_at_once(data: Path) -> None:
    """Stop the server of a folder without letting it finish anything (as a crash would), and wait until it is gone."""
    try:
        server = int((data / "postmaster.pid").read_text("utf-8").split()[0])
        os.kill(server, signal.SIGQUIT)
        while Path(f"/proc/{server}").exists():
            time.sleep(0.05)
    except (FileNotFoundError, ProcessLookupError):
        return


if __name__ == "__main__":
    sys.stdin.buffer.read()
    stop_at_once(Path(sys.argv[1]))
    for folder in sys.argv[1:]:
        shutil.rmtree(folder, ignore_errors=True)
