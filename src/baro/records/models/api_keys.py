"""Keys with which programs ask: only the hash is kept; whoever reads this table can ask nothing."""

from django.db import models


class ApiKey(models.Model):
    """A key of a program's account; dated, never deleted."""

    id = models.CharField(primary_key=True, max_length=40)
    account = models.CharField(max_length=40, db_index=True)
    key_sha256 = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "api_key"
