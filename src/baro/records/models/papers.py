"""Papers of dossiers and their electronic copies. The files lie in the home, by their content (`loading/kept_files.py`)."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class PaperRow(models.Model):
    """One paper, as `rules/observed/papers.py` tells it; `stream` holds the acts on all papers of its dossier; `signatures` is
    a JSON list: signer, moment, integrity, trust; the signer is "" once erased."""

    id = models.CharField(primary_key=True, max_length=60)
    stream = models.CharField(max_length=60, db_index=True)
    dossier = models.CharField(max_length=160, db_index=True)
    source = models.CharField(max_length=40)
    body = models.CharField(max_length=40)
    number = models.IntegerField()
    part = models.CharField(max_length=12)
    title = models.TextField(blank=True)
    named_by = models.CharField(max_length=40)
    named_at = models.DateTimeField()
    file = models.CharField(max_length=80, blank=True)
    file_name = models.TextField(blank=True)
    size = models.IntegerField(default=0)
    is_cleaned = models.BooleanField(default=False)
    signatures = models.JSONField(default=list)
    integrity = models.CharField(max_length=12, default="none")
    attached_by = models.CharField(max_length=40, blank=True)
    attached_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    reused_from = models.CharField(max_length=60, blank=True)
    reused_part = models.CharField(max_length=12, blank=True)
    store = models.CharField(max_length=12, blank=True)
    pushed_on = models.DateField(null=True)
    reference = models.CharField(max_length=120, blank=True)
    pushed_by = models.CharField(max_length=40, blank=True)
    withdrawn_by = models.CharField(max_length=40, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    SCOPING = Scoping(matter="dossier", unit="body", reach="dossier")
    objects = ScopedManager()

    class Meta:
        db_table = "dossier_paper"
