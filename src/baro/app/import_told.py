"""Tell on the terminal what came of checking a file, what contradicts, and how a row is proved."""

import json
from dataclasses import asdict
from typing import TextIO

from baro.records.loading.row_store import row_proof
from baro.records.loading.segments import segment_folder
from baro.records.queries.imports import batch, open_conflicts
from baro.rules.counted.reports.doubts import DOUBT_WORDS
from baro.rules.counted.reports.reconciliation import statement_lead, statement_parts
from baro.rules.counted.reports.words import count
from baro.rules.observed.delivery import Checked

_LISTED = 20


def tell(checked: Checked, out: TextIO, *, as_json: bool) -> None:
    """Tell the reconciliation statement, as lines or as one JSON document."""
    if as_json:
        told = asdict(checked) | {"as_of": checked.as_of.isoformat(), "agrees": checked.statement.agrees}
        out.write(json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n")
        return
    out.write(statement_lead(checked.statement, checked.faults) + "\n")
    for part in statement_parts(checked.statement):
        out.write(f"\n{part.heading}\n")
        for line in part.lines:
            mark = "!" if line.asks else " "
            out.write(f" {mark} {line.label:<55} {count(line.value):>12} {line.unit}\n")
    _findings(checked, out)
    for words in checked.read.assumptions:
        out.write(f"   {words}\n")


def _findings(checked: Checked, out: TextIO) -> None:
    found = checked.read.quality.findings
    if found:
        out.write("\nTừng chỗ cần xem\n")
    for f in found[:_LISTED]:
        place = f"{f'trang {f.sheet}, ' if f.sheet else ''}dòng {f.row}" + (f", cột {f.column}" if f.column else "")
        out.write(f" ! {DOUBT_WORDS[f.doubt]}: {place}: “{f.value}”. {f.reason}\n")
    if len(found) > _LISTED:
        out.write(f"   … và {count(len(found) - _LISTED)} chỗ nữa (--json in đủ)\n")


def tell_conflicts(source: str, out: TextIO) -> None:
    """List the contradictions that nobody has settled."""
    found = open_conflicts(source)
    out.write(f"{count(len(found))} chỗ mâu thuẫn đang chờ người xem.\n")
    for c in found:
        out.write(f"{c.id} {c.dossier} {c.field} (dòng {c.row}): đang giữ “{c.ours}”, tệp ghi “{c.theirs}”\n")


def tell_proof(batch_id: str, row: int, sheet: str, out: TextIO) -> None:
    """Write the proof of a row as JSON: all that somebody needs who holds the entry of the ledger.

    Raises `Refused("import.no_batch" | "import.no_row")`.
    """
    received = batch(batch_id)
    text, proof = row_proof(segment_folder(batch_id), row, sheet)
    told = {
        "batch": received.id,
        "entry": received.entry,
        "file_sha256": received.file_sha256,
        "root": received.row_root,
        "row": text.decode(),
        "index": proof.index,
        "size": proof.size,
        "salt": proof.salt.hex(),
        "path": [step.hex() for step in proof.path],
    }
    out.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
