"""The three ways in which joint dossiers are counted, side by side: none of them is the sum of another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from baro.rules.judged.joint.standing import standing
from baro.rules.observed.joint import JointDossier, JointKind, Outcome
from baro.rules.prescribed.joint import JointProcess


@dataclass(frozen=True, slots=True, kw_only=True)
class JointCounts:
    """Of a period: `submissions`, each dossier that the lead received counted once; `dossiers`, for each agency the dossiers
    that came to it (to the lead by receipt, to others by the first time a leg was sent); `results`, for each agency the
    answers with a result, and for the lead the results of the whole."""

    submissions: int
    dossiers: dict[str, int]
    results: dict[str, int]

    @property
    def dossiers_in_all(self) -> int:
        """The dossiers of all agencies: one submission is in it once for each agency that it came to."""
        return sum(self.dossiers.values())

    @property
    def results_in_all(self) -> int:
        """The results of all agencies."""
        return sum(self.results.values())


def counted_in(handled: Iterable[tuple[JointDossier, JointProcess]], begins: datetime, ends: datetime) -> JointCounts:
    """Count what counts in [begins, ends)."""
    submissions, dossiers, results = 0, Counter[str](), Counter[str]()
    for dossier, process in handled:
        agency_of = {leg.key: leg.agency for leg in process.legs}
        first: dict[str, datetime] = {process.lead: dossier.received_at}
        for one in standing(dossier.events, agency_of, process.lead):
            agency = agency_of.get(one.event.leg, process.lead)
            if one.event.kind is JointKind.SENT:
                first.setdefault(agency, one.counts_at)
            elif one.event.outcome is Outcome.RESULT and begins <= one.counts_at < ends:
                results[agency] += 1
        submissions += begins <= dossier.received_at < ends
        dossiers.update(agency for agency, at in first.items() if begins <= at < ends)
    return JointCounts(submissions=submissions, dossiers=dict(dossiers), results=dict(results))
