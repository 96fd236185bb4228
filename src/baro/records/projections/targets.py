"""Targets, from the acts that tell of them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.targets import TargetActualRow, TargetPlanRow, TargetRow
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry

_TARGET = ("body", "assigner", "directive", "code", "name", "unit", "baseline", "plan", "direction", "source")


@gives_rows("target.set")
def target_set(entry: Entry) -> Iterator[RowChange]:
    """A target was given."""
    data = entry.data
    yield row(
        TargetRow, id=data["target"], **{name: data[name] for name in _TARGET}, first_on=date.fromisoformat(data["first"]),
        last_on=date.fromisoformat(data["last"]), recorded_at=entry.recorded_at, recorded_by=entry.actor,
    )  # fmt: skip


@gives_rows("target.revised")
def revised(entry: Entry) -> Iterator[RowChange]:
    """The plan of a target was changed."""
    data = entry.data
    told = {name: data[name] for name in ("target", "number", "plan", "document")}
    key = f"{data['target']}:{data['number']}"
    yield row(TargetPlanRow, id=key, **told, recorded_at=entry.recorded_at, recorded_by=entry.actor)


@gives_rows("target.reported")
def reported(entry: Entry) -> Iterator[RowChange]:
    """It was reported what was reached."""
    data = entry.data
    told = {name: data[name] for name in ("target", "number", "value", "source")}
    yield row(
        TargetActualRow, id=f"{data['target']}:{data['number']}", **told, upto=date.fromisoformat(data["upto"]),
        recorded_at=entry.recorded_at, recorded_by=entry.actor,
    )  # fmt: skip


@gives_rows("target.withdrawn")
def withdrawn(entry: Entry) -> Iterator[RowChange]:
    """A target was given by mistake."""
    yield change(TargetRow, entry.data["target"], withdrawn_at=entry.recorded_at)
