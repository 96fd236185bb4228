"""What people said they know of, and which digests were sent to them."""

from datetime import date

from django.db import models

from baro.records.scoped import ScopedManager, Scoping

_SCOPING = Scoping(matter="notice", unit="unit", holder="person")


def known_id(person: str, kind: str) -> str:
    """The id of what a person knows of a kind."""
    return f"{person}.{kind}"


def mail_id(person: str, on: date) -> str:
    """The id of a person's digest of a day."""
    return f"{person}.{on.isoformat()}"


class NoticeKnownRow(models.Model):
    """What a person last said of a kind of notice, as `rules/judged/notices.py` tells it; `id` is the person and the kind. The
    ledger has what they said before. Nobody else's: `unit` is always ""."""

    id = models.CharField(primary_key=True, max_length=80)
    person = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=30)
    count = models.IntegerField()
    until = models.DateTimeField()
    next_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    said_at = models.DateTimeField()

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "notice_known"


class NoticeMailRow(models.Model):
    """A digest that was sent to a person; `id` is the person and the day."""

    id = models.CharField(primary_key=True, max_length=60)
    person = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40, blank=True)
    day = models.DateField()
    sent_at = models.DateTimeField()

    SCOPING = _SCOPING
    objects = ScopedManager()

    class Meta:
        db_table = "notice_mail"
