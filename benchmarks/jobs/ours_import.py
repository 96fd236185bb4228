"""Ba Rõ: a file to dossiers in the database, the columnar store and the ledger, in one process (ours_import.py FOLDER HOME
SOURCE: the log, processes and posts lie in the folder; the database is that of the environment)."""

import os
import sys
from pathlib import Path

from measure import finish, part

folder, home, source = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
os.environ["BARO_HOME"] = home

from baro.app.cli import main  # noqa: E402 the home is read when the settings are
from baro.app.migrating import migrate  # noqa: E402
from baro.app.started import start_records  # noqa: E402

start_records()
migrate()

words = ["import", str(folder / "nhat-ky.csv"), "--source", source, "--json"]
words += ["--process", *map(str, sorted((folder / "quy-trinh").iterdir()))]
words += ["--offices", str(folder / "don-vi-chuc-danh.xlsx")]
with part("all"), Path(os.devnull).open("w") as nowhere:
    code = main(words, nowhere, sys.stderr)
finish(code=code)
