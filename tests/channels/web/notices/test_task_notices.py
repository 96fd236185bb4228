"""Notices of assigned tasks: who must do something is told, of what "my work" lists; who knows is left in peace until more comes."""

import re

import pytest

from baro.channels.mail.digests import digest_of
from baro.desk.notices import notices_for
from baro.desk.permission import asker
from baro.records.models import Account
from baro.rules.judged.notices import NoticeKind
from channels.web.notices.test_notices import NOW, TODAY, know
from channels.web.organisation.office import see
from channels.web.tasks.a_task_world import as_, assigned, build, tell, written

pytestmark = pytest.mark.django_db
OPEN, DUE = "nhiệm vụ được giao chờ thực hiện", "nhiệm vụ được giao đến hạn trong 3 ngày tới"
LATE, JUDGE = "nhiệm vụ được giao đã quá hạn", "nhiệm vụ chờ bạn nghiệm thu"
PAGE, WORK = "/thong-bao/", "/viec-cua-toi/"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def told(name: str) -> list[str]:
    """What of tasks somebody is told, as "1 …"."""
    page = see(as_(name), PAGE)
    return [found[0] for words in (LATE, DUE, JUDGE, OPEN) if (found := re.search(rf"\d+ {words}", page))]


def test_a_task_is_told_to_who_has_to_act_and_to_nobody_else():
    giver, lead, officer = as_("giao"), as_("chu"), as_("lam")
    there = assigned(giver)
    assert (told("chu"), told("giao"), told("lam"), told("khac"), told("soat")) == ([f"1 {OPEN}"], [], [], [], [])
    tell(lead, there, "giao-nguoi", holder="Cán bộ lam · CB-lam")
    assert (told("chu"), told("lam")) == ([], [f"1 {OPEN}"])
    tell(officer, there, "xin-gia-han", due_on=written(-20))
    assert (told("giao"), told("lam")) == ([f"1 {JUDGE}"], [])
    tell(giver, there, "khong-gia-han")
    tell(officer, there, "nop", document="7/BC")
    assert (told("giao"), told("lam")) == ([f"1 {JUDGE}"], [])
    tell(giver, there, "nghiem-thu", quality="met")
    assert (told("giao"), told("chu"), told("lam")) == ([], [], [])


def test_one_that_is_late_is_told_to_the_head_too_whoever_has_it():
    giver, lead = as_("giao"), as_("chu")
    there = assigned(giver, assigned_on=written(9), due_on=written(2), content="Rà soát quy trình")
    tell(lead, there, "giao-nguoi", holder="Cán bộ lam · CB-lam")
    assert (told("chu"), told("lam"), told("giao")) == ([f"1 {LATE}"], [f"1 {LATE}"], [])
    for name in ("chu", "lam"):
        page = as_(name).get(PAGE).content.decode()
        assert f'href="{there}"' in page
        assert f"{WORK}#nhiem-vu" in page
        assert "Rà soát quy trình" in see(as_(name), WORK)


def test_who_knows_is_told_again_when_another_comes():
    giver, lead = as_("giao"), as_("chu")
    assigned(giver, due_on=written(-2))
    assert told("chu") == [f"1 {DUE}"]
    assert know(lead, "nhiem-vu-sap-den-han").status_code == 302
    assert see(lead, PAGE).count("Không có gì mới") == 1
    assigned(giver, due_on=written(-3), content="Việc khác")
    page = see(lead, PAGE)
    assert f"2 {DUE}" in page
    assert "Trở lại vì 1 việc mới kể từ khi bạn ghi đã biết." in page


def test_the_letter_names_the_days_and_no_words_of_the_task():
    assigned(as_("giao"), due_on=written(-2), content="Việc riêng của ông Nguyễn Văn Thử")
    who = asker(Account.objects.get(username="chu"), at=NOW)
    (notice,) = notices_for(who)
    digest = digest_of([notice], who, "chu@example.vn", agency="Cơ quan", origin="https://ba-ro.example")
    (said,) = digest.told
    assert notice.kind is NoticeKind.TASKS_DUE
    assert said.address == "https://ba-ro.example/viec-cua-toi/#nhiem-vu"
    assert said.lines == [f"Nhiệm vụ giao ngày {TODAY:%d/%m/%Y}, hạn {written(-2)}"]
