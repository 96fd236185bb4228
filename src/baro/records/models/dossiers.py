"""A dossier as the lists need it: who it is, how it stands in time, who holds it, what asks for an answer.

The events themselves lie in the columnar store; `segment` and `place` say where. All columns are projected from
deliveries (`import.received`) and judged as of `as_of`.
"""

from django.db import models

from baro.records.models.takes_long import TakesLong
from baro.records.scoped import ScopedManager, Scoping


class DossierColumns(models.Model):
    """What is held of one dossier of one source. Codes as in `TimeClass`, `DueSource`, `WhyNot`, `HolderKind`, `Kind`; `holder_kind` is -1
    for a dossier that nobody holds any more. Bit k of `signals` stands for the red flag Rk, bit k of `deviation_kinds`
    for the `DeviationKind` k. `body` is the id of the body whose source delivers it, `unit` the name of the unit as the source
    writes it. `late_minutes` are working minutes. `missing_since` is the delivery that told it no more.
    `is_digitised` is what the source tells; `result_copy` to `components_reused` are what is kept here (`Copies`), no delivery's."""

    id = models.CharField(primary_key=True, max_length=160)
    source = models.CharField(max_length=40)
    body = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=120)
    procedure = models.CharField(max_length=255, blank=True)
    process = models.CharField(max_length=120, blank=True)
    unit = models.CharField(max_length=255, blank=True)
    channel = models.CharField(max_length=120, blank=True)
    received_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_kind = models.SmallIntegerField(default=0)
    time_class = models.SmallIntegerField()
    due_source = models.SmallIntegerField()
    why_not = models.SmallIntegerField()
    late_days = models.IntegerField(default=0)
    late_minutes = models.BigIntegerField(default=0)
    is_suspended = models.BooleanField(default=False)
    is_reopened = models.BooleanField(default=False)
    in_time_by_pause = models.BooleanField(default=False)
    is_digitised = models.BooleanField(default=False)
    result_copy = models.SmallIntegerField(default=0)
    result_pushed = models.BooleanField(default=False)
    components = models.SmallIntegerField(default=0)
    components_copied = models.SmallIntegerField(default=0)
    components_reused = models.SmallIntegerField(default=0)
    pauses = models.IntegerField(default=0)
    supplements = models.IntegerField(default=0)
    extensions = models.IntegerField(default=0)
    holder_kind = models.SmallIntegerField(default=-1)
    holder_unit = models.CharField(max_length=255, blank=True)
    holder_person = models.CharField(max_length=255, blank=True)
    last_event_at = models.DateTimeField(null=True)
    event_count = models.IntegerField()
    deviation_kinds = models.IntegerField(default=0)
    deviation_count = models.IntegerField(default=0)
    signals = models.BigIntegerField(default=0)
    signal_count = models.IntegerField(default=0)
    conflict_count = models.IntegerField(default=0)
    as_of = models.DateTimeField()
    first_batch = models.CharField(max_length=40)
    last_batch = models.CharField(max_length=40)
    missing_since = models.CharField(max_length=40, blank=True)
    segment = models.CharField(max_length=40)
    place = models.IntegerField()
    digest = models.CharField(max_length=32)

    SCOPING = Scoping(matter="dossier", unit="body", reach="id")
    objects = ScopedManager()

    class Meta:
        abstract = True


class Dossier(DossierColumns):
    """A dossier of an administrative procedure (hồ sơ thủ tục hành chính)."""

    class Meta:
        db_table = "dossier"
        indexes = (
            models.Index(
                fields=("code",),
                name="dossier_code",
                opclasses=("varchar_pattern_ops",),
                include=("id", "body", "due_at"),
            ),
            models.Index(fields=("body", "time_class", "due_at"), name="dossier_body_class"),
            models.Index(fields=("unit", "due_at", "id", "body"), name="dossier_unit_due"),
            models.Index(fields=("time_class", "due_at", "id"), name="dossier_class"),
            models.Index(fields=("body", "as_of"), name="dossier_body_as_of"),
            models.Index(fields=("due_at", "id", "body", "ended_at", "received_at"), name="dossier_due"),
            models.Index(
                fields=(
                    "received_at",
                    "body",
                    "unit",
                    "due_at",
                    "ended_at",
                    "components",
                    "components_copied",
                    "components_reused",
                    "id",
                ),
                name="dossier_received",
            ),
            models.Index(
                fields=(
                    "ended_at",
                    "received_at",
                    "due_at",
                    "body",
                    "unit",
                    "time_class",
                    "ended_kind",
                    "is_reopened",
                    "in_time_by_pause",
                    "is_digitised",
                    "result_copy",
                    "result_pushed",
                    "id",
                ),
                name="dossier_ended",
            ),
            models.Index(
                fields=("ended_at", "received_at", "due_at", "body", "unit", "id"),
                condition=models.Q(TakesLong()),
                name="dossier_long",
            ),
            models.Index(
                fields=("body", "signals"),
                condition=models.Q(signal_count__gt=0),
                name="dossier_flagged",
                include=("id", "due_at", "signal_count"),
            ),
            models.Index(
                fields=("body", "deviation_kinds"),
                condition=models.Q(deviation_count__gt=0),
                name="dossier_deviating",
                include=("id", "due_at", "deviation_count"),
            ),
            models.Index(fields=("holder_unit",), condition=models.Q(holder_kind__gte=0), name="dossier_held"),
        )


class InternalRun(DossierColumns):
    """One course of an internal process outside administrative procedures (quy trình công việc nội bộ): judged as a dossier is,
    kept apart, for no figure about procedures counts it. There are few of them: a body's, by due date."""

    class Meta:
        db_table = "internal_run"
        indexes = (
            models.Index(fields=("source", "code"), name="internal_run_source"),
            models.Index(fields=("body", "time_class", "due_at"), name="internal_run_body_class"),
            models.Index(fields=("due_at", "id"), name="internal_run_due"),
            models.Index(fields=("received_at",), name="internal_run_received"),
            models.Index(fields=("ended_at",), name="internal_run_ended"),
        )
