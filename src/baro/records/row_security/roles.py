"""The roles of a PostgreSQL installation: an owner that makes the tables, the application that works in them, a back-up.

The application's role owns nothing: it can neither take away a trigger or a policy nor empty a table. It adds evidence and
reads it; it may delete what a replay makes anew, and personal values, which an erasure takes away.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from baro.records.evidence import EVIDENCE, GROWING, SEALED
from baro.records.row_security.functions import KEY_TABLE
from baro.records.row_security.policies import scoped_tables
from baro.rules.prescribed.refusals import Refused

OWNER, APPLICATION, BACK_UP = "baro_owner", "baro_app", "baro_backup"

_MAY: dict[str, str] = {
    **dict.fromkeys(EVIDENCE, "SELECT, INSERT"),
    GROWING[0]: "SELECT, INSERT, UPDATE",
    SEALED: "SELECT, INSERT, DELETE",
    "ledger_pending": "SELECT, INSERT, DELETE",
    "personal_key": "SELECT, INSERT, DELETE",
    "django_migrations": "SELECT",
    KEY_TABLE: "",
}
_OTHERWISE = "SELECT, INSERT, UPDATE, DELETE"

ROLES = f"""\
CREATE ROLE {OWNER} LOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE {APPLICATION} LOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE {BACK_UP} LOGIN NOSUPERUSER BYPASSRLS;
GRANT pg_read_all_data TO {BACK_UP};
"""
DATABASE = f"""\
CREATE DATABASE baro OWNER {OWNER} ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE baro FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE baro TO {APPLICATION};
GRANT CONNECT ON DATABASE baro TO {BACK_UP};
"""


def grant(connection: BaseDatabaseWrapper, role: str) -> None:
    """Let a role work as the application in all tables that are there, and no more; the owner of the tables does so."""
    named = connection.ops.quote_name(role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        schema = cursor.fetchone()[0]
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {named}")
        cursor.execute(f"GRANT USAGE ON SCHEMA {schema} TO {named}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {named}")
        for table in connection.introspection.table_names(cursor):
            if may := _MAY.get(table, _OTHERWISE):
                cursor.execute(f"GRANT {may} ON {connection.ops.quote_name(table)} TO {named}")


def weaknesses(connection: BaseDatabaseWrapper) -> Iterator[Refused]:
    """Say what of this connection's role or tables would let the application past row-level security or the triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        role, is_super, goes_past = cursor.fetchone()
        if is_super or goes_past:
            yield Refused("database.goes_past_policies", role=role)
        cursor.execute(
            "SELECT relname, pg_has_role(relowner, 'USAGE'), relrowsecurity AND relforcerowsecurity FROM pg_class "
            "WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' ORDER BY relname"
        )
        rows = cursor.fetchall()
    owned = [table for table, is_owner, _ in rows if is_owner]
    if owned and not is_super:
        yield Refused("database.owns_tables", role=role, count=len(owned))
    kept = {table for table, _, is_kept in rows if is_kept}
    for table in sorted(scoped_tables().keys() - kept):
        yield Refused("database.rows_not_kept", table=table)
