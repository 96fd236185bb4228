"""Complaints and denunciations received; a denunciation is seen by its compartment alone."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class PetitionRow(models.Model):
    """A matter received by the body `unit`; `kind` as in `PetitionKind`; `concluded_on` None while it is verified."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    code = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    received_on = models.DateField()
    concluded_on = models.DateField(null=True)
    handler = models.CharField(max_length=40, blank=True)
    compartment = models.CharField(max_length=40, blank=True)

    SCOPING = Scoping(matter="petition", unit="unit", holder="handler", compartment="compartment", conflicts=True)
    objects = ScopedManager()

    class Meta:
        db_table = "petition"
