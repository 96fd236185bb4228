"""Working as the application's role of PostgreSQL, which owns nothing, instead of as the superuser of the test server."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import psycopg
import pytest
from django.db import connection

from baro.records.row_security.roles import APPLICATION, ROLES, grant

_UNLESS_THERE = "DO $$ BEGIN {} EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
SignOn = Callable[[], psycopg.Connection]


def _prepare() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has neither roles nor row-level security; there the filter of the ORM is the only line")
    with connection.cursor() as cursor:
        for statement in ROLES.splitlines():
            cursor.execute(_UNLESS_THERE.format(statement))
    grant(connection, APPLICATION)


@pytest.fixture
def application(db: None) -> str:
    """Let the rest of the test, in its one transaction, run as the application's role."""
    _prepare()
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {APPLICATION}")
    return APPLICATION


@pytest.fixture
def sign_on(transactional_db: None) -> Iterator[SignOn]:
    """Give connections of their own, signed on as the application's role; they see what the test has committed."""
    _prepare()
    with ExitStack() as opened:
        yield lambda: opened.enter_context(_signed_on())


def _signed_on() -> psycopg.Connection:
    address = os.environ["BARO_DATABASE"].replace("//postgres:", f"//{APPLICATION}:", 1)
    return psycopg.connect(address, dbname=connection.settings_dict["NAME"], user=APPLICATION, autocommit=True)
