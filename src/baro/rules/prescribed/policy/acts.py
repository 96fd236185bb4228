"""Which operation each kind of act carries out: an act that no operation names can be recorded by nobody.

A house test compares this with the acts that the projections know, and fails the build for one that is missing.
"""

_ACTS: tuple[tuple[str, str], ...] = (
    ("organisation.record", "body.created body.changed body.corrected body.ended body.succeeded"),
    ("handover.record", "handover.recorded"),
    ("denunciation.work", "denunciation.handed_over"),
    ("petition.work", "petition.handed_over"),
    ("inspection.record", "inspection.handed_over"),
    ("person.record", "person.registered person.renamed"),
    ("person.record", "employment.recorded appointment.recorded delegation.recorded acting_head.recorded"),
    ("person.record", "leave_cover.recorded employment.ended appointment.ended delegation.ended acting_head.ended"),
    ("person.record", "leave_cover.ended leave_cover.corrected employment.corrected appointment.corrected"),
    ("person.record", "delegation.corrected acting_head.corrected"),
    ("import.describe", "import_source.described"),
    ("import.receive", "import.received"),
    ("import.settle", "import.conflict_settled import.theirs_adopted"),
    ("grant.give", "role.granted api_key.issued"),
    ("grant.end", "role.ended api_key.revoked"),
    ("compartment.admit", "compartment.opened compartment.admitted compartment.left compartment.closed"),
    ("conflict.declare", "conflict.declared"),
    ("account.create", "account.opened account.password_given account.factors_removed account.reopened"),
    ("account.lock", "account.closed account.unlocked"),
    ("account.own", "account.sign_in_changed"),
    ("ledger.erase", "personal.erased"),
    ("system.run", "role.founded"),
    ("demo.build", "authority.marked_as_demo"),
    ("signal.ask", "signal.asked"),
    ("signal.answer", "signal.answered"),
    ("signal.judge", "signal.judged"),
    ("proposal.make", "proposal.made proposal.withdrawn proposal.carried_out"),
    ("proposal.approve", "proposal.approved proposal.refused"),
    ("process.approve", "process.approved process.published process.retired"),
    ("inspection.record", "inspection.recorded"),
    ("discipline.conclude", "discipline.decided"),
    ("discipline.record", "measure.recorded measure.carried_out"),
    ("denunciation.receive", "denunciation.received"),
    ("denunciation.conclude", "denunciation.concluded"),
    ("petition.receive", "petition.received"),
    ("petition.conclude", "petition.concluded"),
)
OPERATION_OF = {act: operation for operation, acts in _ACTS for act in acts.split()}
