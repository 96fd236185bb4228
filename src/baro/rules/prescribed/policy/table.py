"""The policy table. What no row allows is refused; the bars of `relations.py` beat every row.

How to read it: **who** · **may** do what · **over** which matters · seeing fields up to which class · on what ground.
For roles that supervise or work across bodies, the body named in the grant is the one supervised: the City for a council
member of the City. A change here is a change of rights: a test prints the whole table into `docs/reference/access.md`.
Grounds without an instrument are decisions of Ba Rõ, open to the agency's regulation.
"""

from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.relations import Relation
from baro.rules.prescribed.policy.roles import GRANTABLE, SECONDS, Role
from baro.rules.prescribed.policy.rows import Row, row

P0, P1, P2, P3, P4 = FieldClass

_LENT = frozenset({Relation.DELEGATED, Relation.SUCCESSOR})
SELF = frozenset({Relation.OWN})
MINE = SELF | _LENT
UNIT = frozenset({Relation.OWN, Relation.OWN_UNIT}) | _LENT
LINE = UNIT | {Relation.BELOW}
PLACES_ALL = LINE | {Relation.SIBLING, Relation.ABOVE, Relation.OTHER_AGENCY}
ANYONE = PLACES_ALL | {Relation.ANONYMOUS}
MINE_SEALED, UNIT_SEALED, LINE_SEALED = (over | {Relation.COMPARTMENT_MEMBER} for over in (MINE, UNIT, LINE))

WORKERS = frozenset({Role.INTAKE, Role.CASE_OFFICER, Role.DIVISION_HEAD, Role.UNIT_HEAD, Role.CLERK})
HEADS = frozenset({Role.DIVISION_HEAD, Role.UNIT_HEAD})
INSPECTION = frozenset({Role.INSPECTOR, Role.INSPECTION_LEAD})
COUNCIL = frozenset({Role.COUNCIL_MEMBER, Role.COUNCIL_SECRETARIAT})
STAFF = GRANTABLE - {Role.API_CLIENT, Role.TECHNICAL_ADMIN}
INSIDE = STAFF - COUNCIL - {Role.LEDGER_AUDITOR}

# fmt: off
TABLE: tuple[Row, ...] = (
    # Everybody
    row(Role.ANONYMOUS, "page.read page.sign_in", ANYONE, P0, "public pages; one must be able to sign in"),
    row(Role.SIGNED_IN, "account.read account.own", SELF, P2, "one's own account, sessions and second factor"),
    row(Role.SIGNED_IN, "start.read", ANYONE, P0, "the start page tells no matter, only where to go"),
    row(Role.CITIZEN, "receipt.read", SELF, P2, "NĐ 61/2018 art. 17: the state of one's own dossier, by its receipt"),
    row(STAFF, "organisation.read process.read catalogue.read", PLACES_ALL, P1, "who is competent is no secret inside"),
    # Dossiers
    row(WORKERS, "dossier.read signal.read figure.read", MINE, P2, "NĐ 61/2018 art. 19: one's own work"),
    row(Role.INTAKE, "dossier.read dossier.receive", UNIT, P2, "NĐ 61/2018 art. 17: the one-stop shop receives"),
    row(Role.CASE_OFFICER, "dossier.work signal.answer question.answer", MINE, P2, "NĐ 61/2018 art. 19.1: the assigned handler"),
    row(Role.CLERK, "dossier.read dossier.receive", UNIT, P1, "NĐ 30/2020: registers of the unit"),
    row(HEADS, "dossier.read dossier.assign dossier.work", LINE, P2, "NĐ 61/2018 art. 19.1: the head assigns a handler"),
    row(HEADS, "signal.read signal.answer question.answer figure.read export.make export.read report.read", LINE, P2, "the head answers for the unit"),
    row(Role.UNIT_HEAD, "dossier.approve dossier.void report.issue process.propose", LINE, P2, "the head of the body decides"),
    row(Role.TTHC_CONTROL, "dossier.read signal.read figure.read import.read report.read export.read", LINE, P2, "NĐ 61/2018: control of procedures"),
    row(Role.TTHC_CONTROL, "export.make report.issue process.approve question.ask catalogue.rules", LINE, P2, "NĐ 61/2018: control of procedures"),
    # Deliveries
    row(Role.TTHC_CONTROL, "import.describe import.try import.receive import.settle", LINE, P2, "one delivers for the bodies one controls"),
    row(HEADS, "import.read import.try import.receive", UNIT, P2, "a unit delivers its own dossiers"),
    row(Role.CLERK, "import.read import.try import.receive", UNIT, P2, "a unit delivers its own dossiers"),
    row(Role.API_CLIENT, "import.read import.try import.receive", frozenset({Relation.OWN, Relation.OWN_UNIT}), P2, "a source system delivers for its unit, no more"),
    # Organisation and people
    row(INSIDE, "person.read", UNIT, P1, "colleagues of the unit"),
    row(HEADS, "person.read handover.read handover.record", LINE, P2, "the head hands over and takes over"),
    row(Role.PERSONNEL_DISCIPLINE, "person.read person.record handover.read", LINE, P2, "personnel work"),
    row(Role.BUSINESS_ADMIN, "organisation.record catalogue.record catalogue.rules person.read person.record handover.read handover.record", LINE, P1, "keeps catalogues; sees no case"),
    # Inspection of public duty
    row(INSPECTION, "inspection.read inspection.record recommendation.record", LINE_SEALED, P3, "members of the inspection team"),
    row(INSPECTION, "dossier.read signal.read figure.read process.read person.read question.ask", LINE, P2, "what is inspected must be open to the inspectors"),
    row(Role.INSPECTION_LEAD, "inspection.plan inspection.conclude report.read report.issue export.make export.read", LINE_SEALED, P3, "the head of the team concludes"),
    row(HEADS, "inspection.read recommendation.record", UNIT, P1, "the inspected unit reads the conclusion and carries it out"),
    # Reception of citizens, complaints
    row(Role.CITIZEN_RECEPTION, "petition.read petition.receive", UNIT, P2, "Luật Tiếp công dân 2013"),
    row(Role.COMPLAINT_HANDLER, "petition.read petition.work petition.conclude", MINE_SEALED, P2, "Luật Khiếu nại 2011 art. 29: the assigned verifier"),
    row(HEADS, "petition.read", LINE, P2, "Luật Khiếu nại 2011: the head settles"),
    row(Role.UNIT_HEAD, "petition.conclude", LINE, P2, "Luật Khiếu nại 2011: the head settles"),
    # Denunciations: members of the compartment only
    row(Role.DENUNCIATION_HANDLER, "denunciation.receive", UNIT_SEALED, P3, "Luật Tố cáo 2018 art. 23"),
    row(Role.DENUNCIATION_HANDLER, "denunciation.read denunciation.work denunciation.conclude denunciation.unseal", LINE_SEALED, P4, "Luật Tố cáo 2018 art. 56: members by decision only"),
    row(Role.DENUNCIATION_HANDLER, "compartment.admit conflict.declare", LINE_SEALED, P1, "who handles it says who is in, and who is accused"),
    row(Role.INSPECTION_LEAD, "compartment.admit", LINE_SEALED, P1, "who leads an unannounced inspection says who knows of it"),
    # Discipline
    row(Role.PERSONNEL_DISCIPLINE, "discipline.read discipline.record", LINE_SEALED, P3, "NĐ 112/2020: prepares the council of discipline"),
    row(Role.UNIT_HEAD, "discipline.read discipline.conclude", LINE_SEALED, P3, "NĐ 112/2020: the appointing head decides"),
    # Supervision from outside: read and ask
    row(COUNCIL, "figure.read report.read export.read inspection.read process.read question.ask supervision.read", LINE, P1, "Luật 87/2015: the council and its members supervise"),
    row(Role.COUNCIL_SECRETARIAT, "supervision.record export.make", UNIT, P1, "Luật 87/2015: the council keeps its own papers"),
    row(Role.COUNCIL_SECRETARIAT, "ledger.verify ledger.witness", LINE, P0, "a witness outside the agency"),
    row(Role.LEDGER_AUDITOR, "ledger.read ledger.verify ledger.witness grant.read denial.read question.ask", LINE, P1, "sees that nothing was altered, and who was let in"),
    # Access itself
    row(HEADS | INSPECTION, "grant.read denial.read", LINE, P1, "the grant report of one's line"),
    row(Role.UNIT_HEAD, "grant.give grant.end", LINE, P1, "the head appoints; never oneself, and by two above one unit"),
    row(Role.BUSINESS_ADMIN, "grant.read grant.give grant.end account.create account.lock ledger.erase", LINE, P1, "keeps accounts; sees no case"),
    row(SECONDS, "proposal.make proposal.approve", PLACES_ALL, P0, "what takes two: the matter itself is asked for again, and who the second may be"),
    row(Role.INSPECTION_LEAD, "ledger.late_entry ledger.verify conflict.declare", LINE, P1, "the second person may be of the inspectorate"),
    row(HEADS, "ledger.late_entry", LINE, P1, "a late entry is answered for by the head"),
    # The machine: no case, whatever else
    row(Role.TECHNICAL_ADMIN, "system.run system.watch system.back_up ledger.keep ledger.verify demo.build account.lock", PLACES_ALL, P0, "keeps the machine; sees no case"),
)
# fmt: on
