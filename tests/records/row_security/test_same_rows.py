"""The database alone, the filter alone, and the scope as a value show the same rows of every scoped table."""

from dataclasses import replace

from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baro.records.row_security.session import open_rows, reading, system
from baro.records.scoped import condition, subject_of
from baro.rules.prescribed.policy.engine import visible
from baro.rules.prescribed.policy.operations import OPERATIONS
from baro.rules.prescribed.policy.scopes import Part, Scope
from records.row_security.worlds import SCOPED, fill
from rules.prescribed.policy.small_office import PEOPLE, TODAY, TREE, UNITS, standings, subjects

units, people = st.frozensets(st.sampled_from(UNITS), max_size=4), st.frozensets(st.sampled_from(PEOPLE), max_size=2)


def a_part(units: frozenset[str], holders: frozenset[str], *, all_but: bool, **more) -> Part:
    """A part that asks of every dossier whose part it is and who held it: where a body alone says it, the engine does not."""
    reached = frozenset(UNITS) - units if all_but else units
    return Part(units=units, all_but=all_but, parts=reached, holders=holders, in_hands=holders, **more)


parts = st.builds(
    a_part, units=units, all_but=st.booleans(), holders=people, ids=st.frozensets(st.sampled_from(["m1", "m2"])),
    sealed=st.booleans(),
)  # fmt: skip
AFAR = replace(TREE, delivered={unit: frozenset({"afar"}) for unit in UNITS})
reads = st.sampled_from(sorted(f"{matter}.read" for model in SCOPED for matter in model.SCOPING.matters))
made_up = st.builds(
    Scope,
    operation=reads,
    parts=st.lists(parts, max_size=3).map(tuple),
    compartments=st.frozensets(st.sampled_from(["s1", "s2"])),
    person=st.sampled_from(["", *PEOPLE]),
    heads=units,
    serves_under=units,
)
held = st.builds(
    lambda who, operation: visible(replace(who, held_in=frozenset({"afar"})), operation, tree=AFAR, on=TODAY),
    standings,
    st.sampled_from([operation.name for operation in OPERATIONS if operation.name.endswith(".read")]),
)
reached = st.builds(
    lambda told, parts, holders: replace(told, parts=parts, holders=holders),
    subjects, st.frozensets(st.sampled_from(UNITS), max_size=2), people,
)  # fmt: skip
worlds = st.lists(subjects | reached, min_size=1, max_size=8)
quick = settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def filtered(model, scope) -> set[str]:
    """What the filter alone shows; nothing of another kind of matter."""
    if scope.matter not in model.SCOPING.matters:
        return set()
    return {row.pk for row in model.objects.whole().filter(condition(model.SCOPING, scope))}


def shown(model) -> set[str]:
    """What the database shows to SQL that filters nothing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {model._meta.db_table}")
        return {row[0] for row in cursor.fetchall()}


@quick
@given(model=st.sampled_from(SCOPED), told=worlds, scope=made_up | held)
def test_database_filter_and_scope_agree(application, model, told, scope):
    with system():
        rows = fill(model, told)
        held_by_scope = {row.pk for row in rows if scope.holds(subject_of(row))}
        by_filter = filtered(model, scope)
    with reading():
        open_rows(scope)
        assert shown(model) == held_by_scope
        assert by_filter == held_by_scope or scope.is_empty
        if scope.matter in model.SCOPING.matters:
            assert {row.pk for row in model.objects.within(scope)} == held_by_scope
            assert {row.pk for row in rows if model.objects.one(row.pk, scope)} == held_by_scope
        else:
            assert held_by_scope == set()


@quick
@given(model=st.sampled_from(SCOPED), told=worlds, one=made_up, other=made_up)
def test_two_scopes_in_one_reading_show_the_rows_of_either(application, model, told, one, other):
    with system():
        rows = fill(model, told)
        held_by_either = {row.pk for row in rows if one.holds(subject_of(row)) or other.holds(subject_of(row))}
    with reading():
        open_rows(one)
        open_rows(other)
        assert shown(model) == held_by_either
