"""What can be done or read: every operation that the table may name, with what it does to the records."""

from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """Reading, writing within one's work, or running the machine."""

    READS = "reads"
    ASKS = "asks"
    WRITES = "writes"
    RUNS = "runs"


def matter_of(operation: str) -> str:
    """Give the kind of matter that an operation is done with."""
    return operation.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing to do; `name` is "kind of matter.verb". `by_two`: a second person of another unit, or of the
    inspectorate, must approve."""

    name: str
    nature: Nature = Nature.WRITES
    by_two: bool = False

    @property
    def matter(self) -> str:
        """The kind of matter: "dossier" of "dossier.assign"."""
        return matter_of(self.name)

    @property
    def reading(self) -> str:
        """The operation that shows the same matter: who may not do that must not learn that the matter exists."""
        return f"{self.matter}.read"


def _all(nature: Nature, names: str) -> tuple[Operation, ...]:
    return tuple(Operation(name=n.rstrip("*"), nature=nature, by_two=n.endswith("*")) for n in names.split())


OPERATIONS: tuple[Operation, ...] = (
    *_all(
        Nature.READS,
        """page.read page.sign_in start.read account.read notice.read
        dossier.read view.read briefing.read dossier.look_up import.read signal.read figure.read report.read export.read
        process.read organisation.read person.read handover.read catalogue.read
        joint.read name.read directive.read target.read task.read
        coordination.read upward.read simplification.read
        inspection.read petition.read denunciation.read discipline.read supervision.read
        grant.read ledger.read denial.read""",
    ),
    *_all(Nature.ASKS, "question.ask ledger.verify ledger.witness"),
    *_all(
        Nature.WRITES,
        """account.own account.create account.lock notice.acknowledge
        dossier.receive dossier.work dossier.assign dossier.approve dossier.take_back dossier.digitise dossier.void*
        view.keep
        import.describe import.try import.receive import.settle name.match
        briefing.explain briefing.freeze briefing.conclude briefing.report
        signal.ask signal.answer signal.judge question.answer report.issue* export.make
        process.propose process.opine process.approve process.review process.acknowledge joint.work
        directive.record directive.acknowledge target.set target.report task.assign task.work
        coordination.work upward.work simplification.record
        organisation.record person.record handover.record
        catalogue.record catalogue.rules*
        inspection.plan inspection.record inspection.conclude recommendation.record
        petition.receive petition.work petition.conclude
        denunciation.receive denunciation.work denunciation.conclude denunciation.unseal*
        discipline.record discipline.conclude
        supervision.record
        proposal.make proposal.approve grant.give grant.end compartment.admit conflict.declare
        ledger.late_entry* ledger.erase*""",
    ),
    *_all(Nature.RUNS, "system.run system.watch system.back_up ledger.keep demo.build"),
)
BY_NAME = {operation.name: operation for operation in OPERATIONS}

SEALED = frozenset({"denunciation", "compartment"})
"""Kinds of matter of which nobody outside may learn that one exists, not even a number."""
