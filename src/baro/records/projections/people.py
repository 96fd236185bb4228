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


@projects("person.registered", "person.renamed")
def registered(entry: Entry) -> None:
    """A person is known, or goes by another name; of an erased name nothing is left."""
    person, name = entry.data["person"], entry.personal.get("name") or ""
    PersonRow.objects.update_or_create(
        id=person,
        defaults={"name": name, "sort_key": person_sort_key(name)},
        create_defaults={
            "code": entry.data["code"], "name": name, "sort_key": person_sort_key(name),
            "registered_at": entry.occurred_at,
        },
    )  # fmt: skip
    put_words("person", person, (name,))
    stamp("people", entry)


@projects(*(f"{kind}.recorded" for kind in _TABLES))
def recorded(entry: Entry) -> None:
    """Something holds for a person over a term."""
    table, columns = _TABLES[entry.type.partition(".")[0]]
    table._default_manager.create(
        id=entry.data["id"],
        valid_from=day(entry.data["valid_from"]),
        valid_to=day(entry.data["valid_to"]),
        decision=entry.data["decision"],
        **{column: entry.data[column] for column in columns},
    )
    stamp("people", entry)


@projects(*(f"{kind}.ended" for kind in _TABLES))
def ended(entry: Entry) -> None:
    """It holds no longer than to a day."""
    table, _ = _TABLES[entry.type.partition(".")[0]]
    table._default_manager.filter(pk=entry.data["id"]).update(valid_to=day(entry.data["last"]))
    stamp("people", entry)
