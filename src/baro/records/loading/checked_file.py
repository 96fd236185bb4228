"""The outcome of a check, kept in its folder: written last, so that a folder without it was not checked to the end."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from baro.rules.observed.delivery import Checked, Delivery, Extent, FileRead
from baro.rules.observed.quality import Doubt, QualityFinding, QualityReport
from baro.rules.observed.reconciliation import Conflicts, Declared, Dossiers, Doubtful, Rows, Statement

CHECKED = "statement.json"


def write_checked(folder: Path, checked: Checked) -> None:
    """Write the outcome, whole or not at all."""
    part = folder / (CHECKED + ".part")
    told = asdict(checked) | {"as_of": checked.as_of.isoformat()}
    part.write_text(json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1), encoding="utf-8")
    part.replace(folder / CHECKED)


def read_checked(folder: Path) -> Checked | None:
    """Read the outcome; None if the check did not come to its end."""
    try:
        told = json.loads((folder / CHECKED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Checked(
        delivery=_delivery(told["delivery"]),
        read=_read(told["read"]),
        statement=_statement(told["statement"]),
        as_of=datetime.fromisoformat(told["as_of"]),
        **{name: told[name] for name in ("base", "faults", "touched", "already")},
    )


def _delivery(told: dict[str, Any]) -> Delivery:
    special = {
        "extent": Extent(told["extent"]), "declared": Declared(**told["declared"]), "columns": tuple(told["columns"]),
    }  # fmt: skip
    return Delivery(**(told | special))


def _read(told: dict[str, Any]) -> FileRead:
    counts = {Doubt(doubt): count for doubt, count in told["quality"]["counts"].items()}
    findings = tuple(QualityFinding(**(f | {"doubt": Doubt(f["doubt"])})) for f in told["quality"]["findings"])
    return FileRead(**(told | {"quality": QualityReport(counts, findings), "assumptions": tuple(told["assumptions"])}))


def _statement(told: dict[str, Any]) -> Statement:
    parts = {
        "rows": Rows(**told["rows"]),
        "dossiers": Dossiers(**told["dossiers"]),
        "doubtful": Doubtful(**told["doubtful"]),
        "conflicts": Conflicts(**told["conflicts"]),
        "declared": Declared(**told["declared"]),
    }
    return Statement(**(told | parts))
