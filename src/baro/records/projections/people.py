"""Rows of people and of what they were over which days, from the acts of personnel."""

from django.db import models

from baro.records.models.people import (
    ActingHeadRow,
    AppointmentRow,
    DelegationRow,
    EmploymentRow,
    LeaveCoverRow,
    PersonRow,
)
from baro.records.name_words import put_words
from baro.records.projections.organisation import day, stamp
from baro.records.projections.registry import projects
from baro.rules.judged.late_entry import counts_since
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.name_order import person_sort_key

# the kind of act -> its table and the columns it fills as they are told
_TABLES: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "employment": (EmploymentRow, ("person", "category")),
    "appointment": (AppointmentRow, ("person", "unit", "title", "is_head", "roles")),
    "delegation": (DelegationRow, ("person", "unit", "role")),
    "acting_head": (ActingHeadRow, ("person", "unit", "title")),
    "leave_cover": (LeaveCoverRow, ("absent", "cover", "unit")),
}


@projects("person.registered")
def registered(entry: Entry) -> None:
    """A person is known; of an erased name nothing is left."""
    PersonRow.objects.create(id=entry.data["person"], code=entry.data["code"], registered_at=entry.occurred_at)
    _put_name(entry, entry.personal.get("name") or "")


@projects("person.renamed")
def renamed(entry: Entry) -> None:
    """A person goes by another name."""
    _put_name(entry, entry.personal.get("name") or "")


@projects(*(f"{kind}.{what}" for kind in _TABLES for what in ("recorded", "corrected")))
def recorded(entry: Entry) -> None:
    """Something holds for a person over a term, or was told wrongly and is told anew: the ledger keeps what it said."""
    table, columns = _TABLES[entry.type.partition(".")[0]]
    first = day(entry.data["valid_from"])
    before = table._default_manager.filter(pk=entry.data["id"]).values_list("valid_from", "counts_from").first()
    table._default_manager.update_or_create(
        id=entry.data["id"],
        defaults={
            "valid_from": first,
            "counts_from": counts_since(first, entry, before),
            "valid_to": day(entry.data["valid_to"]),
            "decision": entry.data["decision"],
            **{column: entry.data[column] for column in columns},
        },
    )
    stamp("people", entry)


@projects(*(f"{kind}.ended" for kind in _TABLES))
def ended(entry: Entry) -> None:
    """It holds no longer than to a day."""
    table, _ = _TABLES[entry.type.partition(".")[0]]
    table._default_manager.filter(pk=entry.data["id"]).update(valid_to=day(entry.data["last"]))
    stamp("people", entry)


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """A person's name was erased: the person stays, as an id and a number, and can no longer be found by name."""
    kind, _, person = str(entry.data["stream"]).partition("/")
    fields = entry.data["fields"]
    if kind != "person" or (fields is not None and "name" not in fields):
        return
    _put_name(entry, "", person)


def _put_name(entry: Entry, name: str, person: str = "") -> None:
    person = person or entry.data["person"]
    PersonRow.objects.filter(pk=person).update(name=name, sort_key=person_sort_key(name))
    put_words("person", person, (name,))
    stamp("people", entry)
