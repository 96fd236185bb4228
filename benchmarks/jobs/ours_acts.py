"""Ba Rõ: complaints received, then concluded, one act a transaction, as a page does it (ours_acts.py HOME COUNT): who asks
is found out anew for each act, the policy is asked, the entry appended, the row written. HOME and the database are new."""

import os
import sys

home, count = sys.argv[1], int(sys.argv[2])
os.environ["BARO_HOME"] = home

from acts_world import CONCLUDED, HEAD, RECEIVED, RECEIVER, UNIT, build, moment  # noqa: E402
from measure import durability, finish, part  # noqa: E402

build()

from baro.app.numbering import start_numbering  # noqa: E402 the tables are there only now
from baro.desk import permission  # noqa: E402
from baro.desk.by import by_person  # noqa: E402
from baro.desk.petitions import conclude_petitions, receive_petitions  # noqa: E402
from baro.records.ledger.appending import tree_size  # noqa: E402
from baro.records.ledger.sequencer import sequence_pending  # noqa: E402
from baro.records.models.ledger import LedgerPending  # noqa: E402
from baro.records.models.petitions import PetitionRow  # noqa: E402
from baro.records.row_security.session import system  # noqa: E402
from baro.rules.observed.petitions import Petition, PetitionKind  # noqa: E402


def receive(n: int) -> None:
    """Receive the n-th complaint."""
    at = moment(n)
    told = Petition(
        id=f"kn-{n:06}",
        unit=UNIT,
        code=f"{n}/KN",
        kind=PetitionKind.COMPLAINT,
        received_on=RECEIVED,
        handler=HEAD.person,
    )
    receive_petitions([told], by_person(permission.asker(RECEIVER, at=at), unit=UNIT), at)


def conclude(n: int) -> None:
    """Conclude the n-th complaint."""
    at = moment(count + n)
    asker = permission.asker(HEAD, at=at)
    scope = permission.scope(asker, "petition.read")
    conclude_petitions([(f"kn-{n:06}", CONCLUDED)], scope, by_person(asker, unit=UNIT), at)


sequence_pending()
start_numbering()  # on PostgreSQL beside the acts, as the server does it
before = tree_size()
with part("start"):
    for n in range(count):
        receive(n)
with part("finish"):
    for n in range(count):
        conclude(n)
while LedgerPending.objects.exists():  # also where the numbering beside is just at work
    sequence_pending()
with system():
    done = PetitionRow.objects.whole().filter(concluded_on=CONCLUDED).count()
finish(done=done, entries=tree_size() - before, **durability())
