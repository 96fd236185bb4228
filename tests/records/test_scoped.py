"""Rows of scoped tables are had within a scope, and the query agrees with the engine."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from baro.records.models.dossiers import Dossier
from baro.records.scoped import Unscoped, subject_of
from baro.rules.prescribed.policy.engine import may, visible
from baro.rules.prescribed.policy.roles import Role
from rules.prescribed.policy.small_office import TODAY, TREE, UNITS, standing, standings

pytestmark = pytest.mark.django_db
_AT = datetime(2026, 3, 2, tzinfo=UTC)


def a_dossier(body: str) -> Dossier:
    return Dossier(
        id=f"s/{body}", source="s", code=f"c-{body}", body=body, time_class=0, due_source=0, why_not=0, event_count=1,
        as_of=_AT, last_event_at=_AT, first_batch="b", last_batch="b", segment="g", place=0, digest="",
    )  # fmt: skip


@pytest.fixture
def dossiers():
    return Dossier.objects.whole().bulk_create([a_dossier(body) for body in UNITS])


@pytest.mark.parametrize(
    "door", ["all", "count", "exists", "first", "values", "filter", "get", "iterator", "aggregate"]
)
def test_no_row_is_had_without_a_scope(door):
    with pytest.raises(Unscoped):
        getattr(Dossier.objects, door)()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(who=standings)
def test_the_list_shows_exactly_what_the_engine_allows(dossiers, who):
    shown = {d.pk for d in Dossier.objects.within(visible(who, "dossier.read", tree=TREE, on=TODAY))}
    assert shown == {d.pk for d in dossiers if may(who, "dossier.read", subject_of(d), tree=TREE, on=TODAY).allowed}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(who=standings)
def test_one_row_by_its_id_is_had_just_where_the_list_shows_it(dossiers, who):
    scope = visible(who, "dossier.read", tree=TREE, on=TODAY)
    shown = {d.pk: d for d in Dossier.objects.within(scope)}
    for told in dossiers:
        found, listed = Dossier.objects.one(told.pk, scope), shown.get(told.pk)
        assert columns(found) == columns(listed)


def columns(row: Dossier | None) -> dict[str, object]:
    return {} if row is None else {name: value for name, value in vars(row).items() if name != "_state"}


def test_the_technical_administrator_counts_none(dossiers):
    who = standing(Role.TECHNICAL_ADMIN, "city")
    assert Dossier.objects.within(visible(who, "dossier.read", tree=TREE, on=TODAY)).count() == 0
