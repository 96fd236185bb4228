"""Views of the list of dossiers that somebody saved for themselves."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class SavedViewRow(models.Model):
    """One view, as `rules/observed/saved_views.py` tells it; `unit` is the body for which its owner saved it."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=40, db_index=True)
    name = models.TextField(blank=True)
    address = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)

    SCOPING = Scoping(matter="view", unit="unit", holder="owner")
    objects = ScopedManager()

    class Meta:
        db_table = "saved_view"
