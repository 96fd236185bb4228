"""The structure by which figures are told, as a value of the rules. What was read is kept until an act changes it."""

from dataclasses import dataclass

from baro.records.models.source_names import NameMatchRow
from baro.records.queries.organisation import bodies_of, stamp_of
from baro.records.queries.source_names import matches_of
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.name_matches import NameMatches
from baro.rules.prescribed.structures import Structure


@dataclass
class _Kept:
    """The structure as read last, and under which stamp; one value, so that threads see them together."""

    last: tuple[str, Structure] = ("", Structure(Bodies(), NameMatches(), {}))


_kept = _Kept()


def structure() -> Structure:
    """Bodies, and what was said of names. One statement if nothing changed since the last reading."""
    stamp = stamp_of("organisation")
    known, told = _kept.last
    if not stamp or known != stamp:
        deliverers = dict(NameMatchRow.objects.values_list("source", "deliverer").distinct())
        told = Structure(bodies_of(stamp), matches_of(), deliverers)
        _kept.last = (stamp, told)
    return told
