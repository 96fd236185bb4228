"""What follows matters that several bodies keep in view, and the matters that have no file of their own: obligations of
coordination rules, proposals to the upper level, simplifications of procedures. Inside the authority they are no secret: they are read without a scope."""

from django.db import models


class ObligationRow(models.Model):
    """An obligation of a coordination rule, as `rules/prescribed/obligations.py` tells it."""

    id = models.CharField(primary_key=True, max_length=40)
    rule = models.CharField(max_length=40, db_index=True)
    debtor = models.CharField(max_length=200)
    creditor = models.CharField(max_length=200, blank=True)
    task = models.CharField(max_length=400)
    article = models.CharField(max_length=120, blank=True)
    rhythm = models.CharField(max_length=20)
    limit_value = models.IntegerField()
    limit_unit = models.CharField(max_length=20)
    valid_from = models.DateField()
    last_on = models.DateField(null=True)

    class Meta:
        db_table = "obligation"


class FollowedRow(models.Model):
    """The `number`-th thing told of a matter, as `rules/observed/followed.py` tells it; `matter` is its stream in the ledger:
    "obligation/…", "upward/…", "simplification/…"."""

    id = models.CharField(primary_key=True, max_length=80)
    matter = models.CharField(max_length=60, db_index=True)
    number = models.IntegerField()
    kind = models.CharField(max_length=20)
    told_on = models.DateField()
    counts_on = models.DateField()
    teller = models.CharField(max_length=40)
    document = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=40, blank=True)
    body = models.CharField(max_length=200, blank=True)
    until = models.DateField(null=True)
    corrects = models.IntegerField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "followed"


class UpwardRow(models.Model):
    """A proposal to the upper level, as `rules/observed/upward.py` tells it."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    about = models.CharField(max_length=400)
    document = models.CharField(max_length=120)
    signed_on = models.DateField()
    counts_on = models.DateField()
    to = models.CharField(max_length=40)
    until = models.DateField(null=True)

    class Meta:
        db_table = "upward_proposal"


class SimplificationRow(models.Model):
    """A simplification of a procedure, as `rules/prescribed/simplifications.py` tells it; `procedure` is its code. `what` and `reason` are
    personal: "" once erased."""

    id = models.CharField(primary_key=True, max_length=40)
    unit = models.CharField(max_length=40, db_index=True)
    procedure = models.CharField(max_length=120, db_index=True)
    name = models.CharField(max_length=400)
    what = models.CharField(max_length=1000, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    document = models.CharField(max_length=120)
    signed_on = models.DateField()
    papers = models.IntegerField()
    steps = models.IntegerField()
    days = models.IntegerField()
    cost = models.BigIntegerField()

    class Meta:
        db_table = "simplification"
