"""The register of processes that bodies approved: dated, never deleted; a process retired keeps its last day."""

from django.db import models


class ProcessRow(models.Model):
    """A process as approved by the body `unit` (id); `kind` as in `RegisterKind`; figures count it from
    `approved_counts_on` (`rules/judged/late_entry.py`)."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    kind = models.CharField(max_length=20)
    code = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=400)
    decision = models.CharField(max_length=120)
    approved_on = models.DateField()
    approved_counts_on = models.DateField()
    published_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    version = models.CharField(max_length=20)
    signer = models.CharField(max_length=200, blank=True)
    annex = models.CharField(max_length=200, blank=True)
    bases = models.CharField(max_length=1000, blank=True)
    table = models.CharField(max_length=80, blank=True)
    replaces = models.CharField(max_length=40, blank=True, db_index=True)
    review_by = models.DateField(null=True)
    channel = models.CharField(max_length=200, blank=True)
    proof = models.CharField(max_length=400, blank=True)

    class Meta:
        db_table = "work_process"


class ProcessAcknowledgedRow(models.Model):
    """That a person said they know a version of a process; `id` is that of the entry."""

    id = models.CharField(primary_key=True, max_length=40)
    process = models.CharField(max_length=40)
    person = models.CharField(max_length=40)
    said_at = models.DateTimeField()

    class Meta:
        db_table = "process_acknowledged"
        constraints = (models.UniqueConstraint(fields=("process", "person"), name="process_acknowledged_once"),)
