"""Campaigns of review of processes, and what was found of each process."""

from django.db import models


class ReviewCampaignRow(models.Model):
    """A campaign; `processes` is a JSON list of ids."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40)
    name = models.CharField(max_length=400)
    document = models.CharField(max_length=120)
    begins_on = models.DateField()
    due_on = models.DateField()
    processes = models.JSONField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "review_campaign"


class ReviewResultRow(models.Model):
    """What was found of a process in a campaign."""

    id = models.CharField(primary_key=True, max_length=90)
    campaign = models.CharField(max_length=40, db_index=True)
    number = models.IntegerField()
    process = models.CharField(max_length=40)
    found = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    found_on = models.DateField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "review_result"
