"""What an act of the desk costs in statements, on each database; and that nobody else acts between its checks and its entry."""

import time
from datetime import date, timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from acts import noted
from baro.desk import permission
from baro.desk.access import found_roles
from baro.desk.access_acts import NewRole
from baro.desk.article import OPEN_DISCIPLINE, OPEN_PETITIONS
from baro.desk.by import By, by_person
from baro.desk.discipline import carry_out_measure, record_measures
from baro.desk.petitions import conclude_petitions, receive_petitions
from baro.records.models.ledger import LedgerEntry
from baro.records.recording import record
from baro.rules.observed.petitions import Petition, PetitionKind
from baro.rules.prescribed.discipline import Measure, MeasureState, MeasureTaken
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import Grant
from baro.rules.prescribed.refusals import Refused
from desk.an_organisation import AT, BY, hanoi

pytestmark = pytest.mark.django_db(transaction=True)
UNIT, ON = "hn.276.yen-trung", date(2024, 4, 24)
HEAD = type("Account", (), {"id": "tk-1", "person": "cb-1"})()


@pytest.fixture(autouse=True)
def _authority():
    hanoi()
    roles = (Role.CITIZEN_RECEPTION, Role.UNIT_HEAD)
    new = [
        NewRole(person=HEAD.person, grant=Grant(role=role, unit=UNIT, term=Term(date(2024, 1, 1))), decision="01/QĐ")
        for role in roles
    ]
    found_roles(new, BY.actor, AT)


def as_head(at) -> By:
    return by_person(permission.asker(HEAD, at=at), unit=UNIT)


def complaint(name: str) -> Petition:
    return Petition(id=name, unit=UNIT, code=f"{name}/KN", kind=PetitionKind.COMPLAINT, received_on=ON, handler="cb-1")


def receive(name: str) -> None:
    receive_petitions([complaint(name)], as_head(AT), AT)


def conclude(*names: str) -> None:
    at = AT + timedelta(days=1)
    by = as_head(at)
    scope = permission.scope(by.asker, "petition.read")
    conclude_petitions([(name, at.date()) for name in names], scope, by, at)


def carry_out(measure: str) -> None:
    carry_out_measure(measure, UNIT, ON, OPEN_DISCIPLINE, BY, AT)


def propose_measure() -> None:
    proposed = MeasureTaken(
        id="m", unit=UNIT, kind=Measure.LESSON_REVIEW, state=MeasureState.PROPOSED, taken_on=ON, object=UNIT
    )
    record_measures([proposed], BY, AT)


# the act, what comes before it, statements sent on SQLite, round trips on PostgreSQL; BEGIN and COMMIT count
COSTS = [
    ("note something", lambda: None, lambda: record(noted(), at=AT), 10, 4),
    ("receive a complaint", lambda: None, lambda: receive("k"), 14, 6),
    ("conclude a complaint", lambda: receive("k"), lambda: conclude("k"), 15, 6),
    ("conclude two", lambda: (receive("k"), receive("l")), lambda: conclude("k", "l"), 19, 6),
    ("carry out a measure", propose_measure, lambda: carry_out("m"), 12, 5),
]


@pytest.mark.parametrize(("before", "act", "sqlite", "postgresql"), [c[1:] for c in COSTS], ids=[c[0] for c in COSTS])
def test_the_number_of_statements_of_an_act_is_fixed(before, act, sqlite, postgresql):
    record(noted("trial/first"), at=AT)  # the log has its name, the bodies are known
    permission.asker(HEAD, at=AT)
    before()
    with CaptureQueriesContext(connection) as sent:
        act()
    told = "\n".join(query["sql"][:200] for query in sent.captured_queries)
    assert len(sent) == {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor], told


LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "pg_advisory_xact_lock"}


@pytest.mark.parametrize(
    ("before", "act", "table"),
    [
        (lambda: receive("k"), lambda: conclude("k"), "petition"),
        (propose_measure, lambda: carry_out("m"), "accountability_measure"),
    ],
    ids=["conclude", "carry out"],
)
def test_what_an_act_checks_is_read_behind_its_lock(before, act, table):
    before()
    connection.close()  # its plans with it: they are made anew, so that the text is told
    with CaptureQueriesContext(connection) as sent:
        act()
    told = "\n".join(query["sql"] for query in sent.captured_queries)
    assert 0 <= told.index(LOCK[connection.vendor]) < told.index(f'FROM "{table}"')


@pytest.fixture
def _several_writers():
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lies in memory, where a second writer is refused at once instead of waiting")


@pytest.mark.usefixtures("_several_writers")
@pytest.mark.parametrize(
    ("before", "act", "refused"),
    [
        (lambda: receive("k"), lambda: conclude_petitions([("k", AT.date())], OPEN_PETITIONS, BY, AT), "petition.concluded_already"),
        (propose_measure, lambda: carry_out("m"), "measure.carried_out_already"),
    ],
    ids=["conclude", "carry out"],
)  # fmt: skip
def test_who_comes_while_another_acts_is_told_of_it(before, act, refused):
    before()
    found: list[str] = []
    second = Thread(target=_try, args=(act, found))
    with transaction.atomic():
        act()
        second.start()
        time.sleep(0.5)  # long enough for it to read, if nothing kept it from reading
    second.join()
    assert found == [refused]


@pytest.mark.usefixtures("_several_writers")
def test_acts_that_wait_for_each_other_follow_each_other():
    found: list[str] = []
    writers = [Thread(target=_try, args=(lambda: record(noted(), at=AT), found)) for _ in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert found == [""] * 6
    versions = LedgerEntry.objects.filter(stream="trial/1").order_by("place").values_list("version", flat=True)
    assert list(versions) == [1, 2, 3, 4, 5, 6]


def _try(act, found: list[str]) -> None:
    try:
        act()
    except Refused as refusal:
        found.append(refusal.code)
    else:
        found.append("")
    finally:
        connection.close()
