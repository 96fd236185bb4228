"""Liên thông: coordination rules, joint processes by version, and joint dossiers with what was told of their legs.

A joint dossier is kept in view by several bodies. Each of them has its copy of the rows (`body`), so that the one condition on
a body that keeps rows within a scope holds here too; all copies come of the same entry.
"""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping

_SCOPING = Scoping(matter="joint", unit="body")


class CoordinationRuleRow(models.Model):
    """A coordination rule, as `rules/prescribed/joint.py` tells it; `parties` is a JSON list of bodies, `outside`
    one of names."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    name = models.CharField(max_length=400)
    number = models.CharField(max_length=120)
    signed_on = models.DateField()
    valid_from = models.DateField()
    parties = models.JSONField()
    last_on = models.DateField(null=True)
    ended_by = models.CharField(max_length=120, blank=True)
    outside = models.JSONField(default=list)

    class Meta:
        db_table = "coordination_rule"


class JointProcessRow(models.Model):
    """A version of a joint process; `legs` holds JSON lists: key, agency, task, value and unit of the limit, papers in, papers
    out, the leg it waits for."""

    id = models.CharField(primary_key=True, max_length=60)
    process = models.CharField(max_length=40)
    version = models.IntegerField()
    lead = models.CharField(max_length=40)
    rule = models.CharField(max_length=40, blank=True)
    limit_value = models.IntegerField()
    limit_unit = models.CharField(max_length=20)
    legs = models.JSONField()
    decision = models.CharField(max_length=120)
    signed_on = models.DateField()
    valid_from = models.DateField()
    last_on = models.DateField(null=True)

    class Meta:
        db_table = "joint_process"
        indexes = (models.Index(fields=("process", "version"), name="joint_process_version"),)


class JointDossierRow(models.Model):
    """A body's copy of a joint dossier; `closed_at` is when its end was recorded."""

    id = models.CharField(primary_key=True, max_length=80)
    joint = models.CharField(max_length=40, db_index=True)
    body = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    process = models.CharField(max_length=40)
    version = models.IntegerField()
    lead = models.CharField(max_length=40)
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    opened_by = models.CharField(max_length=40)
    closed_at = models.DateTimeField(null=True)

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "joint_dossier"
        indexes = (
            models.Index(fields=("body", "closed_at", "received_at"), name="joint_dossier_open"),
            models.Index(fields=("lead", "code"), name="joint_dossier_code"),
        )


class JointEventRow(models.Model):
    """A body's copy of what was told of a leg; `event` numbers them within the dossier; `corrects` is 0 or such a number."""

    id = models.CharField(primary_key=True, max_length=80)
    joint = models.CharField(max_length=40, db_index=True)
    body = models.CharField(max_length=40)
    event = models.IntegerField()
    leg = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=20)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    teller = models.CharField(max_length=40)
    recorded_by = models.CharField(max_length=40)
    document = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    entered = models.CharField(max_length=20, blank=True)
    corrects = models.IntegerField()
    is_void = models.BooleanField()

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "joint_event"
