"""Whether a task is clear by the slogans."""

import pytest

from baro.rules.judged.clarity import clarity
from baro.rules.judged.tasks.clear import TASK_NEEDS, ClearTask
from baro.rules.prescribed.clarity import SETS, Need, set_called
from rules.judged.tasks.a_task import now

CLEAR = {"product": "Báo cáo", "leader": "Giám đốc"}


def unclear(told: str, slogan: str = "6-ro", *, has_lead: bool = True, **changes) -> dict[str, tuple[str, ...]]:
    asked = ClearTask(now=now(told, **{"on": 12} | CLEAR | changes), has_lead=has_lead)
    return {one.criterion.key: one.missing for one in clarity(asked, set_called(slogan), TASK_NEEDS) if one.missing}


@pytest.mark.parametrize(
    ("told", "changes", "missing"),
    [
        ("nguoi@2=an", {"on": 5}, set()),
        ("", {"on": 5}, {"nguoi", "trach-nhiem"}),
        ("nop@5", {}, set()),  # with the assigner nobody of the lead must be named
        ("nguoi@2=an", {"on": 5, "due": None}, {"thoi-gian"}),
        ("nguoi@2=an", {"on": 5, "product": " "}, {"san-pham"}),
        ("nguoi@2=an", {"on": 5, "leader": ""}, {"tham-quyen"}),
        ("nguoi@2=an", {"on": 5, "has_lead": False}, {"trach-nhiem", "tham-quyen"}),
        ("nguoi@2=an", {"on": 5, "content": ""}, {"viec"}),
    ],
)
def test_what_a_task_does_not_tell_is_missing_where_a_slogan_asks_for_it(told, changes, missing):
    assert set(unclear(told, **changes)) == missing


@pytest.mark.parametrize(
    ("told", "is_followed"), [("", False), ("ghi@9", False), ("ghi@11", True), ("xin@11=20", True)]
)
def test_a_late_task_must_have_been_spoken_of_since_its_day(told, is_followed):
    assert ("kiem-tra" not in unclear(told, "3-ro")) is is_followed
    assert "kiem-tra" not in unclear(told, "3-ro", on=10)


def test_every_criterion_of_every_slogan_asks_a_task_for_something():
    needs = set(TASK_NEEDS)
    assert all(needs & set(one.needs) for told in SETS for one in told.criteria)
    assert needs < set(Need)
