"""What a unit did in a month, counted from the dossiers: for heat maps and years, where counting anew would take seconds."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class DossierMonthColumns(models.Model):
    """A unit of a body, as the source writes it, and a month by its first day: how many dossiers it received and ended;
    of those ended, how many in time, late, in time only by a pause, without a result, with one,
    of these with the result digitised, with a signed copy of it kept here, with a copy pushed; reopened; and of those received,
    how many components are named, copied, used again. Projected from `dossier` whenever a delivery touches the month, and moved
    on by each act on a paper; a unit without anything in a month has no row."""

    id = models.CharField(primary_key=True, max_length=320)
    body = models.CharField(max_length=40)
    unit = models.CharField(max_length=255, blank=True)
    month = models.DateField()
    received = models.IntegerField()
    ended = models.IntegerField()
    in_time = models.IntegerField()
    late = models.IntegerField()
    by_pause = models.IntegerField()
    without_result = models.IntegerField()
    with_result = models.IntegerField()
    digitised = models.IntegerField()
    reopened = models.IntegerField()
    signed = models.IntegerField(default=0)
    pushed = models.IntegerField(default=0)
    components = models.IntegerField(default=0)
    components_copied = models.IntegerField(default=0)
    components_reused = models.IntegerField(default=0)

    SCOPING = Scoping(matter="figure", unit="body")
    objects = ScopedManager()

    class Meta:
        abstract = True


class DossierMonth(DossierMonthColumns):
    """Of dossiers of administrative procedures."""

    class Meta:
        db_table = "dossier_month"
        indexes = (models.Index(fields=("month", "body"), name="dossier_month_body"),)


class InternalRunMonth(DossierMonthColumns):
    """Of internal processes."""

    class Meta:
        db_table = "internal_run_month"
        indexes = (models.Index(fields=("month", "body"), name="internal_run_month_body"),)
