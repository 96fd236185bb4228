"""Directives with who took note of them, and assigned tasks with what was told of each.

A task is kept in view by several bodies, each of which has its copy of the rows (`body`), as a joint dossier is."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping

_SCOPING = Scoping(matter="task", unit="body")


class DirectiveRow(models.Model):
    """A directive, as `rules/observed/directives.py` tells it; `addressees` is a JSON list of bodies."""

    id = models.CharField(primary_key=True, max_length=40)
    body = models.CharField(max_length=40, db_index=True)
    source = models.CharField(max_length=20)
    number = models.CharField(max_length=120)
    signed_on = models.DateField()
    issuer = models.CharField(max_length=300)
    subject = models.TextField(blank=True)
    implements = models.CharField(max_length=40, blank=True, db_index=True)
    addressees = models.JSONField()
    acknowledge_by = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_for = models.TextField(blank=True)

    class Meta:
        db_table = "directive"


class AcknowledgementRow(models.Model):
    """A unit took note of a directive."""

    id = models.CharField(primary_key=True, max_length=90)
    directive = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40)
    acknowledged_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "directive_acknowledged"


class TaskRow(models.Model):
    """A body's copy of a task; `coordinating` is a JSON list of bodies, `closed_at` is when its end was recorded."""

    id = models.CharField(primary_key=True, max_length=80)
    task = models.CharField(max_length=40, db_index=True)
    body = models.CharField(max_length=40)
    assigner = models.CharField(max_length=40)
    lead = models.CharField(max_length=40)
    coordinating = models.JSONField()
    source = models.CharField(max_length=20)
    directive = models.CharField(max_length=40, blank=True, db_index=True)
    parent = models.CharField(max_length=40, blank=True, db_index=True)
    content = models.TextField(blank=True)
    product = models.TextField(blank=True)
    leader = models.CharField(max_length=200, blank=True)
    assigned_on = models.DateField()
    due_on = models.DateField(null=True)
    arose_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    closed_at = models.DateTimeField(null=True)

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "assigned_task"
        indexes = (
            models.Index(fields=("body", "closed_at", "assigned_on"), name="assigned_task_open"),
            models.Index(fields=("body", "assigned_on"), name="assigned_task_given"),
        )


class TaskEventRow(models.Model):
    """A body's copy of what was told of a task; `event` numbers them within the task; `voids` is 0 or such a number."""

    id = models.CharField(primary_key=True, max_length=80)
    task = models.CharField(max_length=40, db_index=True)
    body = models.CharField(max_length=40)
    event = models.IntegerField()
    kind = models.CharField(max_length=20)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    teller = models.CharField(max_length=40)
    recorded_by = models.CharField(max_length=40)
    document = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True)
    holder = models.CharField(max_length=40, blank=True)
    quality = models.CharField(max_length=20, blank=True)
    voids = models.IntegerField()
    words = models.TextField(blank=True)
    is_believed = models.BooleanField()

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "task_event"
