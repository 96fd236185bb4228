"""Rows of grants, compartments, their members and the accused, from the acts of letting people in.

Who is in a compartment and whom a matter accuses are personal values. Where they were erased, a member is no member any
more, and the row of the accused keeps only the body.
"""

from collections.abc import Iterator
from datetime import date

from baro.records.models.access import CaseConflict, Compartment, CompartmentMember, RoleGrant
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry


@gives_rows("role.granted", "role.founded")
def granted(entry: Entry) -> Iterator[RowChange]:
    """A role was granted."""
    data = entry.data
    yield row(
        RoleGrant,
        id=data["grant"],
        valid_from=_day(data["valid_from"]),
        valid_to=_day(data["valid_to"]),
        granted_by=entry.actor,
        second=entry.second,
        recorded_at=entry.recorded_at,
        **{name: data[name] for name in ("person", "role", "unit", "delegated_by", "decision")},
    )


@gives_rows("role.ended")
def ended(entry: Entry) -> Iterator[RowChange]:
    """A grant was given a last day."""
    last = _day(entry.data["last"])
    yield change(RoleGrant, entry.data["grant"], valid_to=last, ended_by=entry.actor)


@gives_rows("compartment.opened")
def opened(entry: Entry) -> Iterator[RowChange]:
    """A compartment was opened."""
    yield row(
        Compartment,
        id=entry.data["compartment"],
        kind=entry.personal.get("kind") or "",
        unit=entry.personal.get("unit") or "",
        opened_at=entry.occurred_at,
    )


@gives_rows("compartment.closed")
def closed(entry: Entry) -> Iterator[RowChange]:
    """A compartment was closed."""
    yield change(Compartment, entry.data["compartment"], closed_at=entry.occurred_at)


@gives_rows("compartment.admitted")
def admitted(entry: Entry) -> Iterator[RowChange]:
    """A person was let in."""
    yield row(
        CompartmentMember,
        id=entry.data["member"],
        compartment=entry.data["compartment"],
        person=entry.personal.get("person") or "",
        decision=entry.personal.get("decision") or "",
        valid_from=_day(entry.data["from"]),
    )


@gives_rows("compartment.left")
def left(entry: Entry) -> Iterator[RowChange]:
    """A person is in no more, after that day."""
    yield change(CompartmentMember, entry.data["member"], valid_to=_day(entry.data["last"]))


@gives_rows("conflict.declared")
def declared(entry: Entry) -> Iterator[RowChange]:
    """A matter accuses a person."""
    yield row(
        CaseConflict,
        id=entry.data["conflict"],
        subject=entry.data["subject"],
        is_head=entry.data["is_head"],
        person=entry.personal.get("person") or "",
        unit=entry.personal.get("unit") or "",
        declared_at=entry.occurred_at,
    )


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """Who is in a compartment, what it is, or whom a matter accuses was erased."""
    kind, key = erased_stream(entry)
    if kind == "compartment":
        members = CompartmentMember.objects.filter(compartment=key)
        project_again(entry, Compartment.objects.filter(pk=key), members)
    elif kind == "conflict":
        project_again(entry, CaseConflict.objects.filter(subject=key))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
