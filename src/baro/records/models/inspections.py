"""Inspections of public duty and their runs; an unannounced one is seen by its compartment alone."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class InspectionRow(models.Model):
    """An inspection held by the body `unit`; `kind` as in `InspectionKind`."""

    id = models.CharField(primary_key=True, max_length=40)
    kind = models.CharField(max_length=20)
    unit = models.CharField(max_length=40, db_index=True)
    decision = models.CharField(max_length=120)
    is_planned = models.BooleanField()
    compartment = models.CharField(max_length=40, blank=True)

    SCOPING = Scoping(matter="inspection", unit="unit", compartment="compartment")
    objects = ScopedManager()

    class Meta:
        db_table = "inspection"


class InspectionRunRow(models.Model):
    """One team at one body (`object`, id) on one visit; unit and compartment are the inspection's. `visited_on` as told;
    `counts_on` is the day that figures use."""

    id = models.CharField(primary_key=True, max_length=40)
    inspection = models.CharField(max_length=40, db_index=True)
    kind = models.CharField(max_length=20)
    unit = models.CharField(max_length=40, db_index=True)
    compartment = models.CharField(max_length=40, blank=True)
    object = models.CharField(max_length=40, db_index=True)
    visited_on = models.DateField()
    counts_on = models.DateField()

    SCOPING = Scoping(matter="inspection", unit="unit", compartment="compartment")
    objects = ScopedManager()

    class Meta:
        db_table = "inspection_run"
