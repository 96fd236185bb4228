"""The world of the jobs that record acts: an authority with one body, one receiver and one head, in the database of the
environment; and the two acts as plain values."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from baro.app.migrating import migrate
from baro.app.started import start_records

AT = datetime(2024, 4, 25, 2, tzinfo=UTC)
RECEIVED, CONCLUDED = date(2024, 4, 24), date(2024, 4, 25)
UNIT = "hn.276.yen-trung"


@dataclass(frozen=True)
class Account:
    """Who signed in."""

    id: str
    person: str


RECEIVER, HEAD = Account("tk-1", "cb-1"), Account("tk-2", "cb-2")


def build() -> None:
    """Make the tables, the shipped bodies and the two roles."""
    start_records()
    migrate()
    from baro.desk.access import found_roles
    from baro.desk.access_acts import NewRole
    from baro.desk.adopting import adopt
    from baro.desk.by import by_program
    from baro.rules.prescribed.offices import Term
    from baro.rules.prescribed.places.hanoi import HANOI
    from baro.rules.prescribed.policy.roles import Role
    from baro.rules.prescribed.policy.standing import Grant

    adopt(HANOI, by_program("do-toc-do"), AT)
    roles = ((RECEIVER, Role.CITIZEN_RECEPTION), (HEAD, Role.UNIT_HEAD))
    new = [
        NewRole(person=who.person, grant=Grant(role=role, unit=UNIT, term=Term(date(2024, 1, 1))), decision="01/QĐ")
        for who, role in roles
    ]
    found_roles(new, "do-toc-do", AT)


def moment(n: int) -> datetime:
    """When the n-th act comes."""
    return AT + timedelta(seconds=n)
