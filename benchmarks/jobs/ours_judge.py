"""Ba Rõ: the whole command, CSV to all outputs (ours_judge.py FOLDER)."""

import io
import sys
import tempfile
from pathlib import Path

from measure import finish, part

from baro.app.cli import main

folder = Path(sys.argv[1])
with tempfile.TemporaryDirectory() as scratch, part("judge"):
    processes = [str(path) for path in sorted((folder / "quy-trinh").iterdir())]
    words = ["judge", str(folder / "nhat-ky.csv"), "--process", *processes, "--out", scratch]
    code = main([*words, "--offices", str(folder / "don-vi-chuc-danh.xlsx")], io.StringIO(), sys.stderr)
finish(exit_code=code)
