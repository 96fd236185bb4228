"""An entry of the ledger that is about a dossier, as pages tell it."""

from typing import Any

from baro.channels.wording.evidence import PARTS, in_base64
from baro.desk.dossier_evidence import InLedger
from baro.rules.prescribed.zones import VIETNAM, local_time


def entry_told(one: InLedger) -> dict[str, Any]:
    """An entry as pages tell it; moments are Vietnam's."""
    stands = one.stands
    return {
        "part": PARTS[one.part],
        "told_by": one.told_by,
        "entry": stands.entry,
        "log": stands.log,
        "leaf": in_base64(stands.leaf),
        "index": stands.index,
        "recorded_at": local_time(stands.recorded_at, VIETNAM),
        "checkpoint": stands.checkpoint,
        "root": in_base64(stands.checkpoint.root) if stands.checkpoint else "",
        "witnesses": [(w.witness, w.size, local_time(w.at, VIETNAM)) for w in stands.witnesses],
    }
