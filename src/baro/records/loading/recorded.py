"""Recorded dossiers as a whole, whoever asks: to number the next, to deliver what was told."""

from collections.abc import Collection

from baro.records.models.recorded import ReceiptRow, StepRow
from baro.records.recorded_rows import receipt_of, step_of
from baro.records.row_security.session import system
from baro.rules.observed.recorded_steps import Receipt, RecordedStep


def last_sequence(prefix: str) -> int:
    """Give the greatest number under which a code with this beginning (prefix and day) was given; 0 for none."""
    with system():
        codes = ReceiptRow.objects.whole().filter(code__startswith=f"{prefix}-").values_list("code", flat=True)
        return max((int(code.rpartition("-")[2]) for code in codes), default=0)


def last_place(source: str) -> int:
    """Give how many steps a book holds."""
    with system():
        found = StepRow.objects.whole().filter(source=source).order_by("-place").values_list("place", flat=True).first()
        return found or 0


def recorded_since(source: str, place: int) -> list[tuple[Receipt, list[RecordedStep]]]:
    """Give the dossiers of a book of which something was told after a place in it, whole."""
    with system():
        touched = StepRow.objects.whole().filter(source=source, place__gt=place).values_list("dossier", flat=True)
        keys = sorted(set(touched))
        told = {row.id: receipt_of(row) for row in ReceiptRow.objects.whole().filter(pk__in=keys)}
        return [(told[key], found) for key, found in _by_dossier(keys).items() if key in told]


def _by_dossier(keys: Collection[str]) -> dict[str, list[RecordedStep]]:
    found: dict[str, list[RecordedStep]] = {key: [] for key in keys}
    for row in StepRow.objects.whole().filter(dossier__in=keys).order_by("dossier", "number"):
        found[row.dossier].append(step_of(row))
    return found
