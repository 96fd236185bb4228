"""The steps of a version as they come by a form: a file, or rows pasted from a spreadsheet; kept once they were understood."""

import csv
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from baro.records.loading.kept_files import keep_file
from baro.rules.prescribed.refusals import Refused

_PASTED = "bang-da-dan.csv"


def kept_table(said: Mapping[str, Any]) -> str:
    """Keep the steps that a form tells, "" if it tells none; gives the name of the kept file. Raises what reading refuses: a
    table that cannot be read is not kept."""
    if not said["file"] and not said["rows"].strip():
        return ""
    with TemporaryDirectory(prefix="baro-quy-trinh-") as folder:
        path = Path(folder) / (Path(said["file"].name or "quy-trinh").name if said["file"] else _PASTED)
        if said["file"]:
            path.write_bytes(said["file"].read())
        else:
            _write_pasted(path, said)
        try:
            import_string(settings.PROCESS_READER)(path)
        except Refused as refusal:
            if not said["file"]:
                refusal.facts |= _as_pasted(refusal.facts, len(_head(said)))
            raise
        return keep_file(path).name


def _as_pasted(facts: Mapping[str, str | int], above: int) -> dict[str, str | int]:
    """The place of a fault in the rows as they were pasted: without those that we put above them."""
    row = facts.get("row")
    return {"file": "bảng đã dán", **({"row": row - above} if isinstance(row, int) else {})}


def _write_pasted(path: Path, said: Mapping[str, Any]) -> None:
    """Rows pasted from a spreadsheet have a tab between cells; a line break within a cell stands in quotation marks."""
    rows = [row for row in csv.reader(said["rows"].splitlines(keepends=True), delimiter="\t") if any(row)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([*_head(said), *rows])


def _head(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What stands above the rows of a step table."""
    head = [("Tên quy trình", said["name"]), ("Phiên bản", said["version"]), ("Số quyết định", said["decision"])]
    head += [("Mã hiệu", said["code"])] if said.get("code") else []
    return head + ([("Tổng thời gian", said["total"])] if said["total"] else [])
