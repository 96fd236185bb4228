"""Failed attempts at signing in: counted beside the records by name and address, forgotten when the keeper says so."""

from datetime import datetime

from axes.models import AccessAttempt
from axes.utils import reset


def last_failure(username: str, address: str | None) -> datetime | None:
    """Give the moment of the last failed attempt under a name from an address; None if there is none."""
    rows = AccessAttempt.objects.filter(username=username, ip_address=address).order_by("-attempt_time")
    return rows.values_list("attempt_time", flat=True).first()


def forget_failures(username: str) -> int:
    """Forget all failed attempts under a name, from wherever they came; give how many rows of them there were."""
    return int(reset(username=username))
