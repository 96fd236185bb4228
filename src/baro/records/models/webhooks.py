"""Programs that are told of events, and how far each was told."""

from django.db import models


class WebhookRow(models.Model):
    """A subscription: where to, which kinds (space between), for which account, since which entry. Dated, never deleted.
    The secret by which it is signed is not kept: it is made of a key file of the home."""

    id = models.CharField(primary_key=True, max_length=40)
    account = models.CharField(max_length=40, db_index=True)
    url = models.CharField(max_length=500)
    kinds = models.CharField(max_length=200)
    entry = models.CharField(max_length=26)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "webhook"


class WebhookProgress(models.Model):
    """The next place of the ledger's tree that a subscription is told of; how often that failed, why, and when to try next;
    until when one sender has it in hand. No evidence, and no replay makes it."""

    projected = False

    webhook = models.CharField(primary_key=True, max_length=40)
    next_index = models.BigIntegerField()
    failures = models.SmallIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)
    next_at = models.DateTimeField(null=True)
    held_until = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_count = models.BigIntegerField(default=0)

    class Meta:
        db_table = "webhook_progress"
