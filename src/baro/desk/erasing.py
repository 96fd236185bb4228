"""Erasing personal values: by two persons, on a ground of law; the entries stay and still verify."""

from collections.abc import Sequence
from datetime import datetime

from baro.desk.permission import Asker
from baro.desk.two_persons import Proposed, carried_out_act, settled
from baro.records.erasure import erase
from baro.rules.prescribed.policy.standing import Subject


def erasure(stream: str, *, ground: str, unit: str = "", fields: Sequence[str] | None = None) -> Proposed:
    """Say what is to be erased, to be proposed first: the values of a stream, of some fields or all; `ground` is the code
    of the legal ground, `unit` the body whose record it is."""
    what = {"ground": ground, "fields": sorted(fields) if fields is not None else None}
    return Proposed(operation="ledger.erase", subject=Subject(id=stream, unit=unit), what=what)


def erase_personal(
    stream: str,
    who: Asker,
    at: datetime,
    *,
    ground: str,
    proposal: str,
    unit: str = "",
    fields: Sequence[str] | None = None,
) -> None:
    """Erase what was proposed and approved. Raises `Refused("access.…" | "ledger.nothing_to_erase")`."""
    second = settled(proposal, erasure(stream, ground=ground, unit=unit, fields=fields), who, at)
    closing = carried_out_act(proposal, who, at)
    erase(stream, ground=ground, actor=who.person, second=second, at=at, fields=fields, together_with=(closing,))
