"""`baro database`: prints the roles, grants what the application needs and no more, and tells what is weak."""

import io

import pytest
from django.db import connection

from baro.app import migrating
from baro.app.commands import database
from baro.channels.shell.exit_codes import ExitCode
from baro.rules.prescribed.refusals import Refused


def told(*words: str) -> tuple[int, str]:
    out = io.StringIO()
    return database.main(words, out, io.StringIO()), out.getvalue()


def test_the_roles_are_printed_as_sql():
    code, text = told("roles")
    assert code == ExitCode.DONE
    assert "CREATE ROLE baro_app LOGIN NOSUPERUSER NOBYPASSRLS;" in text


def test_sqlite_has_nothing_to_check(db):
    if connection.vendor == "postgresql":
        pytest.skip("there is much to check on PostgreSQL")
    with pytest.raises(Refused, match="not_postgresql"):
        told("check")


def test_the_check_is_content_with_the_application(application):
    assert told("check")[0] == ExitCode.DONE


def test_the_check_tells_that_tables_are_owned(application):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"ALTER TABLE dossier OWNER TO {application}")
        cursor.execute(f"SET LOCAL ROLE {application}")
    code, text = told("check")
    assert code == ExitCode.INPUT_REFUSED
    assert "sở hữu 1 bảng" in text


def test_migrating_again_lets_a_role_in_once_more_and_no_further(application):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"GRANT ALL ON ledger_entry TO {application}")
    assert told("migrate")[0] == ExitCode.DONE
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, 'ledger_entry', 'UPDATE')", [application])
        assert cursor.fetchone() == (False,)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {application}")
    assert told("check")[0] == ExitCode.DONE


def test_a_role_that_is_not_there_is_told(application):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    with pytest.raises(Refused, match="no_role"):
        told("migrate", "--app", "nobody_knows")


def test_the_application_does_not_migrate_and_says_who_does(application):
    migrating.migrate()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'records' AND name = '0003_row_security'")
        cursor.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        cursor.execute(f"SET LOCAL ROLE {application}")
    with pytest.raises(Refused, match="not_owner"):
        migrating.migrate()
