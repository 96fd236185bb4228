"""In which entries of the ledger a dossier's content stands, and the proof of each, for who may read the dossier."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.ledger.proving import proof_of
from baro.records.ledger.standing import Stands, standing
from baro.records.queries.dossier_deliveries import DossierDeliveries, ToldBy, deliveries_of
from baro.records.queries.imports import Source, find_source
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

_READ = "dossier.read"


class Part(StrEnum):
    """What an entry is to a dossier: the one whose kept file holds its content, the first that told it, the
    last delivery that told anything new."""

    HELD = "held"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class InLedger:
    """An entry that is about a dossier, and where it stands."""

    part: Part
    told_by: ToldBy
    stands: Stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """`entries`: the one that holds the content first; `rows_of`: the delivery whose file the numbers of rows mean, "" if
    several told the dossier; `shows_delivery`: the asker may read what was delivered, entry and rows."""

    source: Source
    code: str
    entries: tuple[InLedger, ...]
    rows_of: str
    shows_delivery: bool


def evidence_of(dossier_id: str, who: Asker) -> Evidence:
    """Say where a dossier stands. Raises `Refused("access.not_found")` also for one that the asker may not see."""
    found = _deliveries(dossier_id, who)
    source = find_source(found.source)
    if source is None:
        raise Refused("access.not_found")
    parts = {found.last: Part.LAST, found.first: Part.FIRST, found.held: Part.HELD}
    at = standing([one.entry for one in found.told_by.values()])
    entries = [
        InLedger(part=parts[name], told_by=one, stands=at[one.entry])
        for name, one in found.told_by.items()
        if one.entry in at
    ]
    shows = permission.allows(who, "import.read", Subject(id=source.code, unit=source.unit))
    order = list(Part)
    return Evidence(
        source=source, code=found.code, entries=tuple(sorted(entries, key=lambda one: order.index(one.part))),
        rows_of=found.held if found.is_of_one and shows else "", shows_delivery=shows,
    )  # fmt: skip


def proof_for(dossier_id: str, entry: str, who: Asker) -> str:
    """Give the proof of an entry about a dossier, as the command `baro ledger prove` writes it. Raises
    `Refused("access.not_found" | "ledger.not_yet")`."""
    _require_about(_deliveries(dossier_id, who), entry)
    return proof_of(entry)[0]


def entry_for(dossier_id: str, entry: str, who: Asker, at: datetime) -> bytes:
    """Give the bytes of an entry about a dossier, for who may read the delivery. Raises `Refused("access.…" |
    "ledger.not_yet")`."""
    found = _deliveries(dossier_id, who)
    _require_about(found, entry)
    source = find_source(found.source)
    permission.require(who, "import.read", Subject(id=found.source, unit=source.unit if source else ""), at)
    return proof_of(entry)[1]


def _deliveries(dossier_id: str, who: Asker) -> DossierDeliveries:
    found = deliveries_of(permission.scope(who, _READ), dossier_id)
    if found is None:
        raise Refused("access.not_found")
    return found


def _require_about(found: DossierDeliveries, entry: str) -> None:
    if entry not in {one.entry for one in found.told_by.values()}:
        raise Refused("access.not_found")
