"""People, and what they were over which days: employed as what, in which post, in whose place. Projected from acts.

A name that was erased is "": the person stays, as an id.
"""

from django.db import models


class PersonRow(models.Model):
    """A person who serves; `code` is the number that the agency gives its staff."""

    id = models.CharField(primary_key=True, max_length=40)
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200, blank=True)
    sort_key = models.CharField(max_length=800, blank=True, db_index=True)
    registered_at = models.DateTimeField()

    class Meta:
        db_table = "person"


class _OverATerm(models.Model):
    """Something that holds from a day to a day, by a decision. `counts_from`: told late by one person, it permits nothing
    before that day; None: as told (`rules/judged/late_entry.py`)."""

    id = models.CharField(primary_key=True, max_length=40)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    counts_from = models.DateField(null=True)
    decision = models.CharField(max_length=120, blank=True)

    class Meta:
        abstract = True


class EmploymentRow(_OverATerm):
    """A person's category of staff."""

    person = models.CharField(max_length=40, db_index=True)
    category = models.CharField(max_length=20)

    class Meta:
        db_table = "employment"


class AppointmentRow(_OverATerm):
    """A post held; `roles` are further roles that the post carries."""

    person = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    is_head = models.BooleanField(default=False)
    roles = models.JSONField(default=list)

    class Meta:
        db_table = "appointment"
        indexes = (models.Index(fields=("unit", "is_head", "valid_from"), name="appointment_unit_head"),)


class DelegationRow(_OverATerm):
    """A role given to a person."""

    person = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40, db_index=True)
    role = models.CharField(max_length=200)

    class Meta:
        db_table = "delegation"


class ActingHeadRow(_OverATerm):
    """A person in charge of a unit in place of a head."""

    person = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40, db_index=True)
    title = models.CharField(max_length=200)

    class Meta:
        db_table = "acting_head"


class LeaveCoverRow(_OverATerm):
    """An absence, and who stands in."""

    absent = models.CharField(max_length=40, db_index=True)
    cover = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40, db_index=True)

    class Meta:
        db_table = "leave_cover"
