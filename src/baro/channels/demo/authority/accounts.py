"""The accounts of the demo: one for each role that matters, and the body that each is granted in."""

from dataclasses import dataclass
from datetime import date

from baro.channels.demo.authority.organisation import REGISTRY
from baro.channels.demo.authority.staff import person_id
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.places.city import BRANCHES, CITY, COMMITTEE, LAND_OFFICE, SUCCESSOR
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import Grant

_TERM = Term(date(2025, 7, 1), None)  # from the day of two tiers on, all these bodies stand as they do now
_HOME = next(body for body, name in BRANCHES if name == "Thạch Thất")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccount:
    """Who signs in by which name, in which role, granted in which body: for supervisors, the body supervised."""

    username: str
    number: int
    role: Role
    unit: str

    @property
    def person(self) -> str:
        """The id of the person."""
        return person_id(self.number)

    @property
    def grant(self) -> Grant:
        """The role as it is granted."""
        return Grant(role=self.role, unit=self.unit, term=_TERM)


_ACCOUNTS = (
    ("mau-kiem-soat", 4, Role.TTHC_CONTROL, COMMITTEE),
    ("mau-thu-truong", 3, Role.UNIT_HEAD, LAND_OFFICE),
    ("mau-truong-phong", 2, Role.DIVISION_HEAD, REGISTRY),
    ("mau-thu-ly", 1, Role.CASE_OFFICER, _HOME),
    ("mau-van-thu", 13, Role.CLERK, LAND_OFFICE),
    ("mau-tiep-dan", 9, Role.CITIZEN_RECEPTION, SUCCESSOR),
    ("mau-kiem-tra", 5, Role.INSPECTOR, SUCCESSOR),
    ("mau-truong-doan", 6, Role.INSPECTION_LEAD, SUCCESSOR),
    ("mau-dai-bieu", 7, Role.COUNCIL_MEMBER, CITY),
    ("mau-thu-ky", 8, Role.COUNCIL_SECRETARIAT, CITY),
    ("mau-so-cai", 11, Role.LEDGER_AUDITOR, CITY),
    ("mau-nghiep-vu", 10, Role.BUSINESS_ADMIN, COMMITTEE),
    ("mau-ky-thuat", 12, Role.TECHNICAL_ADMIN, COMMITTEE),
)
ACCOUNTS = tuple(DemoAccount(username=name, number=n, role=role, unit=unit) for name, n, role, unit in _ACCOUNTS)
