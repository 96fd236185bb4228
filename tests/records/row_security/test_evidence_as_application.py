"""Evidence as the application's role: added and read; not changed, deleted or emptied, and the triggers stay."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from psycopg.errors import InsufficientPrivilege

from acts import noted
from baro.records.evidence import EVIDENCE, GROWING, SEALED
from baro.records.ledger.sequencer import sequence_pending
from baro.records.recording import record

TABLES = (*EVIDENCE, GROWING[0])


@pytest.fixture
def signed_on(sign_on):
    """A connection of the application's role to a ledger with an entry that has its place."""
    record(noted(personal={"name": "An"}), at=datetime(2026, 3, 2, tzinfo=UTC))
    sequence_pending()
    return sign_on()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}"])
def test_evidence_is_not_deleted(signed_on, table, statement):
    with pytest.raises(InsufficientPrivilege):
        signed_on.execute(statement.format(table))


@pytest.mark.parametrize("table", EVIDENCE)
def test_evidence_is_not_changed(signed_on, table):
    column = signed_on.execute(f"SELECT * FROM {table}").description[-1].name
    with pytest.raises(InsufficientPrivilege):
        signed_on.execute(f'UPDATE {table} SET "{column}" = "{column}"')


def test_a_tile_only_grows(signed_on):
    assert signed_on.execute("SELECT count(*) FROM ledger_tile").fetchone()[0] > 0
    with pytest.raises(Exception, match="evidence cannot be changed"):
        signed_on.execute(r"UPDATE ledger_tile SET hashes = '\x00'")


def test_a_personal_value_is_not_changed(signed_on):
    with pytest.raises(InsufficientPrivilege):
        signed_on.execute(f"UPDATE {SEALED} SET field = field")


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER {0}_no_update ON {0}",
        "ALTER TRIGGER {0}_no_update ON {0} RENAME TO gone",
        "ALTER TABLE {0} DISABLE TRIGGER ALL",
        "ALTER TABLE {0} DISABLE TRIGGER {0}_no_update",
        "ALTER TABLE {0} RENAME TO gone",
        "DROP TABLE {0} CASCADE",
    ],
)
@pytest.mark.parametrize("table", [*TABLES, SEALED])
def test_no_trigger_is_taken_away(signed_on, statement, table):
    with pytest.raises(InsufficientPrivilege):
        signed_on.execute(statement.format(table))


@pytest.mark.parametrize(
    "statement",
    [
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION baro_evidence_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
        "DROP FUNCTION baro_evidence_is_kept CASCADE",
    ],
)
def test_no_trigger_is_made_toothless(signed_on, statement):
    with pytest.raises(InsufficientPrivilege):
        signed_on.execute(statement)


def test_acts_are_recorded_and_numbered_as_the_application(application):
    made = record(noted(personal={"name": "An"}), at=datetime(2026, 3, 2, tzinfo=UTC))
    assert sequence_pending() > 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_entry WHERE entry_id = %s", [made.entry_id])
        assert cursor.fetchone()[0] == 1
