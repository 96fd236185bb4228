"""Measure Ba Rõ and its peers side by side in one run, and write docs/performance.md (run by `python3 go.py bench`).

Each job is a process of its own; jobs that are compared run in turn, and the medians are told. Ratios survive a noisy
machine, single figures do not. `--only PART …` measures some parts; the page keeps what the others measured before.
A part is a file of `parts/` with `measure(rounds) -> Part`, named and put in order by `page.TITLES`.
"""

import argparse
import os
import subprocess
import sys
from importlib import import_module

from page import TITLES, keep, write_page
from running import HERE, OURS, ROOT

FILES = {"import": "importing"}  # a word of Python cannot name a file


def main() -> None:
    """Measure and write the page."""
    there = [name for name in TITLES if (HERE / "parts" / f"{_file(name)}.py").exists()]
    words = argparse.ArgumentParser()
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--only", nargs="+", choices=there, default=there, help="measure these parts alone")
    words.add_argument("--oracle", action="store_true", help="only compare alignment costs with pm4py's")
    asked = words.parse_args()
    if asked.oracle:
        command = [OURS, HERE / "oracle.py"]
        sys.exit(subprocess.run(command, check=False, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}).returncode)
    for name in asked.only:
        keep(name, import_module(f"parts.{_file(name)}").measure(asked.rounds))
        write_page()


def _file(name: str) -> str:
    return FILES.get(name, name)


if __name__ == "__main__":
    main()
