"""Tell contradictions one by one, for a person to settle: which dossier, which step or cell, ours and theirs."""

from collections.abc import Iterator
from itertools import islice

import numpy as np

from baro.desk.reconciliation import Contradictions
from baro.records.loading.differences import Conflict
from baro.rules.observed.log import NO_TIME, EventLog, moment
from baro.rules.observed.told_values import FIELDS, said
from baro.rules.prescribed.durations import UNITS
from baro.rules.prescribed.refusals import Refused

MOST = 100_000
OF_EVENT = {"actor": "persons", "unit": "units", "role": "roles"}
OF_CASE = {"procedure": "procedures", "unit": "units", "channel": "channels"}


def told_contradictions(found: Contradictions | None) -> tuple[Conflict, ...]:
    """Tell them all. Raises `Refused("import.too_many_conflicts")`: a file that contradicts so much was read with a wrong
    mapping or time zone, or is not of this source."""
    if found is None:
        return ()
    if found.total > MOST:
        first = next(_told(found))
        raise Refused(
            "import.too_many_conflicts", count=found.total, most=MOST, case=first.code, step=first.field,
            ours=first.ours, theirs=first.theirs,
        )  # fmt: skip
    return tuple(islice(_told(found), MOST))


def _told(found: Contradictions) -> Iterator[Conflict]:
    held, told = found.held, found.told
    for ours, theirs in zip(*(places.tolist() for places in found.altered), strict=True):
        names = [n for n in FIELDS if event_value(held, n, ours) != event_value(told, n, theirs)]
        step = held.names.activities[held.events.activity[ours]]
        row = int(told.events.row[theirs])
        yield Conflict(
            _code(held, ours), "altered_event", step, _said(held, names, ours), _said(told, names, theirs), row
        )
    for ours in found.gone.tolist():
        step = held.names.activities[held.events.activity[ours]]
        yield Conflict(_code(held, ours), "gone_event", step, _said(held, ["at", "actor"], ours), "", 0)
    for name, cases in found.cells.items():
        for case in cases.tolist():
            row = int(told.events.row[told.offsets[case]])
            values = cell_value(held, name, case), cell_value(told, name, case)
            yield Conflict(held.cases.ids[case], "altered_cell", name, *values, row)


def _code(log: EventLog, event: int) -> str:
    return log.cases.ids[int(np.searchsorted(log.offsets, event, side="right")) - 1]


def _said(log: EventLog, names: list[str], event: int) -> str:
    return said({name: event_value(log, name, event) for name in names})


def event_value(log: EventLog, name: str, event: int) -> str:
    """Write a value of an event; "" where there is none."""
    value = int(getattr(log.events, name)[event])
    table = OF_EVENT.get(name)
    if table is not None:
        return getattr(log.names, table)[value] if value >= 0 else ""
    return str(value) if name == "flags" else _moment(value)


def cell_value(log: EventLog, name: str, case: int) -> str:
    """Write a cell of a dossier."""
    value = int(getattr(log.cases, name)[case])
    if name in OF_CASE:
        names: tuple[str, ...] = getattr(log.names, OF_CASE[name])
        return names[value] if value >= 0 else ""
    if name == "limit_value":
        return f"{value} {UNITS[int(log.cases.limit_unit[case])].value}"
    return f"{value:x}" if name == "applicant" else _moment(value)


def _moment(ms: int) -> str:
    at = moment(ms)
    return "" if ms == NO_TIME or at is None else at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
