"""Days as conditions on rows."""

from datetime import date

from django.db.models import Q


def due_within(column: str, first: date | None, end: date | None) -> Q:
    """Say that a day is `first` or later, and before `end`; None is open."""
    found = Q() if first is None else Q(**{f"{column}__gte": first})
    return found if end is None else found & Q(**{f"{column}__lt": end})
