"""Who was let in, when, by which decision: roles granted, compartments and their members, the accused of matters.

All rows are projected from acts; none is deleted: what ends gets a last day.
"""

from django.db import models


class RoleGrant(models.Model):
    """A role granted to a person (or to a program's account) in a body; `delegated_by` lent it; `second` approved it."""

    id = models.CharField(primary_key=True, max_length=40)
    person = models.CharField(max_length=40, db_index=True)
    role = models.CharField(max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    decision = models.CharField(max_length=120, blank=True)
    delegated_by = models.CharField(max_length=40, blank=True)
    granted_by = models.CharField(max_length=40)
    second = models.CharField(max_length=40, blank=True)
    recorded_at = models.DateTimeField()
    ended_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "role_grant"


class Compartment(models.Model):
    """A circle of people who alone know of some matters: a denunciation, an unannounced inspection."""

    id = models.CharField(primary_key=True, max_length=40)
    kind = models.CharField(max_length=20)
    unit = models.CharField(max_length=40, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "compartment"


class CompartmentMember(models.Model):
    """A person admitted to a compartment by a decision, over a term."""

    id = models.CharField(primary_key=True, max_length=40)
    compartment = models.CharField(max_length=40, db_index=True)
    person = models.CharField(max_length=40, db_index=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    decision = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "compartment_member"


class CaseConflict(models.Model):
    """A person whom a matter accuses, with the body of that time: barred from it, with their head or subordinates."""

    id = models.CharField(primary_key=True, max_length=40)
    subject = models.CharField(max_length=160, db_index=True)
    person = models.CharField(max_length=40)
    unit = models.CharField(max_length=40, blank=True)
    is_head = models.BooleanField(default=False)
    declared_at = models.DateTimeField()

    class Meta:
        db_table = "case_conflict"
