"""How long a proposal holds is the authority's to set; what is no number of days is refused with its place."""

import pytest

from baro.app.home_settings import read_home_settings
from baro.rules.prescribed.refusals import Refused


def test_the_days_are_read(tmp_path):
    (tmp_path / "baro.toml").write_text("proposal_days = 10\n")
    assert read_home_settings(tmp_path).proposal_days == 10


def test_without_the_line_the_rule_says_how_many(tmp_path):
    assert read_home_settings(tmp_path).proposal_days is None


@pytest.mark.parametrize("told", ["0", "366", "-1", "true", '"10"', "1.5"])
def test_what_is_no_number_of_days_is_refused(tmp_path, told):
    (tmp_path / "baro.toml").write_text(f"proposal_days = {told}\n")
    with pytest.raises(Refused) as refused:
        read_home_settings(tmp_path)
    assert "proposal_days là số ngày, từ 1 đến 365" in refused.value.facts["reason"]


@pytest.mark.parametrize("told", ["-1", "1441", "true", '"10"', "1.5"])
def test_what_is_no_number_of_minutes_is_refused(tmp_path, told):
    (tmp_path / "baro.toml").write_text(f"slip_minutes = {told}\n")
    with pytest.raises(Refused) as refused:
        read_home_settings(tmp_path)
    assert "slip_minutes là số phút, từ 0 đến 1440" in refused.value.facts["reason"]


def test_no_minute_at_all_may_be_set(tmp_path):
    assert read_home_settings(tmp_path).slip_minutes is None
    (tmp_path / "baro.toml").write_text("slip_minutes = 0\n")
    assert read_home_settings(tmp_path).slip_minutes == 0
