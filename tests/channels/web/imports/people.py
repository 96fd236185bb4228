"""Who comes to the pages: a controller of procedures of a body, a clerk of another, somebody with no role."""

from datetime import UTC, datetime

from allauth.mfa.models import Authenticator

from baro.desk.by import by_program
from baro.desk.organisation import create_body
from baro.records.models import Account, BodyRow, RoleGrant
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level

AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def person(name: str, role: str = "", unit: str = "b-so") -> Account:
    """An account whose person holds a role in a body."""
    if not BodyRow.objects.filter(pk=unit).exists():
        _body(unit)
    account = Account.objects.create(id=f"a-{name}", username=name, person=f"p-{name}")
    if role:
        RoleGrant.objects.create(
            id=f"g-{name}", person=f"p-{name}", role=role, unit=unit, granted_by="p-goc", recorded_at=AT
        )
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})  # their role asks for one
    return account


def _body(unit: str) -> None:
    term = BodyTerm(body=unit, code="", name=f"Cơ quan {unit}", level=Level.CITY)
    create_body(BodyKind.DEPARTMENT, term, by_program("thu-nghiem"), AT)
