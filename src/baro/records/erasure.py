"""Erase personal values: they and their key go, the entries stay and still verify, an entry says who, on what ground."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from baro.records.ledger.personal import erase_values
from baro.records.projections.registry import without_rows
from baro.records.recording import Recorded, record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.refusals import Refused

ERASED = "personal.erased"
without_rows(ERASED)  # modules that show personal values register their own handler, which blanks them


def erase(
    stream: str,
    *,
    ground: str,
    actor: str,
    second: str,
    at: datetime,
    fields: Sequence[str] | None = None,
    together_with: Sequence[Act] = (),
) -> Recorded:
    """Erase the personal values of a stream, of some fields or all. `ground` is the code of the legal ground;
    `together_with` are acts that stand or fall with it.

    Raises `Refused("ledger.two_persons" | "ledger.nothing_to_erase")`.
    """
    if not second or second == actor:
        raise Refused("ledger.two_persons")
    data = {"stream": stream, "ground": ground, "fields": sorted(fields) if fields is not None else None}
    with transaction.atomic():
        if not erase_values(stream, fields):
            raise Refused("ledger.nothing_to_erase", stream=stream)
        act = Act(type=ERASED, stream=stream, actor=actor, second=second, occurred_at=at, data=data)
        return record_all((act, *together_with), at=at)[0]
