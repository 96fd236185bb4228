"""Erasing personal values: by two persons, on a ground of law; the entries stay and still verify."""

import json
from collections.abc import Sequence
from datetime import datetime

from baro.desk.permission import Asker
from baro.desk.two_persons import Proposed, carried_out_act, settled
from baro.records.erasure import erase
from baro.records.queries.proposals import Proposal
from baro.records.queries.record_states import stream_part
from baro.rules.prescribed.policy.standing import Subject


def erasure(stream: str, *, ground: str, unit: str = "", fields: Sequence[str] | None = None) -> Proposed:
    """Say what is to be erased, to be proposed first: the values of a stream, of some fields or all; `ground` is the code
    of the legal ground, `unit` the body whose record it is. A value told meanwhile was not meant: it rests on the stream."""
    what = {"ground": ground, "fields": sorted(fields) if fields is not None else None}
    subject = Subject(id=stream, unit=unit)
    return Proposed(operation="ledger.erase", subject=subject, what=what, rests_on=(stream_part(stream),))


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


def carry_out_erasure(found: Proposal, who: Asker, at: datetime) -> None:
    """Erase as it was proposed and approved. Raises as `erase_personal`."""
    told, matter = json.loads(found.told), found.subject
    erase_personal(
        matter.id, who, at, ground=told["ground"], proposal=found.id, unit=matter.unit, fields=told["fields"]
    )
