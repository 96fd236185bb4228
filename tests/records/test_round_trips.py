from pathlib import Path

import pytest
from django.db import DataError, OperationalError, connection, transaction

from baro.app.databases import database
from baro.records.round_trips import Sql, Trip, ask

pytestmark = pytest.mark.django_db
NUMBER = "SELECT CAST(%s AS integer)"


@pytest.fixture
def _plans():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite keeps no plans")


def share(of: int, kept: bool = True) -> Sql:
    return Sql("SELECT 100 / CAST(%s AS integer), '100%%'", [of], is_kept=kept)


def plans() -> int:
    return ask(Sql("SELECT count(*) FROM pg_prepared_statements"))[0][0][0]


@pytest.mark.parametrize("kept", [False, True])
def test_each_statement_gives_its_own_rows(kept):
    asked = [Sql(NUMBER, [n], is_kept=kept) for n in (1, 2)]
    no_row = Sql("SELECT 1 WHERE 1 = CAST(%s AS integer)", [2], is_kept=kept)
    assert ask(*asked, no_row, share(4, kept)) == [[(1,)], [(2,)], [], [(25, "100%")]]


def test_nothing_asked_is_nothing_found():
    assert ask() == []


def test_more_than_one_message_holds_come_in_their_order():
    found = ask(*(Sql(NUMBER, [n], is_kept=True) for n in range(450)))
    assert [rows[0][0] for rows in found] == list(range(450))


def test_what_waits_is_sent_once():
    trip = Trip()
    trip.add(Sql("CREATE TEMPORARY TABLE seen (n integer)"), Sql("INSERT INTO seen VALUES (%s)", [1], is_kept=False))
    trip.send()
    trip.send()
    assert ask(Sql("SELECT count(*) FROM seen")) == [[(1,)]]
    ask(Sql("DROP TABLE seen"))


@pytest.mark.usefixtures("_plans")
def test_a_statement_is_planned_once_for_a_connection():
    before = plans()
    for of in (1, 2, 4):
        ask(share(of))
    assert plans() <= before + 1


@pytest.mark.usefixtures("_plans")
@pytest.mark.parametrize("broken", [share(0), Sql("SELECT 1 / CAST(%s AS integer)", [0], is_kept=True)])
def test_a_message_that_broke_off_does_not_harm_the_next(broken):
    for _ in range(2):
        with pytest.raises((DataError, OperationalError)), transaction.atomic():
            ask(broken)
    assert ask(share(2)) == [[(50, "100%")]]


@pytest.mark.usefixtures("_plans")
def test_behind_a_pooler_nothing_is_kept(monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    before = plans()
    assert ask(Sql("SELECT CAST(%s AS integer) + 17", [1], is_kept=True)) == [[(18,)]]
    assert plans() == before


@pytest.mark.parametrize(("query", "told"), [("", False), ("?pooler=transaction", True), ("?host=/run", False)])
def test_the_address_tells_of_a_pooler(query, told):
    assert database(Path("home"), f"postgresql://u@h/baro{query}")["DISABLE_SERVER_SIDE_CURSORS"] is told
