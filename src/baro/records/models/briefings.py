"""What was said at weekly briefings: explanations of lateness, figures as they stood, conclusions."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping

_SCOPING = Scoping(matter="briefing", unit="body")


class LatenessExplanationRow(models.Model):
    """What a unit says of a late dossier, as `rules/observed/briefings.py` tells it."""

    id = models.CharField(primary_key=True, max_length=40)
    dossier = models.CharField(max_length=160, db_index=True)
    body = models.CharField(max_length=40)
    cause = models.CharField(max_length=20)
    promised_on = models.DateField(null=True)
    words = models.TextField(blank=True)
    said_by = models.CharField(max_length=40)
    said_at = models.DateTimeField()

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "lateness_explanation"
        indexes = (models.Index(fields=("body", "promised_on"), name="lateness_promised"),)


class BriefingRow(models.Model):
    """A body's week as it was frozen; `figures` of procedures and `internal` of internal work are JSON: [unit, [counts]] per unit."""

    id = models.CharField(primary_key=True, max_length=60)
    body = models.CharField(max_length=40, db_index=True)
    monday = models.DateField()
    as_of = models.DateTimeField()
    figures = models.TextField()
    internal = models.TextField(default="[]")
    frozen_by = models.CharField(max_length=40)
    frozen_at = models.DateTimeField()

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "briefing"


class BriefingConclusionRow(models.Model):
    """What was concluded; `done_on` is None until it is done."""

    id = models.CharField(primary_key=True, max_length=64)
    briefing = models.CharField(max_length=60, db_index=True)
    body = models.CharField(max_length=40)
    monday = models.DateField()
    words = models.TextField(blank=True)
    lead = models.TextField(blank=True)
    due_on = models.DateField()
    made_by = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    done_on = models.DateField(null=True)
    done_by = models.CharField(max_length=40, blank=True)
    result = models.TextField(blank=True)

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "briefing_conclusion"
        indexes = (models.Index(fields=("body", "done_on", "due_on"), name="conclusion_open"),)
