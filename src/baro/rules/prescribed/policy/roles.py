"""The roles that can be granted, and those that need no grant (reliability brief 5.1)."""

from enum import StrEnum


class Role(StrEnum):
    """Seventeen roles of people, two of programs, and three that nobody has to grant."""

    INTAKE = "intake"
    CASE_OFFICER = "case_officer"
    DIVISION_HEAD = "division_head"
    UNIT_HEAD = "unit_head"
    CLERK = "clerk"
    TTHC_CONTROL = "tthc_control"
    INSPECTOR = "inspector"
    INSPECTION_LEAD = "inspection_lead"
    PERSONNEL_DISCIPLINE = "personnel_discipline"
    CITIZEN_RECEPTION = "citizen_reception"
    COMPLAINT_HANDLER = "complaint_handler"
    DENUNCIATION_HANDLER = "denunciation_handler"
    COUNCIL_MEMBER = "council_member"
    COUNCIL_SECRETARIAT = "council_secretariat"
    BUSINESS_ADMIN = "business_admin"
    TECHNICAL_ADMIN = "technical_admin"
    LEDGER_AUDITOR = "ledger_auditor"
    API_CLIENT = "api_client"
    API_READER = "api_reader"
    SIGNED_IN = "signed_in"
    CITIZEN = "citizen"
    ANONYMOUS = "anonymous"


UNGRANTED = frozenset({Role.SIGNED_IN, Role.CITIZEN, Role.ANONYMOUS})
GRANTABLE = frozenset(Role) - UNGRANTED

HEADS = frozenset({Role.UNIT_HEAD, Role.DIVISION_HEAD})
INSPECTORATE = frozenset({Role.INSPECTOR, Role.INSPECTION_LEAD})
OUTSIDE_SUPERVISORS = frozenset({Role.COUNCIL_MEMBER, Role.COUNCIL_SECRETARIAT, Role.LEDGER_AUDITOR})
"""Those who supervise from outside the agency: they read and ask, and write nothing there. Their grant names the body
that they supervise."""

WIDE = frozenset(
    {
        *OUTSIDE_SUPERVISORS,
        *INSPECTORATE,
        Role.TTHC_CONTROL,
        Role.DENUNCIATION_HANDLER,
        Role.PERSONNEL_DISCIPLINE,
        Role.BUSINESS_ADMIN,
        Role.TECHNICAL_ADMIN,
    }
)
"""Roles whose sight goes beyond one unit: granting one always takes two persons."""

APPROVING = frozenset(
    {
        *HEADS,
        Role.TTHC_CONTROL,
        Role.INSPECTION_LEAD,
        Role.PERSONNEL_DISCIPLINE,
        Role.COMPLAINT_HANDLER,
        Role.DENUNCIATION_HANDLER,
        Role.COUNCIL_SECRETARIAT,
        Role.BUSINESS_ADMIN,
        Role.TECHNICAL_ADMIN,
    }
)
"""Roles that approve or that could change what others may do: a second factor is required of them."""

SECONDS = APPROVING - OUTSIDE_SUPERVISORS - {Role.TECHNICAL_ADMIN}
"""Roles by which one may be the second person: they use a second factor, and neither supervise from outside nor keep the
machine."""
