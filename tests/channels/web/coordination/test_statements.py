"""A list costs as many statements with thirty lines as with three."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baro.records.models import CoordinationRuleRow, FollowedRow, ObligationRow, SimplificationRow, UpwardRow
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, as_, build

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 6)


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def more(name: str, number: int) -> None:
    for k in range(number):
        key = f"{name}{k}"
        CoordinationRuleRow.objects.create(
            id=key, unit=LEAD, name=f"Quy chế {key}", number=key, signed_on=DAY, valid_from=DAY, parties=[LEAD, TAX]
        )
        ObligationRow.objects.create(
            id=key, rule=key, debtor=TAX, creditor=LEAD, task="Việc", rhythm="quarter", limit_value=5,
            limit_unit="working_day", valid_from=DAY,
        )  # fmt: skip
        UpwardRow.objects.create(
            id=key, unit=LEAD, about="Việc", document="1/CV", signed_on=DAY, counts_on=DAY, to=LAND
        )
        SimplificationRow.objects.create(
            id=key, unit=LEAD, procedure="1.1", name="Việc", what="Việc", document="1/CV", signed_on=DAY, papers=1, steps=0,
            days=0, cost=0,
        )  # fmt: skip
        for matter in ("upward", "obligation", "simplification"):
            FollowedRow.objects.create(
                id=f"{matter}/{key}.1", matter=f"{matter}/{key}", number=1, kind="routed" if matter == "upward" else "declined",
                told_on=DAY, counts_on=DAY, teller=LEAD, body=TAX, document="2/CV", corrects=0, recorded_by="x",
            )  # fmt: skip


def asked(address: str) -> int:
    client = as_("soat")
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found.captured_queries)


@pytest.mark.parametrize("address", ["/phoi-hop/", "/phoi-hop/lan", "/kien-nghi/", "/don-gian-hoa/"])
def test_a_line_more_costs_no_statement_more(address):
    more("a", 3)
    few = asked(address)
    more("b", 27)
    assert asked(address) == few
