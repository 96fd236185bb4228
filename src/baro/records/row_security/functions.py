"""The functions of the database that read what a transaction was told, and the key by which they know that we told it.

`row_security_key` belongs to the owner of the tables; the application's role may not read it, only ask through
`baro_scope`, which runs as the owner.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from baro.records.row_security.sealing import padded_key

KEY_TABLE = "row_security_key"
_SEAL = 64  # hexadecimal digits of the seal; a space follows

_MAKE = f"""
CREATE TABLE IF NOT EXISTS {{schema}}.{KEY_TABLE} (inner_block bytea NOT NULL, outer_block bytea NOT NULL);
REVOKE ALL ON {{schema}}.{KEY_TABLE} FROM PUBLIC;
CREATE OR REPLACE FUNCTION {{schema}}.baro_scope() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  written text := coalesce(current_setting('baro.scope', true), '');
  told text := substr(written, {_SEAL + 2});
BEGIN
  PERFORM 1 FROM {{schema}}.{KEY_TABLE} k WHERE written = encode(
    sha256(k.outer_block || sha256(k.inner_block || convert_to(told, 'UTF8'))), 'hex') || ' ' || told;
  IF FOUND THEN RETURN told::jsonb; END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION {{schema}}.baro_is_system() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(({{schema}}.baro_scope() ->> 'system')::boolean, false) $$;
CREATE OR REPLACE FUNCTION {{schema}}.baro_told(VARIADIC place text[]) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT {{schema}}.baro_scope() #>> place $$;
CREATE OR REPLACE FUNCTION {{schema}}.baro_list(VARIADIC place text[]) RETURNS SETOF text LANGUAGE sql STABLE AS
$$ SELECT jsonb_array_elements_text({{schema}}.baro_scope() #> place) $$
"""
_DROP = f"""
DROP FUNCTION IF EXISTS {{schema}}.baro_list, {{schema}}.baro_told, {{schema}}.baro_is_system, {{schema}}.baro_scope;
DROP TABLE IF EXISTS {{schema}}.{KEY_TABLE}
"""


def make_functions(connection: BaseDatabaseWrapper) -> None:
    """Make them, or make them anew."""
    _run(connection, _MAKE)


def drop_functions(connection: BaseDatabaseWrapper) -> None:
    """Take them away; no policy may use them any more."""
    _run(connection, _DROP)


def put_key(connection: BaseDatabaseWrapper) -> None:
    """Let the database know the key of this home; the owner of the tables does so. Any other home's seals end."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {KEY_TABLE}")
        cursor.execute(f"INSERT INTO {KEY_TABLE} (inner_block, outer_block) VALUES (%s, %s)", list(padded_key()))


def _run(connection: BaseDatabaseWrapper, statements: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        cursor.execute(statements.format(schema=cursor.fetchone()[0]))
