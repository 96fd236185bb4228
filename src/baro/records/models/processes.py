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

    class Meta:
        db_table = "work_process"
