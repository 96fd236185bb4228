"""Who may do what, written by hand from section 5 of the reliability brief and the issue: the oracle of the matrix.

It does not look into the table nor ask the engine. For each role: operation -> how far it reaches. How far:

- `mine`: matters that one holds; `self`: only one's own account, receipt; `unit`: also those of one's unit; `line`: also
  those of the units below; `source`: own and unit, but never lent nor inherited; `all`: wherever it lies in the
  authority; `everybody`: also for who is not signed in; with `+`: also in compartments of which one is a member.
"""

from baro.rules.prescribed.policy.relations import Relation as Rel
from baro.rules.prescribed.policy.roles import Role

REACH = {
    "self": {Rel.OWN},
    "source": {Rel.OWN, Rel.OWN_UNIT},
    "mine": {Rel.OWN},
    "unit": {Rel.OWN, Rel.OWN_UNIT},
    "line": {Rel.OWN, Rel.OWN_UNIT, Rel.BELOW},
    "all": {Rel.OWN, Rel.OWN_UNIT, Rel.BELOW, Rel.SIBLING, Rel.ABOVE, Rel.OTHER_AGENCY},
    "everybody": {Rel.OWN, Rel.OWN_UNIT, Rel.BELOW, Rel.SIBLING, Rel.ABOVE, Rel.OTHER_AGENCY, Rel.ANONYMOUS},
}
NEVER_LENT = {"self", "source"}

_CATALOGUES = "organisation.read:all process.read:all catalogue.read:all directive.read:all target.read:all coordination.read:all upward.read:all simplification.read:all"
_INSIDE = f"{_CATALOGUES} process.acknowledge:all"
_OWN_VIEWS = "view.read:self view.keep:self"
_OWN_WORK = f"dossier.read:mine signal.read:mine figure.read:mine {_OWN_VIEWS}"
_COLLEAGUES = "person.read:unit"
_JOINT = "joint.read:unit joint.work:unit"
_TASKS = "task.read:unit task.work:unit"
_DELIVERS = "import.read:unit import.try:unit import.receive:unit"
_BY_TWO = "proposal.make:all proposal.approve:all"
_HEAD = f"""{_OWN_VIEWS} {_INSIDE} {_BY_TWO} {_COLLEAGUES} {_DELIVERS}
    dossier.read:line dossier.assign:line dossier.work:line dossier.take_back:line dossier.digitise:line signal.read:line signal.ask:line signal.answer:line briefing.read:line briefing.explain:line
    briefing.report:line briefing.freeze:line briefing.conclude:line question.answer:line
    figure.read:line export.make:line export.read:line report.read:line person.read:line handover.read:line
    handover.record:line inspection.read:unit recommendation.record:unit petition.read:line grant.read:line
    denial.read:line ledger.late_entry:line joint.read:line joint.work:line
    process.propose:line process.opine:line process.review:line directive.record:line directive.acknowledge:line target.set:line target.report:line task.read:line task.assign:line task.work:line
    coordination.work:line upward.work:line"""
_INSPECTS = f"""{_OWN_VIEWS} {_INSIDE} {_COLLEAGUES} inspection.read:line+ inspection.record:line+ recommendation.record:line+
    dossier.read:line signal.read:line signal.ask:line briefing.read:line figure.read:line person.read:line question.ask:line
    grant.read:line denial.read:line joint.read:line task.read:line"""
_COUNCIL = f"""{_CATALOGUES} figure.read:line report.read:line export.read:line inspection.read:line
    question.ask:line supervision.read:line"""

TOLD: dict[Role, str] = {
    Role.INTAKE: f"{_INSIDE} {_COLLEAGUES} {_OWN_WORK} {_JOINT} {_TASKS} dossier.read:unit dossier.receive:unit dossier.take_back:unit dossier.digitise:unit",
    Role.CASE_OFFICER: f"""{_INSIDE} {_COLLEAGUES} {_OWN_WORK} {_TASKS} dossier.work:mine dossier.digitise:mine dossier.take_back:unit signal.answer:mine
        question.answer:mine""",
    Role.CLERK: f"{_INSIDE} {_COLLEAGUES} {_OWN_WORK} {_JOINT} {_TASKS} {_DELIVERS} coordination.work:unit upward.work:unit directive.record:unit directive.acknowledge:unit target.report:unit dossier.read:unit dossier.receive:unit dossier.take_back:unit dossier.digitise:unit",
    Role.DIVISION_HEAD: _HEAD,
    Role.UNIT_HEAD: f"""{_HEAD} signal.judge:line dossier.approve:line dossier.void:line report.issue:line
        petition.conclude:line discipline.read:line+ discipline.conclude:line+ grant.give:line grant.end:line""",
    Role.TTHC_CONTROL: f"""{_OWN_VIEWS} {_INSIDE} {_BY_TWO} {_COLLEAGUES} dossier.read:line signal.read:line signal.ask:line signal.judge:line figure.read:line
        briefing.read:line briefing.freeze:line briefing.conclude:line
        import.read:line report.read:line export.read:line export.make:line report.issue:line process.approve:line
        question.ask:line catalogue.rules:line import.describe:line import.try:line import.receive:line
        import.settle:line name.read:line name.match:line ledger.late_entry:line process.propose:line process.opine:line process.review:line joint.read:line task.read:line
        coordination.work:line upward.work:line simplification.record:line""",
    Role.INSPECTOR: _INSPECTS,
    Role.INSPECTION_LEAD: f"""{_INSPECTS} {_BY_TWO} signal.judge:line inspection.plan:line+ inspection.conclude:line+ report.read:line+
        report.issue:line+ export.make:line+ export.read:line+ compartment.admit:line+ ledger.late_entry:line
        ledger.verify:line conflict.declare:line""",
    Role.PERSONNEL_DISCIPLINE: f"""{_INSIDE} {_BY_TWO} {_COLLEAGUES} person.read:line person.record:line handover.read:line
        discipline.read:line+ discipline.record:line+ ledger.late_entry:line""",
    Role.CITIZEN_RECEPTION: f"{_INSIDE} {_COLLEAGUES} petition.read:unit petition.receive:unit",
    Role.COMPLAINT_HANDLER: f"""{_INSIDE} {_BY_TWO} {_COLLEAGUES} petition.read:mine+ petition.work:mine+
        petition.conclude:mine+""",
    Role.DENUNCIATION_HANDLER: f"""{_INSIDE} {_BY_TWO} {_COLLEAGUES} denunciation.receive:unit+ denunciation.read:line+
        denunciation.work:line+ denunciation.conclude:line+ denunciation.unseal:line+ compartment.admit:line+
        conflict.declare:line+ ledger.late_entry:line+""",
    Role.COUNCIL_MEMBER: _COUNCIL,
    Role.COUNCIL_SECRETARIAT: f"""{_COUNCIL} supervision.record:unit export.make:unit ledger.verify:line
        ledger.witness:line""",
    Role.BUSINESS_ADMIN: f"""{_INSIDE} {_BY_TWO} {_COLLEAGUES} organisation.record:line catalogue.record:line
        catalogue.rules:line person.read:line person.record:line handover.read:line handover.record:line
        grant.read:line grant.give:line grant.end:line account.create:line account.lock:line ledger.erase:line""",
    Role.TECHNICAL_ADMIN: """system.run:all system.watch:all system.back_up:all ledger.keep:all ledger.verify:all
        demo.build:all account.lock:all""",
    Role.LEDGER_AUDITOR: f"""{_CATALOGUES} ledger.read:line ledger.verify:line ledger.witness:line grant.read:line
        denial.read:line question.ask:line""",
    Role.API_READER: "dossier.read:line figure.read:line catalogue.read:line signal.read:line briefing.read:line task.read:line target.read:line joint.read:line process.read:all coordination.read:all",
    Role.API_CLIENT: "import.read:source import.try:source import.receive:source",
    Role.SIGNED_IN: "account.read:self account.own:self notice.read:self notice.acknowledge:self start.read:everybody",
    Role.CITIZEN: "dossier.look_up:self",
    Role.ANONYMOUS: "page.read:everybody page.sign_in:everybody",
}
BARRED = {Rel.NON_MEMBER, Rel.ACCUSED, Rel.ACCUSED_SUPERIOR}


def reaches_of(role: Role, operation: str) -> list[str]:
    """How far a role reaches with an operation; several, where several grounds give it."""
    told = (word.partition(":") for word in TOLD[role].split())
    return [reach for name, _, reach in told if name == operation]


def lets(role: Role, operation: str, relations: frozenset[Rel]) -> bool:
    """Say whether a role may do this with a matter to which it stands so: one place or more, conditions, bars."""
    if relations & (BARRED | {Rel.PAST, Rel.FUTURE}):
        return False
    return any(_lets(reach, relations) for reach in reaches_of(role, operation))


def lets_somewhere(role: Role, operation: str) -> bool:
    """Say whether a role may do this with some matter or other: may open the page."""
    return bool(reaches_of(role, operation))


def _lets(reach: str, relations: frozenset[Rel]) -> bool:
    far, sealed = reach.rstrip("+"), reach.endswith("+")
    if Rel.COMPARTMENT_MEMBER in relations and not sealed:
        return False
    if far in NEVER_LENT and Rel.DELEGATED in relations:
        return False
    if Rel.OWN in relations & REACH[far]:
        return True  # what one holds is one's own, however its body came by it
    return bool(relations & REACH[far]) and not (far in NEVER_LENT and Rel.SUCCESSOR in relations)
