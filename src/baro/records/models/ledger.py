"""The ledger: what was recorded, in which order, and the hashes that hold it.

Rows of `LedgerEntry`, `LedgerPlace`, `LedgerCheckpoint`, `LedgerCosignature` and `LedgerLog` are evidence: neither the ORM
nor SQL changes or deletes them (`baro.records.evidence`). Tiles only grow. `PersonalValue` and `PersonalKey` lie outside
the hashes, so that what is personal can be erased and the ledger still verifies.
"""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from baro.records.evidence import Evidence


class IndexField(models.BigIntegerField):
    """A number under which SQLite keeps the row itself, so that rows are read in its order without a second search."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """The type of the column."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


class LedgerLog(Evidence):
    """The one log of this authority, by its name in checkpoints."""

    number = models.PositiveSmallIntegerField(primary_key=True)
    origin = models.CharField(max_length=200)

    class Meta:
        db_table = "ledger_log"


class LedgerEntry(Evidence):
    """One act: the very bytes that were hashed, and their leaf. `place` only tells the order of writing."""

    place = models.BigAutoField(primary_key=True)
    entry_id = models.CharField(max_length=26, unique=True)
    stream = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    body = models.BinaryField()
    leaf = models.BinaryField(max_length=32)

    class Meta:
        db_table = "ledger_entry"
        constraints = (models.UniqueConstraint(fields=("stream", "version"), name="ledger_stream_version"),)


class LedgerPlace(Evidence):
    """Which entry stands at which place of the tree."""

    index = IndexField(primary_key=True)
    place = models.BigIntegerField(unique=True)

    class Meta:
        db_table = "ledger_index"


class LedgerPending(models.Model):
    """An entry that waits for its place in the tree (PostgreSQL)."""

    projected = False
    place = models.BigIntegerField(primary_key=True)

    class Meta:
        db_table = "ledger_pending"


class LedgerTile(models.Model):
    """Up to 256 hashes of one level of the tree, 32 bytes each (C2SP tlog-tiles)."""

    projected = False
    name = models.CharField(primary_key=True, max_length=24)
    level = models.PositiveSmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField(max_length=8192)

    class Meta:
        db_table = "ledger_tile"


class LedgerCheckpoint(Evidence):
    """A size of the tree, its root, and the signed note that says so."""

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField(max_length=32)
    note = models.TextField()

    class Meta:
        db_table = "ledger_checkpoint"


class LedgerCosignature(Evidence):
    """A witness's signature line under a checkpoint; `seconds` is the witness's own time (since 1970)."""

    name = models.CharField(primary_key=True, max_length=220)
    size = models.BigIntegerField(db_index=True)
    witness = models.CharField(max_length=200)
    seconds = models.BigIntegerField()
    line = models.TextField()

    class Meta:
        db_table = "ledger_cosignature"


class PersonalKey(models.Model):
    """The key of one stream's personal values, wrapped by the key file of the home; erased with them."""

    projected = False
    stream = models.CharField(primary_key=True, max_length=200)
    wrapped = models.BinaryField()

    class Meta:
        db_table = "personal_key"


class PersonalValue(models.Model):
    """A personal value and its salt, encrypted. `name` is entry and field."""

    projected = False
    name = models.CharField(primary_key=True, max_length=100)
    entry_id = models.CharField(max_length=26, db_index=True)
    field = models.CharField(max_length=64)
    stream = models.CharField(max_length=200, db_index=True)
    sealed = models.BinaryField()

    class Meta:
        db_table = "personal_value"
