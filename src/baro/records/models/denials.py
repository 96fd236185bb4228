"""Who was refused what, when: kept for those who watch over access; no evidence, and no replay makes it."""

from django.db import models


class DenialRow(models.Model):
    """A refusal by the policy: to a person (or a program's account) of a body. Of sealed matters no row tells."""

    projected = False

    id = models.CharField(primary_key=True, max_length=40)
    at = models.DateTimeField(db_index=True)
    person = models.CharField(max_length=40, db_index=True)
    unit = models.CharField(max_length=40, blank=True, db_index=True)
    operation = models.CharField(max_length=60)
    subject = models.CharField(max_length=160, blank=True)

    class Meta:
        db_table = "denial"
