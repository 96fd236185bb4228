"""Whether a dossier took long: written so that one small index names the few that did, or are still open."""

from typing import Any

from django.db.models import BooleanField, F, Func

# An index tells those that took more days than these; who asks for more than one day more finds them all, for
# SQLite reckons days to the millisecond.
DAYS_KEPT = 44


class TakesLong(Func):
    """Says of a dossier that it has not ended, or was received more than `DAYS_KEPT` days before."""

    output_field = BooleanField()
    conditional = True

    def __init__(self) -> None:
        super().__init__(F("ended_at"), F("received_at"))

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:
        """As SQLite writes it."""
        ended, received = (compiler.compile(one)[0] for one in self.source_expressions)
        return f"(coalesce(julianday({ended}) - julianday({received}), 1e9) > {DAYS_KEPT})", []

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:
        """As PostgreSQL writes it."""
        ended, received = (compiler.compile(one)[0] for one in self.source_expressions)
        return f"(coalesce({ended} - {received}, interval '1000000 days') > interval '{DAYS_KEPT} days')", []
