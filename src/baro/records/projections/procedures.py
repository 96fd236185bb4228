"""The catalogue of procedures, from the acts that tell what was published."""

from collections.abc import Iterator
from datetime import date, timedelta

from baro.records.models.procedures import ProcedureRow
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry

_AS_TOLD = ("code", "version", "name", "decision", "field", "levels", "channels", "steps", "agencies", "bases")


@gives_rows("procedure.published")
def published(entry: Entry) -> Iterator[RowChange]:
    """A version was published; the one before it, if any, holds to the day before."""
    data = entry.data
    valid_from = date.fromisoformat(data["valid_from"])
    if data["version"] > 1:
        before = f"{data['code']}:{data['version'] - 1}"
        yield change(ProcedureRow, before, last_on=valid_from - timedelta(days=1))
    yield row(
        ProcedureRow,
        id=f"{data['code']}:{data['version']}",
        valid_from=valid_from,
        last_on=None,
        **{name: data[name] for name in _AS_TOLD},
    )
