"""How many dossiers a body has, by class in time: for lists and boards, where counting millions anew would take seconds."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class DossierCountColumns(models.Model):
    """The dossiers of a body, whose id it has, by their `TimeClass`, and the latest moment as of which any was judged. Projected from `dossier`
    by every delivery."""

    id = models.CharField(primary_key=True, max_length=40)
    body = models.CharField(max_length=40)
    as_of = models.DateTimeField()
    not_counted = models.IntegerField(default=0)
    early = models.IntegerField(default=0)
    on_time = models.IntegerField(default=0)
    late = models.IntegerField(default=0)
    pending_on_time = models.IntegerField(default=0)
    pending_late = models.IntegerField(default=0)
    not_computable = models.IntegerField(default=0)

    SCOPING = Scoping(matter="dossier", unit="body")
    objects = ScopedManager()

    class Meta:
        abstract = True


class DossierCount(DossierCountColumns):
    """Of dossiers of administrative procedures."""

    class Meta:
        db_table = "dossier_count"


class InternalRunCount(DossierCountColumns):
    """Of internal processes."""

    class Meta:
        db_table = "internal_run_count"
