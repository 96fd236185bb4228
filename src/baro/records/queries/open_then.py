"""What was open at a moment, and how databases find it soon.

At a moment long gone by, most of what ended since was not open: it had not been received. So what was open is sought in two
parts that share nothing: among what had been received of late, and among the few dossiers that take long.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Func, Q
from django.db.models.lookups import GreaterThanOrEqual, IsNull, LessThan

from baro.records.models.takes_long import DAYS_KEPT, TakesLong

_LATE = timedelta(days=DAYS_KEPT + 1)


class Unordered(Func):
    """A column written so that SQLite seeks it by no index; PostgreSQL, which knows better, is told nothing."""

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, *told: Any, **more: Any) -> Any:
        """As SQLite reads it."""
        return self.as_sql(*told, template="+%(expressions)s", **more)


class UnorderedMoment(Unordered):
    """A moment written so that neither database seeks it by an index."""

    def as_postgresql(self, *told: Any, **more: Any) -> Any:
        """As PostgreSQL reads it."""
        return self.as_sql(*told, template="(%(expressions)s + interval '0')", **more)


def open_then(at: datetime | None) -> Q:
    """Say that a dossier had been received before a moment and was not ended then; None asks nothing."""
    if at is None:
        return Q()
    return Q(received_at__lt=at) & (Q(ended_at=None) | Q(ended_at__gte=at))


def parts_open_then(at: datetime) -> tuple[Q, Q]:
    """Say the same in two parts: received within the last days before, and before these."""
    late = at - _LATE
    received, ended = Unordered(F("received_at")), Unordered(F("ended_at"))
    not_ended = Q(IsNull(ended, True)) | Q(GreaterThanOrEqual(ended, at))
    return Q(received_at__gte=late, received_at__lt=at) & not_ended, Q(TakesLong()) & Q(
        LessThan(received, late)
    ) & not_ended
