"""Names as sources write them, whom they mean, and which dossiers are by that somebody's: projected from acts."""

from django.db import models


class NameMatchRow(models.Model):
    """What was said of a name of a source; `kind` and `outcome` as in `NameKind` and `Outcome`, `deliverer` the body whose
    source it is. What was said last holds."""

    id = models.CharField(primary_key=True, max_length=60)
    source = models.CharField(max_length=40)
    deliverer = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=255, blank=True)
    unit = models.CharField(max_length=255, blank=True)
    outcome = models.CharField(max_length=10)
    target = models.CharField(max_length=40, blank=True)
    valid_from = models.DateField(null=True)
    inside = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=40)
    reason = models.TextField(blank=True)

    class Meta:
        db_table = "name_match"
        indexes = (models.Index(fields=("source", "said_at"), name="name_match_source"),)


class DossierReachRow(models.Model):
    """A dossier (its id) that is also that of a body below the one that delivers it (`body`), or that a person holds or
    held: `kind` "body" or "person", `who` the id. Only what asks for dossiers within a scope reads it."""

    id = models.CharField(primary_key=True, max_length=210)
    kind = models.CharField(max_length=6)
    who = models.CharField(max_length=40)
    body = models.CharField(max_length=40, blank=True)
    dossier = models.CharField(max_length=160, db_index=True)

    class Meta:
        db_table = "dossier_reach"
        indexes = (models.Index(fields=("kind", "who", "body", "dossier"), name="dossier_reach_who"),)
