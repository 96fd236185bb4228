"""Questions about red flags, with the unit's answer and what was said of it."""

from django.db import models

from baro.records.scoped import ScopedManager, Scoping


class SignalQuestionRow(models.Model):
    """One question, as `rules/observed/signal_questions.py` tells it; `verdict` is "" until it is judged."""

    id = models.CharField(primary_key=True, max_length=40)
    dossier = models.CharField(max_length=160, db_index=True)
    body = models.CharField(max_length=40)
    signal = models.SmallIntegerField()
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    reply_by = models.DateField()
    words = models.TextField(blank=True)
    answered_by = models.CharField(max_length=40, blank=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    verdict = models.CharField(max_length=12, blank=True)
    judged_by = models.CharField(max_length=40, blank=True)
    judged_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    SCOPING = Scoping(matter="signal", unit="body", reach="dossier")
    objects = ScopedManager()

    class Meta:
        db_table = "signal_question"
        indexes = (models.Index(fields=("body", "verdict", "reply_by"), name="signal_question_waiting"),)
