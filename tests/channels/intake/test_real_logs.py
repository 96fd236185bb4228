"""Real logs (../shared/data): the figures that independent tools give for them."""

import numpy as np
import pytest

from baro.channels.intake.column_names import Role
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.read_log import read_log
from baro.rules.observed.log import NO_TIME
from baro.rules.observed.quality import Doubt
from house.source import ROOT

DATA = ROOT.parent / "shared" / "data"
RECEIPT, PERMITS = DATA / "receipt.csv", DATA / "BPIC15_1.xes.gz"


@pytest.fixture(scope="module")
def receipt(tmp_path_factory):
    if not RECEIPT.exists():
        pytest.skip("../shared/data/receipt.csv is not here")
    return read_log(RECEIPT, tmp_path_factory.mktemp("receipt"))


@pytest.fixture(scope="module")
def permits(tmp_path_factory):
    if not PERMITS.exists():
        pytest.skip("../shared/data/BPIC15_1.xes.gz is not here")
    return read_log(PERMITS, tmp_path_factory.mktemp("permits"))


def test_the_receipt_log_has_its_cases_events_and_traces(receipt):
    store = receipt.store
    assert (store.case_count, store.event_count, len(store.traces)) == (1434, 8577, 116)
    assert (len(store.names.activities), len(store.names.persons)) == (27, 48)


def test_the_receipt_log_says_when_cases_were_due_and_ended(receipt):
    cases = receipt.store.whole().cases
    both = (cases.recorded_due != NO_TIME) & (cases.recorded_ended != NO_TIME)
    assert int(both.sum()) == 1329
    assert int((cases.recorded_ended[both] > cases.recorded_due[both]).sum()) == 377
    assert bool((cases.recorded_received != NO_TIME).all())


def test_the_receipt_log_follows_its_summer_time(receipt):
    first = receipt.store.case("case-10011").events[0]
    assert first.at.isoformat() == "2011-10-11T11:45:40.276000+00:00"
    assert (first.actor, first.unit, first.row) == ("Resource21", "Group 1", 2)


def test_nothing_of_the_receipt_log_is_left_out(receipt):
    assert set(receipt.quality.counts) == {Doubt.BEFORE_RECEIPT}


def test_the_permit_log_has_its_cases_and_events(permits):
    assert (permits.store.case_count, permits.store.event_count) == (1199, 52217)
    assert {"actor", "due", "recorded_received", "recorded_ended"} <= permits.store.present
    assert set(permits.quality.counts) == {Doubt.BEFORE_RECEIPT}


def test_the_permit_log_has_its_due_dates(permits):
    events = permits.store.whole().events
    assert int(np.count_nonzero(events.due != NO_TIME)) == 3340


def test_another_attribute_may_name_the_activities(tmp_path, permits):
    mapping = Mapping(columns={Role.ACTIVITY: "activityNameNL"})
    store = read_log(PERMITS, tmp_path / "store", mapping).store
    assert store.event_count == permits.store.event_count
    assert "registratie datum binnenkomst aanvraag" in store.names.activities
