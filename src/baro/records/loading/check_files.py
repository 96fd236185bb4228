"""Hold the files of received deliveries against the entries that name them: segments, rows as they were read, and the
files kept with a source, a process or a paper. The entries come by as the ledger is verified; the files are read at the end."""

import json
from collections.abc import Iterator
from typing import Any

from baro.records.ledger.runs import Run
from baro.records.loading.kept_files import every_kept_file, sha256_of
from baro.records.loading.segments import rows_seal_of, seal_of, segment_folder
from baro.rules.prescribed.refusals import Refused

_NAMING = ("import.received", "import_source.described", "process.approved", "process_draft.written", "paper.attached")
_BEGINS = tuple(f'{{"act":"{act}",'.encode() for act in _NAMING)


class FileCheck:
    """Takes the entries as they come by, and then reads what they name."""

    def __init__(self) -> None:
        self._deliveries: list[dict[str, Any]] = []
        self._named: dict[str, None] = {}

    def take_run(self, run: Run) -> None:
        """Take the next entries of a scan."""
        for body in run.bodies:
            if body.startswith(_BEGINS):
                self._take(body)

    def finish(self) -> list[Refused]:
        """Name every file that is not what was received: `import.segment_altered`, `import.segment_lost`,
        `import.rows_altered`, `import.rows_lost`, `import.file_altered`, `import.file_lost`."""
        wrong = [found for told in self._deliveries for found in _of_delivery(told)]
        kept = {path.name: path for path in every_kept_file()}
        wrong += [Refused("import.file_lost", file=name) for name in self._named if name not in kept]
        altered = (name for name, path in sorted(kept.items()) if sha256_of(path) != name.partition(".")[0])
        return wrong + [Refused("import.file_altered", file=name) for name in altered]

    def _take(self, body: bytes) -> None:
        try:
            data = json.loads(body)["data"]
        except (ValueError, KeyError):  # named as altered already
            return
        if "batch" in data:
            self._deliveries.append(data)
        elif "table" in data:
            self._named |= {data["table"]: None} if data["table"] else {}
        elif "paper" in data:
            self._named[data["file"]] = None
        else:
            self._named |= dict.fromkeys(name for names in data["prescription"].values() for name in names)


def _of_delivery(told: dict[str, Any]) -> Iterator[Refused]:
    batch = told["batch"]
    folder = segment_folder(batch)
    if not folder.is_dir():
        yield Refused("import.segment_lost", batch=batch)
        return
    if seal_of(folder) != told["segment_sha256"]:
        yield Refused("import.segment_altered", batch=batch)
    rows = rows_seal_of(folder)
    if not rows:
        yield Refused("import.rows_lost", batch=batch)
    elif rows != told["rows_sha256"]:
        yield Refused("import.rows_altered", batch=batch)
