"""What was delivered: the source systems, the deliveries received from them, and what contradicts what we held."""

from django.db import models


class ImportSource(models.Model):
    """A system that delivers dossiers, with how its files are read (`mapping`, TOML) and judged (`prescription`:
    role -> names of kept files; `calendar`). `work` as in `WorkKind`: what its dossiers are courses of."""

    code = models.CharField(primary_key=True, max_length=40)
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=40, blank=True, db_index=True)
    mapping = models.TextField(blank=True)
    prescription = models.JSONField(default=dict)
    calendar = models.CharField(max_length=20, default="vn")
    work = models.CharField(max_length=20, default="procedure")
    last_batch = models.CharField(max_length=40, blank=True)
    described_at = models.DateTimeField()

    class Meta:
        db_table = "import_source"


class ImportBatch(models.Model):
    """One delivery received: the file by its hash, the root over its rows, the counts of its statement.

    The statement in full, the rows and the dossiers lie in the segment of the same name in the store.
    """

    id = models.CharField(primary_key=True, max_length=40)
    entry = models.CharField(max_length=40, db_index=True)
    source = models.ForeignKey(ImportSource, models.PROTECT, db_constraint=False, related_name="batches")
    unit = models.CharField(max_length=40, blank=True, db_index=True)
    number = models.PositiveIntegerField()
    file_name = models.CharField(max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, db_index=True)
    mapping_sha256 = models.CharField(max_length=64)
    segment_sha256 = models.CharField(max_length=64)
    row_root = models.CharField(max_length=64)
    row_count = models.PositiveBigIntegerField()
    counts = models.JSONField(default=dict)
    as_of = models.DateTimeField()
    actor = models.CharField(max_length=40)
    received_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "import_batch"
        constraints = (models.UniqueConstraint(fields=("source", "number"), name="import_batch_number"),)


class ImportAdoption(models.Model):
    """A person took the source's telling over, in dossiers of one source; they lie in the segment of the same name.
    `improved` of the dossiers show a better figure, which `second` approved ("" where none does)."""

    id = models.CharField(primary_key=True, max_length=40)
    entry = models.CharField(max_length=40)
    source = models.ForeignKey(ImportSource, models.PROTECT, db_constraint=False, related_name="adoptions")
    conflicts = models.PositiveIntegerField()
    dossiers = models.PositiveIntegerField()
    improved = models.PositiveIntegerField()
    actor = models.CharField(max_length=40)
    second = models.CharField(max_length=40, blank=True)
    adopted_at = models.DateTimeField()

    class Meta:
        db_table = "import_adoption"


class ImportConflict(models.Model):
    """A cell or event that a delivery tells otherwise than we hold it; ours stands until a person decides. `outcome` as in
    `Outcome`; `adoption` is the one that took it over."""

    id = models.CharField(primary_key=True, max_length=60)
    batch = models.ForeignKey(ImportBatch, models.PROTECT, db_constraint=False, related_name="conflicts")
    dossier = models.CharField(max_length=160, db_index=True)
    kind = models.CharField(max_length=20)
    field = models.CharField(max_length=255)
    ours = models.TextField(blank=True)
    theirs = models.TextField(blank=True)
    row = models.PositiveBigIntegerField(default=0)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=12, blank=True)
    adoption = models.CharField(max_length=40, blank=True, db_index=True)

    class Meta:
        db_table = "import_conflict"
