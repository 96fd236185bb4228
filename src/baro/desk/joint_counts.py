"""Joint dossiers of a period in the three ways of counting, and whose the time and the lateness of those received in it are."""

from collections import Counter
from dataclasses import dataclass

from baro.desk import permission
from baro.desk.joint import READ, joints_at
from baro.desk.late_entry import CALENDAR
from baro.desk.permission import Asker
from baro.records.queries.joint_dossiers import joint_between
from baro.rules.counted.joint import JointCounts, counted_in
from baro.rules.counted.periods import Period
from baro.rules.judged.joint.split import split_of


@dataclass(frozen=True, slots=True, kw_only=True)
class JointBoard:
    """The counts; by agency the working minutes that the dossiers received in the period were held (`held`), and for how many of
    them the whole was late by its doing (`late`)."""

    counted: JointCounts
    held: Counter[str]
    late: Counter[str]

    @property
    def agencies(self) -> set[str]:
        """The agencies of which anything is told."""
        return {*self.counted.dossiers, *self.counted.results, *self.held}


def joint_counts(who: Asker, period: Period) -> JointBoard:
    """Count the joint dossiers in reach."""
    found = joints_at(joint_between(permission.scope(who, READ), period.begins, period.ends), who.at)
    held, late = Counter[str](), Counter[str]()
    for now in found:
        if period.begins <= now.dossier.received_at < period.ends:
            for share in split_of(now, CALENDAR).shares:
                held[share.agency] += share.held
                late[share.agency] += share.late
    counted = counted_in([(now.dossier, now.process) for now in found], period.begins, period.ends)
    return JointBoard(counted=counted, held=held, late=late)
