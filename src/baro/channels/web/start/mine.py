"""What somebody is here: the roles that hold today, each with its body and what it is for."""

from dataclasses import dataclass
from datetime import date

from baro.channels.web.start.duties import DUTIES
from baro.channels.wording.access import ROLES
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A role in force: how it is called, in which body, what it is for, and its last day if it has one."""

    name: str
    body: str
    duty: str
    last: date | None


def roles_of(who: Asker) -> list[HeldRole]:
    """Give the roles in force."""
    known = bodies()
    return [
        HeldRole(
            name=ROLES[grant.role],
            body=term.name if (term := known.term_on(grant.unit, who.on)) else "",
            duty=DUTIES[grant.role],
            last=grant.term.valid_to,
        )
        for grant in who.standing.in_force(who.on)
    ]
