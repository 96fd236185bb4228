"""The synthetic office's own log comes in without a doubt, complete, and says that it is synthetic."""

from datetime import date, timedelta

import numpy as np
import pytest

from baro.channels.demo.files import write_year
from baro.channels.demo.plan import plan_year
from baro.channels.intake.read_log import read_log
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import HAS_DOCUMENT, HAS_FILE, IS_SIGNED, NO_TIME

EPOCH = date(1970, 1, 1)


def _day(year, month, day):
    return (date(year, month, day) - EPOCH).days


@pytest.fixture(scope="module")
def plan():
    days = [d for d in range(_day(2023, 1, 1), _day(2026, 12, 31)) if (EPOCH + timedelta(d)).weekday() < 5]
    return plan_year(400, 7, np.array(days), (_day(2024, 1, 1), _day(2024, 12, 31)))


@pytest.fixture(scope="module")
def read(plan, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    return read_log(write_year(plan, folder)["log"], folder / "store")


def test_nothing_is_doubtful_and_nothing_is_left_out(plan, read):
    assert read.quality.counts == {}
    assert (read.store.case_count, read.store.event_count) == (len(plan.branch), len(plan.case))


def test_it_says_that_it_is_synthetic(read):
    assert read.synthetic


def test_moments_and_people_are_those_of_the_plan(plan, read):
    log = read.store.whole()
    order = np.lexsort((np.arange(len(plan.case)), plan.second, plan.case))
    assert log.events.at.tolist() == ((plan.second.astype(np.int64) - 7 * 3600) * 1000)[order].tolist()
    assert log.events.recorded_at.tolist() == ((plan.recorded.astype(np.int64) - 7 * 3600) * 1000)[order].tolist()
    assert bool((log.events.actor >= 0).all())
    assert len(np.unique(log.cases.applicant)) == len(np.unique(plan.applicant))


def test_days_of_appointment_are_those_of_the_plan(plan, read):
    cases = read.store.whole().cases
    assert bool((cases.recorded_due != NO_TIME).all())
    local_day = (cases.recorded_due + 7 * 3_600_000) // 86_400_000
    assert local_day.tolist() == plan.appointed.tolist()
    assert cases.code_day.tolist() == plan.received_day.tolist()


def test_papers_are_flags(read):
    log = read.store.whole()
    kind = log.names.kinds[log.events.activity]
    digitised = log.events.flags[kind == Kind.DIGITISED]
    assert bool((digitised == HAS_FILE | IS_SIGNED).all())
    assert bool((log.events.flags[kind == Kind.RELEASED] & HAS_DOCUMENT > 0).any())
    assert not (log.events.flags[kind == Kind.RECEIVED]).any()


@pytest.mark.parametrize("piece", [7, 1_000])
def test_a_year_written_in_pieces_is_the_same_byte_for_byte(plan, tmp_path, piece):
    whole, pieces = (write_year(plan, tmp_path / name, piece=n) for name, n in (("whole", 10**9), ("pieces", piece)))
    assert pieces["log"].read_bytes() == whole["log"].read_bytes()
    assert pieces["truth"].read_bytes() == whole["truth"].read_bytes()
