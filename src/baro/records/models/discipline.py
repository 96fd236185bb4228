"""Who was disciplined, and which measures that are no discipline were proposed or taken."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class DisciplineRow(models.Model):
    """A person disciplined by the body `unit`; codes as in `Form`, `StaffCategory`; "" is: the source does not tell.
    `counts_on` is the day that figures use, `decided_on` the one told."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    person = models.CharField(max_length=40, blank=True, db_index=True)
    person_unit = models.CharField(max_length=40, blank=True)
    category = models.CharField(max_length=30)
    form = models.CharField(max_length=30)
    decided_on = models.DateField()
    counts_on = models.DateField()
    decision = models.CharField(max_length=120)
    origin = models.CharField(max_length=40, blank=True)

    SCOPING = Scoping(matter="discipline", unit="unit")
    objects = ScopedManager()

    class Meta:
        db_table = "discipline"


class MeasureRow(models.Model):
    """A measure of the body `unit` towards the body `object` or a person; codes as in `Measure`, `MeasureState`.
    `counts_on` is the day that figures use, `taken_on` the one told."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    kind = models.CharField(max_length=30)
    state = models.CharField(max_length=20)
    taken_on = models.DateField()
    counts_on = models.DateField()
    object = models.CharField(max_length=40, blank=True)
    person = models.CharField(max_length=40, blank=True)
    origin = models.CharField(max_length=40, blank=True)

    SCOPING = Scoping(matter="discipline", unit="unit")
    objects = ScopedManager()

    class Meta:
        db_table = "accountability_measure"
