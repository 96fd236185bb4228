"""Bodies, their dated terms, what became of them, and what they handed over. All rows are projected from acts.

Names are kept with two keys: `sort_key` orders them as Vietnamese does on any database; their folded words lie in
`name_word` for search.
"""

from django.db import models
from django.db.models import Q

from baro.records.scoped import ScopedManager, Scoping


class BodyRow(models.Model):
    """A body as such; its id never changes."""

    id = models.CharField(primary_key=True, max_length=40)
    kind = models.CharField(max_length=20)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "body"


class BodyTermRow(models.Model):
    """What a body was over a term. The key is (code, valid_from); a code not known is ""."""

    id = models.CharField(primary_key=True, max_length=40)
    body = models.ForeignKey(BodyRow, models.PROTECT, db_constraint=False, related_name="terms")
    code = models.CharField(max_length=35, blank=True)
    name = models.CharField(max_length=255)
    sort_key = models.CharField(max_length=800)
    level = models.CharField(max_length=20)
    parent = models.CharField(max_length=40, blank=True, db_index=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    external = models.BooleanField(default=False)
    basis = models.CharField(max_length=255, blank=True)
    verified = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        db_table = "body_term"
        indexes = (models.Index(fields=("sort_key",), name="body_term_sort"),)
        constraints = (
            models.UniqueConstraint(fields=("code", "valid_from"), condition=~Q(code=""), name="body_term_code_from"),
        )


class SuccessionRow(models.Model):
    """One predecessor, one successor, from a day on."""

    id = models.CharField(primary_key=True, max_length=40)
    predecessor = models.CharField(max_length=40, db_index=True)
    successor = models.CharField(max_length=40, blank=True, db_index=True)
    kind = models.CharField(max_length=20)
    effective_on = models.DateField()
    basis = models.CharField(max_length=255, blank=True)
    verified = models.BooleanField(default=False)
    function = models.CharField(max_length=255, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        db_table = "body_succession"


class HandOverRow(models.Model):
    """An open item given to a successor."""

    id = models.CharField(primary_key=True, max_length=40)
    kind = models.CharField(max_length=20)
    item = models.CharField(max_length=160)
    unit = models.CharField(max_length=40, db_index=True)
    successor = models.CharField(max_length=40, db_index=True)
    handed_on = models.DateField()
    decision = models.CharField(max_length=120, blank=True)
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "hand_over"
        indexes = (models.Index(fields=("kind", "item"), name="hand_over_item"),)


class SealedHandOverRow(models.Model):
    """A matter kept in a compartment, given to a successor; `id` is the matter's own, `kind` as in `ItemKind`. Whoever sees
    the matter sees this, and nobody else."""

    id = models.CharField(primary_key=True, max_length=40)
    kind = models.CharField(max_length=20)
    unit = models.CharField(max_length=40, db_index=True)
    successor = models.CharField(max_length=40)
    handed_on = models.DateField()
    decision = models.CharField(max_length=120, blank=True)
    handler = models.CharField(max_length=40, blank=True)
    compartment = models.CharField(max_length=40)
    recorded_by = models.CharField(max_length=40)

    SCOPING = Scoping(
        matter="petition", kind="kind", apart=("denunciation", "inspection"),
        unit="unit", holder="handler", compartment="compartment", conflicts=True,
    )  # fmt: skip
    objects = ScopedManager()

    class Meta:
        db_table = "sealed_hand_over"


class NameWord(models.Model):
    """A folded word of a name, two hexadecimal digits a letter, so that the words beginning with some letters are a range
    in every collation."""

    id = models.CharField(primary_key=True, max_length=180)
    kind = models.CharField(max_length=10)
    word = models.CharField(max_length=120)
    owner = models.CharField(max_length=40)

    class Meta:
        db_table = "name_word"
        constraints = (models.UniqueConstraint(fields=("kind", "word", "owner"), name="name_word_of_owner"),)
        indexes = (models.Index(fields=("kind", "owner"), name="name_word_owner"),)


class OrganisationStamp(models.Model):
    """The entry that changed bodies or service last: what was read under the same stamp need not be read again."""

    name = models.CharField(primary_key=True, max_length=20)
    entry = models.CharField(max_length=40)

    class Meta:
        db_table = "organisation_stamp"
