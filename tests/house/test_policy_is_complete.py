"""What the policy does not name cannot be built: acts, fields of scoped tables, operations, bars."""

import ast

import django
import pytest
from django.apps import apps

from baro.rules.prescribed.policy.acts import OPERATION_OF
from baro.rules.prescribed.policy.fields import CLASS_OF
from baro.rules.prescribed.policy.operations import BY_NAME
from baro.rules.prescribed.policy.relations import BARS
from baro.rules.prescribed.policy.roles import GRANTABLE, Role
from baro.rules.prescribed.policy.table import TABLE
from house.source import name_of, trees

django.setup()
_KEEPS = (
    "records/projections", "records/loading", "records/replay", "records/scoped.py",
    "records/queries/open_items.py",  # a hand-over leaves nothing out, whoever asks
)  # fmt: skip
_DOORS = {"whole", "_base_manager", "_default_manager"}


def _scoped():
    return [model for model in apps.get_models() if hasattr(model, "SCOPING")]


def _asked() -> set[str]:
    return {operation for row in TABLE for operation in row.may}


def test_every_kind_of_act_is_somebodys_to_do():
    from baro.records.projections.registry import known_types

    made_up = {name for name in known_types() if name.startswith("trial.")}  # by other tests
    assert known_types() - made_up - set(OPERATION_OF) == set()
    assert set(OPERATION_OF.values()) - set(BY_NAME) == set()


def test_every_field_of_a_scoped_table_has_a_class():
    there = {(m._meta.db_table, field.attname) for m in _scoped() for field in m._meta.concrete_fields}
    named = {key for key in CLASS_OF if key[0] in {m._meta.db_table for m in _scoped()}}
    assert there ^ named == set()


def test_scoped_tables_are_read_by_an_operation_of_their_matter():
    assert [m for m in _scoped() if f"{m.SCOPING.matter}.read" not in BY_NAME] == []


def test_the_table_and_the_operations_name_each_other():
    assert _asked() - set(BY_NAME) == set()
    assert set(BY_NAME) - _asked() == set()


def test_every_role_stands_in_the_table():
    assert set(Role) - {role for row in TABLE for role in row.who} == set()
    assert len(GRANTABLE) == 19


def test_no_row_lifts_a_bar():
    assert [row for row in TABLE if row.over & BARS] == []


def leaks(tree: ast.AST) -> list[int]:
    """The lines that open a door past the scope."""
    return [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in _DOORS]


def test_nobody_goes_past_the_scope():
    found = {name_of(f): leaks(t) for f, t in trees().items() if not any(k in str(f) for k in _KEEPS)}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("door", sorted(_DOORS))
def test_a_planted_unscoped_view_is_caught(door):
    assert leaks(ast.parse(f"def view(request):\n    return Dossier.objects.{door}().count()")) == [2]
