"""The policies of scoped tables: what PostgreSQL asks of every row, from the same `Scoping` as the filter of the ORM.

Whoever keeps the records (`session.system`) sees and writes all; everybody else sees what their scope holds and writes
nothing. FORCE: the owner of the tables is held too; only a superuser or a role with BYPASSRLS goes past.

A migration that makes a scoped table, or changes the columns that its `Scoping` names, calls `keep_rows` again.
"""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from baro.records.row_security.functions import drop_functions, make_functions, put_key
from baro.records.row_security.told import EYES
from baro.records.scoping import Scoping


def keep_rows(connection: BaseDatabaseWrapper) -> None:
    """Put functions, key and policies in place, for all scoped tables that are there already. Nothing on SQLite."""
    if connection.vendor != "postgresql":
        return
    make_functions(connection)
    put_key(connection)
    for table, scoping in _tables(connection).items():
        _run(connection, _without(table))
        _run(connection, _policies(table, scoping))


def let_rows_go(connection: BaseDatabaseWrapper) -> None:
    """Take all of it away: for going back before the migration."""
    if connection.vendor != "postgresql":
        return
    for table in _tables(connection):
        _run(connection, _without(table))
    drop_functions(connection)


def scoped_tables() -> dict[str, Scoping]:
    """Give the tables whose rows not everybody may see."""
    return {m._meta.db_table: m.SCOPING for m in apps.get_models() if hasattr(m, "SCOPING")}


def _tables(connection: BaseDatabaseWrapper) -> dict[str, Scoping]:
    there = set(connection.introspection.table_names())
    return {table: scoping for table, scoping in scoped_tables().items() if table in there}


def _without(table: str) -> str:
    return f"""
    DROP POLICY IF EXISTS baro_keeps ON {table};
    DROP POLICY IF EXISTS baro_sees ON {table};
    ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY"""


def _policies(table: str, scoping: Scoping) -> str:
    seen = " OR ".join(f"({_of_matter(scoping, m)}{_seen_by_any(table, scoping, m)})" for m in scoping.matters)
    return f"""
    CREATE POLICY baro_keeps ON {table} USING ((SELECT baro_is_system())) WITH CHECK ((SELECT baro_is_system()));
    CREATE POLICY baro_sees ON {table} FOR SELECT USING ({seen});
    ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"""


def _of_matter(scoping: Scoping, matter: str) -> str:
    """The rows of one kind of matter, among those of a table that holds several."""
    if matter != scoping.matter:
        return f"{scoping.kind} = '{matter}' AND "
    apart = ", ".join(f"'{other}'" for other in scoping.apart)
    return f"{scoping.kind} NOT IN ({apart}) AND " if apart else ""


def _seen_by_any(table: str, scoping: Scoping, matter: str) -> str:
    eyes = (_seen(table, scoping, f"'{matter}', '{one}'") for one in range(EYES))
    return "(" + " OR ".join(f"({seen})" for seen in eyes) + ")"


def _seen(table: str, scoping: Scoping, at: str) -> str:
    """What one asker sees of one kind of matter. Every list is read once per query, not per row."""
    inside = scoping.compartment
    seen = f"({_reached(scoping, at, 'open')})"
    if inside:
        sealed = f"{inside} IN (SELECT baro_list({at}, 'compartments')) AND ({_reached(scoping, at, 'sealed')})"
        seen = f"({inside} = '' AND {seen} OR {inside} <> '' AND {sealed})"
    return f"{seen} AND NOT EXISTS ({_barring(table, at)})" if scoping.conflicts else seen


def _reached(scoping: Scoping, at: str, kind: str) -> str:
    at = f"{at}, '{kind}'"
    all_but = f"(SELECT baro_told({at}, 'all_but')::boolean)"
    found = [f"({scoping.unit} IN (SELECT baro_list({at}, 'units'))) <> {all_but}"]
    if scoping.holder:
        found.append(f"{scoping.holder} IN (SELECT baro_list({at}, 'holders'))")
    if scoping.reach:
        found += [f"{scoping.reach} IN ({_in_reach(*of, at)})" for of in (("body", "parts"), ("person", "in_hands"))]
    return " OR ".join([*found, f"id IN (SELECT baro_list({at}, 'ids'))"])


def _in_reach(kind: str, told: str, at: str) -> str:
    """Looked for once, and only when a row is met that nothing else reaches."""
    return f"""SELECT r.dossier FROM dossier_reach r WHERE r.kind = '{kind}'
        AND r.who = ANY (ARRAY(SELECT baro_list({at}, '{told}')))"""


def _barring(table: str, at: str) -> str:
    return f"""SELECT 1 FROM case_conflict c WHERE c.subject = {table}.id AND (
        c.unit IN (SELECT baro_list({at}, 'heads'))
        OR c.is_head AND c.unit IN (SELECT baro_list({at}, 'serves_under'))
        OR c.person = (SELECT nullif(baro_told({at}, 'person'), '')))"""


def _run(connection: BaseDatabaseWrapper, statements: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statements)
