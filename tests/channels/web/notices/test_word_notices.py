"""Notices of documents that wait for a word: who may say it for the body is told, until it is said."""

import re

import pytest

from baro.channels.mail.digests import digest_of
from baro.desk.notices import notices_for
from baro.desk.permission import asker
from baro.records.models import Account
from channels.web.imports.people import person
from channels.web.notices.test_notices import NOW, know
from channels.web.organisation.office import see
from channels.web.processes.test_alike import SHORT, USUAL
from channels.web.tasks.a_task_world import GIVER, LEAD, as_, build, entered, written

pytestmark = pytest.mark.django_db
DIRECTIVES, OPINIONS = "văn bản chỉ đạo đơn vị chưa ghi là đã nắm", "dự thảo quy trình chờ đơn vị cho ý kiến"
PAGE = "/thong-bao/"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)
    person("soan", "division_head", GIVER)


def told(name: str) -> list[str]:
    """What of documents somebody is told, as "1 …"."""
    page = see(as_(name), PAGE)
    return [found[0] for words in (DIRECTIVES, OPINIONS) if (found := re.search(rf"\d+ {words}", page))]


def drafted(**said: str) -> str:
    """Begin a draft with its steps; gives its page."""
    form = {"unit": f"Cơ quan {GIVER}", "kind": "internal", "code": "QT-9", "name": "Sao lục", "reason": "Chưa có.", "rows": USUAL, "total": ""}  # fmt: skip
    return str(as_("soan").post("/quy-trinh/du-thao/moi", form | said)["Location"])


def asked(there: str, by_day: str = written(-5)) -> None:
    answer = as_("soan").post(f"{there}xin-y-kien", {"body_1": f"Cơ quan {LEAD}", "by_day": by_day})
    assert answer.status_code == 302


def digest(name: str) -> list[str]:
    who = asker(Account.objects.get(username=name), at=NOW)
    letter = digest_of(notices_for(who), who, "a@b", agency="Sở", origin="https://x")
    return [line for one in letter.told for line in one.lines]


def test_a_directive_is_told_to_who_takes_note_for_the_body_until_they_did():
    there = entered(as_("giao"), acknowledge_by=written(-3))
    assert (told("chu"), told("khac"), told("lam")) == ([f"1 {DIRECTIVES}"], [], [])
    page = as_("chu").get(PAGE).content.decode()
    assert f'href="{there}"' in page
    assert f"đến hết {written(-3)}" in see(as_("chu"), PAGE)
    assert digest("chu") == [f"Cơ quan {LEAD}, đến hết {written(-3)}"]
    assert as_("chu").post(f"{there}/nam/{LEAD}", {"on": written()}).status_code == 302
    assert told("chu") == []


def test_one_that_was_withdrawn_is_told_no_more():
    there = entered(as_("giao"))
    assert told("chu") == [f"1 {DIRECTIVES}"]
    assert as_("giao").post(f"{there}/rut", {"reason": "Ghi nhầm."}).status_code == 302
    assert told("chu") == []


def test_an_opinion_is_asked_of_who_speaks_for_the_body_and_asked_anew_of_other_steps():
    there = drafted()
    assert told("chu") == []
    asked(there)
    assert (told("chu"), told("khac"), told("soan"), told("lam")) == ([f"1 {OPINIONS}"], [], [], [])
    assert as_("chu").post(f"{there}y-kien/{LEAD}", {"opinion": "agrees"}).status_code == 302
    assert told("chu") == []
    assert as_("soan").post(f"{there}bang-buoc", {"rows": SHORT, "total": ""}).status_code == 302
    assert told("chu") == [f"1 {OPINIONS}"]
    assert as_("soan").post(f"{there}thoi", {"words": "Không cần nữa."}).status_code == 302
    assert told("chu") == []


def test_who_knows_is_told_again_when_another_comes():
    asked(drafted())
    assert know(as_("chu"), "du-thao-cho-y-kien").status_code == 302
    page = see(as_("chu"), PAGE)
    assert "Không có gì mới" in page
    asked(drafted(code="QT-10", name="Lưu trữ"))
    assert "1 việc mới kể từ khi bạn ghi đã biết" in see(as_("chu"), PAGE)
