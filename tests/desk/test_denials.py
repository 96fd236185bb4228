"""Refusals are kept as rows for who watches over access; of sealed matters none tells."""

from datetime import UTC, date, datetime, timedelta

import pytest

from baro.desk import permission
from baro.records.models import DenialRow, RoleGrant
from baro.records.queries.access import standing_of
from baro.records.queries.denials import count_denials, denials, units_of_denials
from baro.records.replay import differences, rebuild
from baro.records.row_security.session import acting
from baro.rules.prescribed.policy.standing import NOBODY, Subject
from baro.rules.prescribed.policy.tree import PlainTree
from baro.rules.prescribed.refusals import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 3, tzinfo=UTC)
DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _clerk(monkeypatch):
    monkeypatch.setattr(permission, "tree_on", lambda on: PlainTree({"u1": "top", "u2": "top", "top": ""}))
    RoleGrant.objects.create(id="g", person="an", role="clerk", unit="u1", recorded_at=AT)


def tries(operation, subject=None, standing=None, at=AT):
    with pytest.raises(Refused):
        permission.require(standing or standing_of("an"), operation, subject or Subject(id="d", unit="u1"), at)


def test_who_was_refused_what_and_when_is_kept_and_found_by_their_body():
    tries("dossier.approve")
    (found,) = denials({"u1"}, DAY, DAY, 10)
    assert (found.person, found.unit, found.operation, found.at) == ("an", "u1", "dossier.approve", AT)
    assert denials({"u2"}, DAY, DAY, 10) == []
    assert units_of_denials() == {"u1"}


@pytest.mark.parametrize("operation", ["denunciation.read", "denunciation.unseal", "compartment.admit"])
def test_of_a_sealed_kind_no_row_tells(operation):
    tries(operation)
    assert DenialRow.objects.count() == 0


def test_of_a_matter_in_a_compartment_no_row_tells():
    tries("inspection.read", Subject(id="i-secret", unit="u1", compartment="s1"))
    assert DenialRow.objects.count() == 0


def test_of_somebody_who_has_not_signed_in_no_row_tells():
    tries("dossier.read", standing=NOBODY)
    assert DenialRow.objects.count() == 0


def test_a_day_is_a_day_of_vietnam():
    tries("dossier.approve", at=datetime(2026, 3, 1, 17, tzinfo=UTC))  # midnight in Hà Nội
    assert (count_denials({"u1"}, DAY, DAY), count_denials({"u1"}, DAY - timedelta(days=1), date(2026, 3, 1))) == (1, 0)


def test_a_replay_leaves_them_alone():
    RoleGrant.objects.all().delete()
    tries("dossier.approve")
    assert differences() == []
    rebuild()
    assert DenialRow.objects.count() == 1


def test_an_act_that_is_refused_undoes_what_it_did_and_keeps_the_refusal():
    with pytest.raises(Refused), acting():
        RoleGrant.objects.filter(pk="g").update(unit="u2")
        permission.require(standing_of("an"), "dossier.approve", Subject(id="d", unit="u1"), AT)
    assert RoleGrant.objects.get(pk="g").unit == "u1"
    assert DenialRow.objects.count() == 1
