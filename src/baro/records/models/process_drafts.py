"""Drafts of processes, and what was told of each."""

from django.db import models


class ProcessDraftRow(models.Model):
    """A draft, as `rules/observed/process_drafts.py` tells it."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=400)
    reason = models.TextField(blank=True)
    replaces = models.CharField(max_length=40, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=40)

    class Meta:
        db_table = "process_draft"


class DraftEventRow(models.Model):
    """What was told of a draft; `bodies` is a JSON list."""

    id = models.CharField(primary_key=True, max_length=60)
    draft = models.CharField(max_length=40, db_index=True)
    number = models.IntegerField()
    kind = models.CharField(max_length=20)
    told_at = models.DateTimeField()
    told_by = models.CharField(max_length=40)
    table = models.CharField(max_length=80, blank=True)
    bodies = models.JSONField()
    by_day = models.DateField(null=True)
    opinion = models.CharField(max_length=20, blank=True)
    document = models.CharField(max_length=120, blank=True)
    process = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        db_table = "process_draft_event"
