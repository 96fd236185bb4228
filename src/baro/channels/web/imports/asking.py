"""Who asks on these pages, and for which sources: the policy decides, a page never does."""

from baro.channels.web.frame.asking import by_of
from baro.desk import permission
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.records.loading.tickets import Ticket, read_ticket
from baro.records.queries.imports import Source, sources
from baro.rules.prescribed.policy.decisions import REFUSED, Decision
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


def visible_sources(who: Asker, operation: str = "import.read") -> list[Source]:
    """The sources with which somebody may do this."""
    return [source for source in sources() if permission.allows(who, operation, subject_of(source))]


def by(who: Asker) -> By:
    """Let the one who asks act, for the body for which they bring data in."""
    return by_of(who, "import.receive")


def own_ticket(who: Asker, ticket_id: str) -> Ticket:
    """A delivery on its way, for who brought it alone. Raises `Refused("import.no_ticket")` for anybody else."""
    ticket = read_ticket(ticket_id)
    if ticket.actor != who.person:
        raise Refused("import.no_ticket", ticket=ticket_id)
    return ticket


def subject_of(source: Source) -> Subject:
    """A source as the matter that is asked about."""
    return Subject(id=source.code, unit=source.unit)


def seen_of(who: Asker, source: Source | None) -> Decision:
    """Up to which class somebody sees what a source tells; one that is not known yet told nothing that is held."""
    return permission.decide(who, "import.read", subject_of(source)) if source else REFUSED
