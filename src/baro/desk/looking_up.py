"""A citizen looks up a dossier by what stands on its receipt: its code, and the day on which it was received."""

from datetime import date, datetime

from baro.desk import permission
from baro.records.queries.dossier_lists import Line, dossiers_by_id
from baro.records.queries.imports import sources
from baro.rules.counted.days import local_day


def look_up(code: str, received_on: date, at: datetime) -> Line | None:
    """Give the dossier of a receipt; None where there is none, or was received on another day: nobody learns which. The ids
    that the code may mean are what the receipt shows (`Standing.receipts`); the policy opens these to a citizen."""
    shown = frozenset(f"{source.code}:{one}" for source in sources() for one in (code, code.upper()))
    who = permission.asker(None, at=at, receipts=shown)
    found = dossiers_by_id(permission.scope(who, "dossier.look_up"), shown)
    return next((line for line in found.values() if local_day(line.received_at) == received_on), None)
