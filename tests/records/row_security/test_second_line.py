"""SQL as the application's role: nothing without a scope, nothing with a made-up one, nothing left for the next request."""

import hmac
import json
from hashlib import sha256

import psycopg
import pytest
from django.db import connection, transaction
from psycopg.errors import InsufficientPrivilege

from baro.records.row_security.roles import weaknesses
from baro.records.row_security.sealing import sealed
from baro.records.row_security.session import OutsideTransaction, is_believed, open_rows, reading, system
from baro.records.row_security.told import EYES, SYSTEM, TooManyEyes, with_scope
from baro.rules.prescribed.policy.scopes import Part, Scope
from baro.rules.prescribed.policy.standing import Subject
from records.row_security.worlds import SCOPED, fill

EVERYTHING, ELSEWHERE = (Part(all_but=True),), (Part(units=frozenset({"elsewhere"})),)
_WORLD = [Subject(id="m1", unit="div1"), Subject(id="m2", unit="div2")]
TABLES = [model._meta.db_table for model in SCOPED]


@pytest.fixture
def signed_on(sign_on):
    """A connection of the application's role to a database with two rows in each scoped table."""
    for model in SCOPED:
        fill(model, _WORLD)
    return sign_on()


def over(matter: str, parts: tuple[Part, ...] = EVERYTHING) -> Scope:
    return Scope(operation=f"{matter}.read", parts=parts)


def counts(on: psycopg.Connection) -> set[int]:
    return {on.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def tell(on: psycopg.Connection, written: str) -> None:
    on.execute("SELECT set_config('baro.scope', %s, true)", [written])


def told(parts: tuple[Part, ...]) -> dict:
    found: dict = {}
    for model in SCOPED:
        found = with_scope(found, over(model.SCOPING.matter, parts))
    return found


def sealed_with(key: bytes, what: dict) -> str:
    text = json.dumps(what)
    return f"{hmac.new(key, text.encode(), sha256).hexdigest()} {text}"


def test_the_role_is_what_the_guide_promises(signed_on):
    row = signed_on.execute("SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user")
    assert row.fetchone() == (False, False, False)


def test_without_a_scope_no_row_is_read(signed_on):
    assert counts(signed_on) == {0}


def test_with_a_scope_its_rows_are_read(signed_on):
    with signed_on.transaction():
        tell(signed_on, sealed(told(EVERYTHING)))
        assert counts(signed_on) == {2}


def test_with_the_scope_of_another_body_no_row_is_read(signed_on):
    with signed_on.transaction():
        tell(signed_on, sealed(told(ELSEWHERE)))
        assert counts(signed_on) == {0}


@pytest.mark.parametrize(
    "written",
    [
        json.dumps(SYSTEM),
        json.dumps(told(EVERYTHING)),
        f"{'0' * 64} {json.dumps(SYSTEM)}",
        sealed_with(b"\0" * 32, SYSTEM),
        sealed_with(b"", told(EVERYTHING)),
        sealed(SYSTEM) + " ",
        sealed(told(ELSEWHERE)).replace("elsewhere", "div1"),
        "system",
        "{",
    ],
    ids=["bare system", "bare scope", "no seal", "other key", "empty key", "longer", "altered", "word", "broken"],
)
def test_a_scope_that_this_home_did_not_seal_reads_no_row(signed_on, written):
    with signed_on.transaction():
        tell(signed_on, written)
        assert counts(signed_on) == {0}


def test_the_key_of_the_seal_is_not_for_the_application(signed_on):
    with pytest.raises(InsufficientPrivilege):
        signed_on.execute("SELECT * FROM row_security_key")


@pytest.mark.parametrize("how", ["COMMIT", "ROLLBACK"])
def test_the_next_request_on_the_same_connection_sees_nothing(signed_on, how):
    signed_on.execute("BEGIN")
    tell(signed_on, sealed(SYSTEM))
    assert counts(signed_on) == {2}
    signed_on.execute(how)
    assert counts(signed_on) == {0}


def test_who_reads_everything_still_writes_nothing(signed_on):
    with signed_on.transaction():
        tell(signed_on, sealed(told(EVERYTHING)))
        assert [signed_on.execute(f"UPDATE {t} SET id = id").rowcount for t in TABLES] == [0] * len(TABLES)
        assert [signed_on.execute(f"DELETE FROM {t}").rowcount for t in TABLES] == [0] * len(TABLES)
        for table in TABLES:
            with pytest.raises(InsufficientPrivilege), signed_on.transaction():
                signed_on.execute(f"INSERT INTO {table} SELECT * FROM {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE dossier DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE dossier NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY baro_sees ON dossier",
        "CREATE POLICY mine ON dossier USING (true)",
        "TRUNCATE dossier",
        "CREATE OR REPLACE FUNCTION baro_is_system() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "SET ROLE postgres",
        "ALTER ROLE baro_app BYPASSRLS",
        "SET row_security = off; SELECT * FROM dossier",
    ],
)
def test_the_second_line_cannot_be_taken_away(signed_on, statement):
    with pytest.raises(InsufficientPrivilege):
        signed_on.execute(statement)


def test_a_reading_begins_with_nothing_and_leaves_nothing(application):
    with system():
        for model in SCOPED:
            fill(model, _WORLD)
    one = SCOPED[0]
    with reading():
        assert one.objects.within(over(one.SCOPING.matter)).count() == 2
        with reading():
            assert _seen(one) == 0
        assert _seen(one) == 2
    assert _seen(one) == 0


def test_what_is_undone_leaves_nothing(application):
    one = SCOPED[0]
    with system():
        fill(one, _WORLD)
    with pytest.raises(ZeroDivisionError), reading(), system():
        assert _seen(one) == 2
        raise ZeroDivisionError
    assert _seen(one) == 0


def test_a_third_asker_in_one_reading_is_a_fault(application):
    with reading():
        for place in range(EYES):
            open_rows(Scope(operation="dossier.read", parts=EVERYTHING, person=f"p{place}"))
        with pytest.raises(TooManyEyes):
            open_rows(over("dossier"))


def test_rows_asked_for_outside_a_transaction_are_a_fault(sign_on):
    with pytest.raises(OutsideTransaction):
        SCOPED[0].objects.within(over(SCOPED[0].SCOPING.matter))
    assert not connection.in_atomic_block


def test_the_check_finds_nothing_with_the_application(application):
    assert list(weaknesses(connection)) == []
    assert is_believed()


def test_the_check_tells_a_superuser_and_a_table_that_is_not_kept(sign_on):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE petition NO FORCE ROW LEVEL SECURITY")
        assert [w.code for w in weaknesses(connection)] == ["database.goes_past_policies", "database.rows_not_kept"]
        transaction.set_rollback(True)


def test_another_homes_key_is_not_believed(application, settings):
    settings.ROWS_KEY = b"another home, another key: 32 byt"[:32]
    assert not is_believed()


def _seen(model) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")
        return cursor.fetchone()[0]
