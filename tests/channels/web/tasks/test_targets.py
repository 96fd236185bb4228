"""Targets on pages: given, reported, the plan changed in the open, what came of each; bad input; the workbook."""

import pytest

from baro.records.models import TargetActualRow, TargetRow
from baro.records.replay import differences
from channels.web.organisation.office import see, text_of, wrong_fields
from channels.web.tasks.a_task_world import as_, build, entered, today, written

pytestmark = pytest.mark.django_db
LAST = today().year - 1


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def form(**said: str) -> dict[str, str]:
    return {
        "name": "Hồ sơ đúng hạn", "unit": "%", "code": "CT1", "body": "Cơ quan b-chu", "assigner": "Cơ quan b-giao", "directive": "",
        "first": f"01/01/{LAST}", "last": f"31/12/{LAST}", "plan": "95,5", "baseline": "90", "direction": "up", "source": "",
    } | said  # fmt: skip


def given(client, **said: str) -> str:
    answer = client.post("/nhiem-vu/chi-tieu/them", form(**said))
    assert answer.status_code == 302, text_of(answer)
    return str(answer["Location"])


def report(client, there: str, **said: str):
    told = {"upto": f"31/12/{LAST}", "value": "92", "source": "7/BC"} | said
    return client.post(f"{there}/bao-cao", told)


def test_a_target_is_given_reported_changed_and_judged_by_both_plans():
    giver, lead = as_("giao"), as_("chu")
    there = given(giver)
    assert "Chưa báo cáo hết kỳ" in see(lead, there)
    assert report(lead, there, upto=f"30/06/{LAST}", value="1.000,5").status_code == 302
    assert "1.000,5" in see(lead, there)
    assert report(lead, there).status_code == 302
    assert "Không đạt" in see(giver, f"/nhiem-vu/chi-tieu/?nam={LAST}")
    assert giver.post(f"{there}/dieu-chinh", {"plan": "90", "document": "2/QĐ"}).status_code == 302
    told = see(giver, f"/nhiem-vu/chi-tieu/?nam={LAST}&ket-qua=exceeded")
    for words in ("Vượt", "chỉ nhờ điều chỉnh kế hoạch", "đã điều chỉnh 1 lần", "102,2%"):
        assert words in told
    assert "theo kế hoạch đầu thì không đạt" in see(giver, there)
    assert giver.post(f"{there}/rut", {"reason": "Nhầm."}).status_code == 422
    kept = {"target", "target_plan", "target_actual"}
    assert [row for row in differences() if row.facts["table"] in kept] == []
    assert b"".join(giver.get(f"/nhiem-vu/chi-tieu/tai-ve?nam={LAST}").streaming_content)[:2] == b"PK"


def test_a_target_given_by_mistake_is_withdrawn_and_leaves_the_list():
    giver = as_("giao")
    there = given(giver)
    assert giver.post(f"{there}/rut", {"reason": ""}).status_code == 422
    assert giver.post(f"{there}/rut", {"reason": "Nhầm."}).status_code == 302
    assert "Chưa giao chỉ tiêu nào" in see(giver, f"/nhiem-vu/chi-tieu/?nam={LAST}")
    assert "đã rút vì giao nhầm" in see(giver, there)


def test_each_side_does_its_own():
    giver, lead, other = as_("giao"), as_("chu"), as_("khac")
    there = given(giver)
    assert report(giver, there).status_code == 404
    assert report(other, there).status_code == 404
    assert lead.post(f"{there}/dieu-chinh", {"plan": "1", "document": "2/QĐ"}).status_code == 404
    assert as_("lam").post(f"{there}/bao-cao", {}).status_code == 403
    assert not TargetActualRow.objects.exists()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"name": ""}, {"name"}), ({"plan": "1.5"}, {"plan"}), ({"plan": ""}, {"plan"}), ({"body": "Lạ"}, {"body"}),
        ({"last": f"31/12/{LAST - 1}"}, {"last"}), ({"baseline": "x"}, {"baseline"}),
    ],
)  # fmt: skip
def test_a_bad_target_says_where(said, wrong):
    assert set(wrong_fields(as_("giao").post("/nhiem-vu/chi-tieu/them", form(**said)))) == wrong
    assert not TargetRow.objects.exists()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"value": "nhiều"}, "value"),
        ({"upto": written(0)}, "upto"),
        ({"source": " "}, "source"),
        ({"upto": "32/01/2020"}, "upto"),
    ],
)
def test_a_bad_report_says_where(said, wrong):
    there = given(as_("giao"))
    assert set(wrong_fields(report(as_("chu"), there, **said))) == {wrong}


def test_the_years_theme_is_told_by_its_programme():
    giver = as_("giao")
    entered(giver, source="programme", number="1/CTr", subject="Chủ đề năm: kỷ cương", signed_on=written(0))
    told = see(giver, f"/nhiem-vu/chi-tieu/?nam={today().year}")
    assert "Chủ đề năm: kỷ cương" in told
    for odd in ("?nam=abcd", "?nam=0000", "?ket-qua=x&don-vi=%00", "?nam=٢٠٢٦"):
        assert giver.get(f"/nhiem-vu/chi-tieu/{odd}").status_code == 200
