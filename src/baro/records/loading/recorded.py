"""Recorded dossiers as a whole, whoever asks: to number the next, to deliver what was told."""

from collections.abc import Collection

from django.db.models import Max

from baro.records.models.recorded import ReceiptRow, StepRow, TakenBackRow
from baro.records.recorded_rows import receipt_of, step_of
from baro.records.row_security.session import system
from baro.rules.observed.recorded_steps import Receipt, RecordedStep


def last_sequence(run: str) -> int:
    """Give the greatest number under which a code of a run (prefix and day) was given, in whichever book; 0 for none."""
    with system():
        found: int | None = ReceiptRow.objects.whole().filter(run=run).aggregate(last=Max("sequence"))["last"]
        return found or 0


def last_place(source: str) -> int:
    """Give how many steps and takings back a book holds."""
    with system():
        tables = (StepRow, TakenBackRow)
        lasts = (t.objects.whole().filter(source=source).aggregate(last=Max("place"))["last"] for t in tables)
        return max(last or 0 for last in lasts)


def recorded_since(source: str, place: int) -> list[tuple[Receipt, list[RecordedStep]]]:
    """Give the dossiers of a book of which something was told or taken back after a place in it, with all steps that stand."""
    with system():
        tables = (StepRow, TakenBackRow)
        later = (t.objects.whole().filter(source=source, place__gt=place) for t in tables)
        keys = sorted({dossier for rows in later for dossier in rows.values_list("dossier", flat=True)})
        told = {row.id: receipt_of(row) for row in ReceiptRow.objects.whole().filter(pk__in=keys)}
        return [(told[key], found) for key, found in _by_dossier(keys).items() if key in told]


def codes_taken_back(source: str) -> frozenset[str]:
    """Give the codes of the dossiers of a book of which some step was taken back."""
    with system():
        rows = TakenBackRow.objects.whole().filter(source=source).values_list("dossier", flat=True)
        return frozenset(dossier.partition(":")[2] for dossier in rows)


def _by_dossier(keys: Collection[str]) -> dict[str, list[RecordedStep]]:
    found: dict[str, list[RecordedStep]] = {key: [] for key in keys}
    back = set(TakenBackRow.objects.whole().filter(dossier__in=keys).values_list("id", flat=True))
    for row in StepRow.objects.whole().filter(dossier__in=keys).order_by("dossier", "number"):
        if row.id not in back:
            found[row.dossier].append(step_of(row))
    return found
