"""Tasks counted by programs: by who leads them, from week to week, with whom they lie; who is hidden from a reader's key."""

import re

import pytest

from baro.rules.counted.periods import YEAR, period_of
from channels.api.test_questions import Program, code
from channels.api.test_tasks import asked, day, told
from channels.web.tasks.a_task_world import GIVER, LEAD, as_, build, today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def giver(client):
    return Program(client, "unit_head", GIVER)


@pytest.fixture
def _given(giver, client):
    """One task late and handed to somebody, one sent back, one with nobody yet."""
    lead = Program(client, "division_head", LEAD)
    made = [
        giver.post("tasks", asked(assigned_on=day(9 if due == 5 else 0), due_on=day(due)), f"giao-viec-{due}").json()["task"]["id"]
        for due in (5, -5, -9)
    ]  # fmt: skip
    lead.post(f"tasks/{made[0]}/events", told("handed", LEAD, holder="p-lam"), "giao-nguoi-1")
    lead.post(f"tasks/{made[1]}/events", told("submitted", LEAD), "nop-lan-1")
    giver.post(f"tasks/{made[1]}/events", told("returned", GIVER, words="Thiếu số."), "lam-lai-1")


def year() -> str:
    return period_of(today(), YEAR).written


@pytest.mark.usefixtures("_given")
def test_tasks_are_counted_by_who_leads_them_as_on_the_page(giver):
    found = giver.get(f"task-counts?ky={year()}").json()
    assert (found["period"], found["on"]) == (year(), day())
    counts = found["counts"]
    assert (counts["given"], counts["open_late"], counts["open_in_time"], counts["returned"]) == (3, 1, 2, 1)
    assert (counts["done_on_time"], counts["on_time_of"]) == (0, 1)  # what is still in time says nothing yet
    assert found["leads"] == [{"lead": LEAD, "counts": counts}]
    assert giver.get("task-counts").json() == found
    page = as_("giao").get(f"/nhiem-vu/so-lieu?ky={year()}").content.decode()
    shown = dict(re.findall(r'href="/nhiem-vu/\?dem=([a-z_]+)[^"]*">\s*(\d+)\s*<', page))
    assert shown
    assert {name: int(figure) for name, figure in shown.items()} == {name: counts[name] for name in shown}
    before = giver.get("task-counts?ky=2020").json()
    assert (before["counts"]["given"], before["leads"]) == (0, [])


@pytest.mark.usefixtures("_given")
def test_each_week_carries_what_the_one_before_left(giver):
    weeks = giver.get("task-counts").json()["weeks"]
    assert len(weeks) == 8
    assert all(one["carried"] + one["given"] - one["closed"] == one["left"] for one in weeks)
    assert [one["left"] for one in weeks[:-1]] == [one["carried"] for one in weeks[1:]]
    assert (weeks[-1]["left"], weeks[-1]["late"]) == (3, 1)


@pytest.mark.usefixtures("_given")
def test_what_lies_with_whom_is_told_and_who_is_hidden_from_a_readers_key(giver, client):
    loads = giver.get("task-counts").json()["loads"]
    assert {(one["body"], one["holder"], one["open"], one["late"]) for one in loads} == {
        (LEAD, "", 2, 0), (LEAD, "p-lam", 1, 1),
    }  # fmt: skip
    seen = Program(client, "api_reader", GIVER).get("task-counts").json()["loads"]
    assert {(one["holder"], tuple(one["hidden"]), one["open"]) for one in seen} == {
        ("", (), 2), (None, ("holder",), 1),
    }  # fmt: skip


@pytest.mark.usefixtures("_given")
def test_tasks_of_others_are_not_counted(client):
    found = Program(client, "division_head", "b-khac").get("task-counts").json()
    assert (found["counts"]["given"], found["leads"], found["weeks"], found["loads"]) == (0, [], [], [])


@pytest.mark.parametrize("words", ["ky=2024-13", "ky=nam-nay", "la=1"])
def test_a_word_that_means_nothing_is_refused(giver, words):
    answer = giver.get(f"task-counts?{words}")
    assert code(answer) == (422, "api.malformed")
    assert words.partition("=")[0] in answer.json()["sentence"]


def test_who_reads_no_task_reads_no_count(client):
    assert code(Program(client, "api_client", GIVER).get("task-counts")) == (403, "access.denied")
