"""What one person proposed and another of another unit must approve before it is done."""

from django.db import models


class ProposalRow(models.Model):
    """A proposal to carry out an operation on a matter; `what` is the SHA-256 of `told`, which says what exactly is to be
    done. `state` is the hash of what the records said of `rests_on` at that moment. Approved by nobody while `approved_by`
    is ""; under way while `outcome` is "". What is erased of it (`told`, `reason`, `answer`) becomes ""."""

    id = models.CharField(primary_key=True, max_length=40)
    operation = models.CharField(max_length=60)
    subject = models.CharField(max_length=160, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    compartment = models.CharField(max_length=40, blank=True)
    what = models.CharField(max_length=64)
    told = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    rests_on = models.CharField(max_length=400, blank=True)
    state = models.CharField(max_length=64, blank=True)
    proposed_by = models.CharField(max_length=40, db_index=True)
    proposed_at = models.DateTimeField()
    expires_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=40, blank=True)
    approved_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True, db_index=True)
    closed_by = models.CharField(max_length=40, blank=True)
    closed_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        db_table = "proposal"
