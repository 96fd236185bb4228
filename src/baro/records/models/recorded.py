"""Dossiers written down here: the books of units without other software, what was received, and each step, and what was taken back."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class DossierBook(models.Model):
    """A book (sổ theo dõi hồ sơ) that a body keeps here: its source of dossiers by code, and the `prefix` with which the codes of
    its dossiers begin."""

    source = models.CharField(primary_key=True, max_length=40)
    body = models.CharField(max_length=40)
    prefix = models.CharField(max_length=35)
    opened_at = models.DateTimeField()

    class Meta:
        db_table = "dossier_book"


class ReceiptRow(models.Model):
    """What a dossier was received with, as `rules/observed/recorded_steps.py` tells it; `id` is the dossier's. Its `code` is the
    `sequence`-th of its `run`: the prefix and the day."""

    id = models.CharField(primary_key=True, max_length=160)
    source = models.CharField(max_length=40)
    body = models.CharField(max_length=40)
    code = models.CharField(max_length=120)
    run = models.CharField(max_length=120, blank=True)
    sequence = models.IntegerField()
    procedure = models.CharField(max_length=255)
    channel = models.CharField(max_length=120, blank=True)
    requester = models.CharField(max_length=20, blank=True)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=40)
    applicant = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    address = models.TextField(blank=True)
    papers = models.TextField(blank=True)

    SCOPING = Scoping(matter="dossier", unit="body")
    objects = ScopedManager()

    class Meta:
        db_table = "recorded_receipt"
        indexes = (
            models.Index(fields=("source", "received_at"), name="recorded_receipt_source"),
            models.Index(fields=("run", "sequence"), name="recorded_receipt_run"),
        )


class StepRow(models.Model):
    """One step of a recorded dossier; `id` is that of its entry, `place` counts the steps of its book."""

    id = models.CharField(primary_key=True, max_length=40)
    stream = models.CharField(max_length=60, db_index=True)
    source = models.CharField(max_length=40)
    body = models.CharField(max_length=40)
    dossier = models.CharField(max_length=160)
    number = models.IntegerField()
    place = models.IntegerField()
    activity = models.CharField(max_length=255)
    kind = models.SmallIntegerField()
    occurred_at = models.DateTimeField()
    counts_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    unit = models.CharField(max_length=40, blank=True)
    handler = models.CharField(max_length=40, blank=True)
    document = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True)
    departs = models.BooleanField(default=False)
    reason = models.TextField(blank=True)

    SCOPING = Scoping(matter="dossier", unit="body")
    objects = ScopedManager()

    class Meta:
        db_table = "recorded_step"
        constraints = (models.UniqueConstraint(fields=("dossier", "number"), name="recorded_step_number"),)
        indexes = (models.Index(fields=("source", "place"), name="recorded_step_source"),)


class TakenBackRow(models.Model):
    """That a step was told by mistake; `id` is that of the step. It takes a place in the book as a step does."""

    id = models.CharField(primary_key=True, max_length=40)
    source = models.CharField(max_length=40)
    body = models.CharField(max_length=40)
    dossier = models.CharField(max_length=160, db_index=True)
    place = models.IntegerField()
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    second = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)

    SCOPING = Scoping(matter="dossier", unit="body")
    objects = ScopedManager()

    class Meta:
        db_table = "recorded_step_back"
        indexes = (models.Index(fields=("source", "place"), name="recorded_step_back_source"),)
