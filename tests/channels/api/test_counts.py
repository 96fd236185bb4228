"""Counts of a period by programs: the same figures as on the page; a word that means nothing is refused."""

from datetime import timedelta

import pytest

from baro.rules.counted.periods import YEAR, period_of
from channels.api.test_questions import Program, code
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, as_, build, now, opened, tell

pytestmark = pytest.mark.django_db
PAGE = "/lien-thong/so-lieu"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def _handled():
    """One dossier went through both legs, late."""
    lead, land, ago = as_("van"), as_("dat"), timedelta(days=30)
    there = opened(lead, ago=ago)
    tell(lead, there, "1/gui", ago - timedelta(hours=1), document="1/PC")
    tell(lead, there, "1/tra-loi", timedelta(minutes=3), document="2/TB")
    tell(lead, there, "2/gui", timedelta(minutes=2), document="3/PC")
    tell(land, there, "2/tra-loi", timedelta(minutes=1), document="4/TB")


@pytest.mark.usefixtures("_handled")
def test_joint_dossiers_are_counted_in_the_three_ways_of_the_page(client):
    received = now() - timedelta(days=30)
    year, month = period_of(received.date(), YEAR).written, period_of(received.date()).written
    program = Program(client, "clerk", LEAD)
    told = program.get(f"joint-counts?ky={month}").json()
    page = as_("van").get(f"{PAGE}?ky={month}").content.decode()
    assert (told["period"], told["submissions"]) == (month, 1)
    assert f"{told['submissions']} lần nộp, thành {told['dossiers']} hồ sơ ở các cơ quan" in " ".join(page.split())
    agencies = {one["agency"]: one for one in told["agencies"]}
    assert agencies[LEAD]["dossiers"] == 1
    assert sum(one["dossiers"] for one in told["agencies"]) == told["dossiers"]
    assert agencies.keys() == {LEAD, LAND, TAX}
    assert agencies[LEAD]["late"] > 0  # what is told late counts when it is told: the lead held it until then
    assert all(one["late"] <= one["held"] for one in told["agencies"])
    assert program.get(f"joint-counts?ky={year}").json()["submissions"] == 1


@pytest.mark.usefixtures("_handled")
def test_joint_dossiers_of_others_are_not_counted(client):
    month = period_of((now() - timedelta(days=30)).date()).written
    told = Program(client, "clerk", "b-khac").get(f"joint-counts?ky={month}").json()
    assert (told["submissions"], told["agencies"]) == (0, [])
    assert Program(client, "api_reader", LEAD).get(f"joint-counts?ky={month}").json()["submissions"] == 1


def test_without_a_period_it_is_this_month(client):
    told = Program(client, "clerk", LEAD).get("joint-counts").json()
    assert told["period"] == period_of(now().date()).written


@pytest.mark.parametrize("words", ["ky=2024-13", "ky=thang-nay", "la=1"])
def test_a_word_that_means_nothing_is_refused(client, words):
    answer = Program(client, "clerk", LEAD).get(f"joint-counts?{words}")
    assert code(answer) == (422, "api.malformed")
    assert words.partition("=")[0] in answer.json()["sentence"]


def test_who_reads_no_joint_dossier_reads_no_count(client):
    assert code(Program(client, "api_client", LEAD).get("joint-counts")) == (403, "access.denied")
