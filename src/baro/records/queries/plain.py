"""What plain statements tell, as Python values: SQLite tells days as text."""

from datetime import date

from baro.rules.prescribed.offices import Term


def term(first: date | str | None, last: date | str | None) -> Term:
    """Read a term."""
    return Term(_day(first), _day(last))


def _day(told: date | str | None) -> date | None:
    return date.fromisoformat(told) if isinstance(told, str) else told
