"""Deliveries of a test: rows written to a file, checked, received."""

from datetime import UTC, datetime
from pathlib import Path

from app.bad_files import as_csv
from baro.app.importing import Asked, check_file
from baro.desk.by import By, by_program
from baro.desk.imports import receive
from baro.rules.observed.delivery import Checked, Extent
from baro.rules.observed.reconciliation import Declared

AT = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BY = by_program("lan")


def check(
    folder: Path, ticket: str, rows: list[list[str]], by: By = BY, *, extent: Extent = Extent.WHOLE,
    declared: Declared = Declared(),
) -> Checked:  # fmt: skip
    """Check rows as a delivery of the source "mot-cua"."""
    file = folder / f"{ticket}.csv"
    file.write_text(as_csv(rows), encoding="utf-8")
    return check_it(file, ticket, by, extent=extent, declared=declared)


def check_it(
    file: Path, ticket: str, by: By = BY, *, source: str = "mot-cua", extent: Extent = Extent.WHOLE,
    declared: Declared = Declared(),
) -> Checked:  # fmt: skip
    """Check a file as a delivery."""
    asked = Asked(ticket=ticket, file=file, source=source, extent=extent, declared=declared)
    return check_file(asked, by, AT, lambda words: None, lambda done, of: None)


def bring(folder: Path, ticket: str, rows: list[list[str]], by: By = BY) -> str:
    """Check rows and receive them; gives the batch."""
    check(folder, ticket, rows, by)
    return receive(ticket, by, AT).batch
