"""Targets of bodies, how their plans were changed, what was reported. Amounts are kept as digits with a point."""

from django.db import models


class TargetRow(models.Model):
    """A target, as `rules/observed/targets.py` tells it."""

    id = models.CharField(primary_key=True, max_length=40)
    body = models.CharField(max_length=40, db_index=True)
    assigner = models.CharField(max_length=40)
    directive = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=400)
    unit = models.CharField(max_length=60)
    first_on = models.DateField()
    last_on = models.DateField(db_index=True)
    baseline = models.CharField(max_length=24, blank=True)
    plan = models.CharField(max_length=24)
    direction = models.CharField(max_length=10)
    source = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "target"


class TargetPlanRow(models.Model):
    """A plan that took another's place."""

    id = models.CharField(primary_key=True, max_length=60)
    target = models.CharField(max_length=40, db_index=True)
    number = models.IntegerField()
    plan = models.CharField(max_length=24)
    document = models.CharField(max_length=120)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "target_plan"


class TargetActualRow(models.Model):
    """What was reported to be reached up to a day."""

    id = models.CharField(primary_key=True, max_length=60)
    target = models.CharField(max_length=40, db_index=True)
    number = models.IntegerField()
    upto = models.DateField()
    value = models.CharField(max_length=24)
    source = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "target_actual"
