"""The catalogue of procedures: each version as it was published, dated, never deleted."""

from django.db import models


class ProcedureRow(models.Model):
    """A version of a procedure (`code`), the `version`-th from 1; in force from `valid_from` to `last_on`. `channels` holds
    JSON lists: channel, limit as written, its value and unit ("" if it cannot be read), fee, what is said besides."""

    id = models.CharField(primary_key=True, max_length=80)
    code = models.CharField(max_length=60)
    version = models.IntegerField()
    name = models.TextField()
    decision = models.CharField(max_length=200, blank=True)
    field = models.CharField(max_length=400, blank=True)
    levels = models.JSONField()
    channels = models.JSONField()
    steps = models.TextField(blank=True)
    agencies = models.TextField(blank=True)
    bases = models.JSONField()
    valid_from = models.DateField()
    last_on = models.DateField(null=True)

    class Meta:
        db_table = "procedure"
        indexes = (models.Index(fields=("code", "valid_from"), name="procedure_code"),)
