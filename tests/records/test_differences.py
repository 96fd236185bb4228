"""Rows are held against a replay beside them: what cannot be replayed is named, everything else is still compared, and
whoever records meanwhile neither waits nor raises an alarm."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from acts import NOON, noted
from baro.channels.wording import sentence
from baro.records.ledger.appending import append
from baro.records.models import PetitionRow
from baro.records.recording import record, record_all
from baro.records.replay import differences, rebuild
from baro.records.round_trips import Trip
from baro.rules.observed.acts import Act
from baro.rules.prescribed.refusals import Refused

TOLD = {"unit": "u1", "code": "1", "kind": "complaint", "handler": "h", "compartment": "", "received_on": "2026-01-02"}


def received(key: str) -> Act:
    data = {"petition": key, **TOLD}
    return Act(type="petition.received", stream=f"petition/{key}", actor="u", occurred_at=NOON, data=data)


def concluded(key: str, on: str) -> Act:
    data = {"petition": key, "on": on}
    return Act(type="petition.concluded", stream=f"petition/{key}", actor="u", occurred_at=NOON, data=data)


def appended(kind: str) -> str:
    """An entry that some other version wrote."""
    with transaction.atomic():
        act = Act(type=kind, stream="trial/new", actor="u", occurred_at=NOON, data={"n": 1})
        trip = Trip()
        entry_id = append([act], NOON, trip)[0].entry_id
        trip.send()
        return entry_id


@pytest.mark.django_db
def test_an_act_that_nobody_knows_is_named_and_the_rest_is_still_compared():
    record(received("a"), at=NOON)
    entry = appended("dossier.step")
    PetitionRow.objects.whole().update(handler="other")
    unknown, row = differences()
    assert (unknown.code, unknown.facts) == ("ledger.unknown_act", {"entry": entry, "act": "dossier.step"})
    assert (row.code, row.facts) == ("ledger.row_differs", {"table": "petition", "row": "a", "columns": "handler"})
    assert entry in sentence(unknown)
    with pytest.raises(Refused, match=r"ledger\.unknown_act"):
        rebuild()


@pytest.mark.django_db
def test_an_entry_whose_row_cannot_be_made_is_named_and_nothing_is_compared():
    entry = appended("petition.concluded")
    assert [(r.code, r.facts["entry"]) for r in differences()] == [("ledger.act_without_rows", entry)]


@pytest.mark.django_db
def test_rows_added_and_changed_in_any_order_are_replayed_as_they_were_recorded():
    record_all([received("a"), received("b"), concluded("a", "2026-02-01")], at=NOON)
    record_all([noted(), concluded("a", "2026-03-01"), received("c"), concluded("b", "2026-02-02")], at=NOON)
    assert differences() == []
    before = sorted(PetitionRow.objects.whole().values_list())
    rebuild()
    assert sorted(PetitionRow.objects.whole().values_list()) == before
    assert PetitionRow.objects.whole().get(pk="a").concluded_on == date(2026, 3, 1)


@pytest.mark.django_db(transaction=True)
def test_whoever_records_while_rows_are_compared_does_not_wait_and_is_no_alarm(monkeypatch):
    from baro.records import replay

    record(received("a"), at=NOON)
    went: list[bool] = []

    def meanwhile() -> None:
        record(received(f"w{len(went)}"), at=NOON)
        connection.close()
        went.append(True)

    def replayed():
        other = threading.Thread(target=meanwhile)
        other.start()
        other.join(10)
        assert went
        yield from real()

    real = replay._replayed
    monkeypatch.setattr(replay, "_replayed", replayed)
    assert differences() == []
    assert PetitionRow.objects.whole().count() == 2
