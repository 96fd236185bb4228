"""What one person proposed and another of another unit must approve before it is done."""

from django.db import models


class ProposalRow(models.Model):
    """A proposal to carry out an operation on a matter; `what` is the SHA-256 of what exactly is to be done. Approved by
    nobody while `approved_by` is ""; carried out once."""

    id = models.CharField(primary_key=True, max_length=40)
    operation = models.CharField(max_length=60)
    subject = models.CharField(max_length=160, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    compartment = models.CharField(max_length=40, blank=True)
    what = models.CharField(max_length=64)
    proposed_by = models.CharField(max_length=40)
    proposed_at = models.DateTimeField()
    approved_by = models.CharField(max_length=40, blank=True)
    approved_at = models.DateTimeField(null=True)
    is_carried_out = models.BooleanField(default=False)

    class Meta:
        db_table = "proposal"
