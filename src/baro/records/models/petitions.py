"""Complaints and denunciations received; a denunciation is seen by its compartment alone."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class PetitionRow(models.Model):
    """A matter received by the body `unit`; `kind` as in `PetitionKind`; `concluded_on` None while it is verified. Days as
    they were told; `…_counts_on` are those that figures use (`rules/judged/late_entry.py`)."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    code = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    received_on = models.DateField()
    concluded_on = models.DateField(null=True)
    received_counts_on = models.DateField(db_index=True)
    concluded_counts_on = models.DateField(null=True)
    handler = models.CharField(max_length=40, blank=True)
    compartment = models.CharField(max_length=40, blank=True)

    SCOPING = Scoping(
        matter="petition", kind="kind", apart=("denunciation",),
        unit="unit", holder="handler", compartment="compartment", conflicts=True,
    )  # fmt: skip
    objects = ScopedManager()

    class Meta:
        db_table = "petition"
