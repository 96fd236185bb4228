"""Notices: counted within one's own reach, opened as the list they count, known until more comes or their day."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from baro.desk import permission
from baro.desk.notices import notices_for
from baro.records.erasure import erase
from baro.records.models import BriefingConclusionRow, Dossier, LedgerEntry, NoticeKnownRow, SignalQuestionRow
from baro.records.projections.dossier_counts import count_anew
from baro.rules.judged.deadlines.classes import TimeClass
from channels.web.imports.people import person
from channels.web.organisation.office import see, text_of

pytestmark = pytest.mark.django_db
AS_OF = datetime(2024, 4, 19, 3, tzinfo=UTC)  # a Friday, 10:00 in Vietnam
MIDNIGHT = datetime(2024, 4, 19, 17, tzinfo=UTC)  # the Friday is over
NOW = datetime.now(UTC)  # noqa: TID251 pages read the clock
TODAY = (NOW + timedelta(hours=7)).date()
TOMORROW = f"{TODAY + timedelta(days=1):%d/%m/%Y}"


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def dossier(k: int, due: datetime, kind: TimeClass, body: str = "b-so") -> None:
    Dossier.objects.whole().create(
        id=f"s:{k:03}", source="s", body=body, code=f"H{k:03}", unit="Phòng Một", received_at=AS_OF - timedelta(days=30),
        last_event_at=AS_OF, due_at=due, due_on=(due - timedelta(seconds=1) + timedelta(hours=7)).date(), event_count=1,
        time_class=kind, due_source=0, why_not=0, as_of=AS_OF, first_batch="b", last_batch="b", segment="x", place=k,
        digest="", holder_kind=0,
    )  # fmt: skip
    count_anew(body, ())


def some_dossiers() -> None:
    """Two late; three due by the Wednesday, of which one today; one later; one of another agency."""
    dossier(1, MIDNIGHT - timedelta(days=3), TimeClass.PENDING_LATE)
    dossier(2, MIDNIGHT - timedelta(days=1), TimeClass.PENDING_LATE)
    dossier(3, MIDNIGHT, TimeClass.PENDING_ON_TIME)
    dossier(4, MIDNIGHT + timedelta(days=3), TimeClass.PENDING_ON_TIME)
    dossier(5, MIDNIGHT + timedelta(days=5), TimeClass.PENDING_ON_TIME)
    dossier(6, MIDNIGHT + timedelta(days=6), TimeClass.PENDING_ON_TIME)
    dossier(7, MIDNIGHT, TimeClass.PENDING_LATE, "b-khac")


def question(k: int, by: str, days: int, *, answered: bool = False, body: str = "b-so") -> None:
    SignalQuestionRow.objects.whole().create(
        id=f"q{k}.1", dossier=f"s:{k:03}", body=body, signal=1, asked_by=by, asked_at=NOW - timedelta(days=9),
        reply_by=TODAY + timedelta(days=days), answered_at=NOW - timedelta(days=1) if answered else None,
        answered_by="p-ai" if answered else "",
    )  # fmt: skip


def conclusion(k: int, days: int, body: str = "b-so") -> None:
    BriefingConclusionRow.objects.whole().create(
        id=f"k{k}", briefing="b", body=body, monday=TODAY, words=f"Việc {k}.", lead="Phòng Một",
        due_on=TODAY + timedelta(days=days), made_by="p-ai", made_at=NOW,
    )  # fmt: skip


def as_(name: str, role: str, unit: str = "b-so") -> Client:
    client = Client()
    client.force_login(person(name, role, unit))
    return client


def badge(client: Client) -> str:
    """The number beside the name in the rail; "" if there is none."""
    found = re.search(r'class="rail-count">(\d+)<', client.get("/to-chuc/").content.decode())
    return found[1] if found else ""


def test_counts_open_the_list_they_count():
    some_dossiers()
    head = as_("lan", "division_head")
    told = see(head, "/thong-bao/")
    assert "2 thông báo chờ bạn; hồ sơ tính đến 10:00 19/04/2024." in told
    assert "2 hồ sơ chưa xong, đã quá hạn" in told
    assert "3 hồ sơ đến hạn trong 3 ngày làm việc tới" in told
    assert "Phòng Một : 3 hồ sơ" in told.replace("Một:", "Một :")
    page = head.get("/thong-bao/").content.decode()
    (near,) = {one.replace("&amp;", "&") for one in re.findall(r'"(/ho-so/\?luc=[^"]*)"', page) if "don-vi" not in one}
    listed = see(head, near)
    assert [code for code in ("H001", "H002", "H003", "H004", "H005", "H006", "H007") if code in listed] == [
        "H003", "H004", "H005",
    ]  # fmt: skip
    assert "đến hạn trong 3 ngày làm việc tới, chưa xong" in listed


@pytest.mark.parametrize(
    ("role", "unit", "told", "untold"),
    [
        ("division_head", "b-so", ["2 hồ sơ chưa xong", "1 câu hỏi về dấu hiệu đã quá", "2 câu hỏi về dấu hiệu chờ",
                                   "1 kết luận giao ban chưa xong", "1 kết luận giao ban đến hạn", "Việc 1."], ["Việc 3."]),
        ("tthc_control", "b-so", ["2 hồ sơ chưa xong"], ["câu hỏi về dấu hiệu chờ", "kết luận giao ban đến", "Việc 1."]),
        ("clerk", "b-so", ["2 hồ sơ chưa xong"], ["câu hỏi về dấu hiệu chờ", "kết luận giao ban đến"]),
        ("division_head", "b-khac", ["1 hồ sơ chưa xong"], ["H001", "câu hỏi về dấu hiệu chờ", "kết luận giao ban đến"]),
        ("council_member", "b-so", ["Không có thông báo nào."], ["hồ sơ chưa xong,"]),
        ("business_admin", "b-so", ["Không có thông báo nào."], ["hồ sơ chưa xong,"]),
        ("", "b-so", ["Không có thông báo nào."], ["hồ sơ chưa xong,"]),
    ],
)  # fmt: skip
def test_who_is_told_of_what(role, unit, told, untold):
    some_dossiers()
    for k, days in ((1, -1), (2, 0), (3, 5)):
        question(k, "p-kia", days)
    conclusion(1, -1)
    conclusion(2, 1)
    conclusion(3, 30)
    page = see(as_("lan", role, unit), "/thong-bao/")
    assert [one for one in told if one not in page] == []
    assert [one for one in untold if one in page] == []


def test_who_asked_is_told_of_the_answer_and_nobody_else():
    question(1, "p-hoi", 3, answered=True)
    asked, other = as_("hoi", "inspector"), as_("kia", "inspector")
    assert "1 câu hỏi của bạn đã được giải trình, chờ kết luận" in see(asked, "/thong-bao/")
    assert "Không có thông báo nào." in see(other, "/thong-bao/")


def test_who_may_no_more_read_is_told_no_more():
    question(1, "p-hoi", 3, answered=True, body="b-khac")
    assert "Không có thông báo nào." in see(as_("hoi", "inspector", "b-so"), "/thong-bao/")


def know(client: Client, slug: str, **said: str):
    there = f"/thong-bao/{slug}/da-biet"
    page = client.get(there).content.decode()
    seen = {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("count", "until")}
    return client.post(there, {"reason": "Đang bổ sung người.", **seen, **said})


def test_what_is_known_leaves_in_peace_until_more_comes():
    some_dossiers()
    head = as_("lan", "division_head")
    assert badge(head) == "2"
    assert know(head, "ho-so-qua-han").status_code == 302
    assert badge(head) == "1"
    told = see(head, "/thong-bao/")
    assert told.index("Đã biết") < told.index("Đang bổ sung người.")
    assert "khi có việc mới" in told
    dossier(8, AS_OF + timedelta(hours=1), TimeClass.PENDING_LATE)  # a later delivery tells of one more
    told = see(head, "/thong-bao/")
    assert "3 hồ sơ chưa xong, đã quá hạn" in told
    assert "Trở lại vì 1 việc mới kể từ khi bạn ghi đã biết." in told
    assert badge(head) == "2"


def test_what_is_known_comes_back_on_its_day_if_it_still_holds():
    some_dossiers()
    head = as_("lan", "division_head")
    assert know(head, "ho-so-qua-han", next_on=TOMORROW).status_code == 302
    assert TOMORROW in see(head, "/thong-bao/")
    NoticeKnownRow.objects.whole().update(next_on=TODAY)
    assert "Trở lại vì đến ngày nhắc lại." in see(head, "/thong-bao/")
    Dossier.objects.whole().filter(time_class=TimeClass.PENDING_LATE).delete()
    count_anew("b-so", ())
    assert "quá hạn" not in see(head, "/thong-bao/").replace("Hồ sơ quá hạn, sắp", "")


def test_what_came_after_the_form_was_opened_is_not_known():
    some_dossiers()
    head = as_("lan", "division_head")
    page = head.get("/thong-bao/ho-so-qua-han/da-biet").content.decode()
    seen = {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("count", "until")}
    dossier(8, AS_OF - timedelta(days=9), TimeClass.PENDING_LATE)
    assert head.post("/thong-bao/ho-so-qua-han/da-biet", {"reason": "Biết.", **seen}).status_code == 302
    assert NoticeKnownRow.objects.whole().get().count == 2
    assert "Trở lại vì 1 việc mới" in see(head, "/thong-bao/")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"reason": ""}, "Xin ghi mục này"), ({"reason": "  "}, "Xin ghi"), ({"next_on": "01/01/2020"}, "phải sau hôm nay"),
        ({"next_on": "31/12/2199"}, "xa quá 366 ngày"), ({"next_on": "mai"}, "không có trong lịch"),
    ],
)  # fmt: skip
def test_a_bad_word_records_nothing(said, wrong):
    some_dossiers()
    answer = know(as_("lan", "division_head"), "ho-so-qua-han", **said)
    assert answer.status_code == 422
    assert wrong in text_of(answer)
    assert not NoticeKnownRow.objects.whole().exists()


def test_known_twice_is_refused_and_what_is_not_there_is_not_found():
    some_dossiers()
    head = as_("lan", "division_head")
    know(head, "ho-so-qua-han")
    assert "đã ghi là đã biết" in text_of(know(head, "ho-so-qua-han"))
    assert head.get("/thong-bao/ket-luan-qua-han/da-biet").status_code == 404
    assert head.get("/thong-bao/khong-co/da-biet").status_code == 404


def test_it_is_ones_own_alone_and_the_ledger_holds_no_word_of_it():
    some_dossiers()
    know(as_("lan", "division_head"), "ho-so-qua-han")
    assert "2 hồ sơ chưa xong, đã quá hạn" in see(as_("minh", "division_head"), "/thong-bao/")
    assert "Đang bổ sung" not in see(as_("an", "unit_head"), "/thong-bao/")
    (entry,) = LedgerEntry.objects.filter(stream="notice/p-lan.dossiers_late")
    told = json.loads(bytes(entry.body))
    assert told["act"] == "notice.acknowledged"
    assert told["data"]["count"] == 2
    assert "bổ sung" not in bytes(entry.body).decode()


def test_what_was_said_can_be_erased_and_it_stays_known():
    some_dossiers()
    head = as_("lan", "division_head")
    know(head, "ho-so-qua-han")
    erase("notice/p-lan.dossiers_late", ground="consent_withdrawn", actor="u-1", second="u-2", at=NOW)
    told = see(head, "/thong-bao/")
    assert "(nội dung đã hủy)" in told
    assert "Đang bổ sung" not in told
    assert badge(head) == "1"


@pytest.mark.parametrize("rows", [3, 40])
def test_counting_costs_so_many_statements_however_many_there_are(rows):
    for k in range(rows):
        dossier(k, MIDNIGHT, TimeClass.PENDING_LATE)
        question(k, "p-lan", 3, answered=k % 2 == 0)
    account = person("lan", "division_head")
    asker = permission.asker(account, at=NOW)
    with CaptureQueriesContext(connection) as asked:
        notices_for(asker)
    reads = [q for q in asked.captured_queries if q["sql"].lstrip().upper().startswith(("SELECT", "WITH"))]
    assert len(reads) <= {"sqlite": 13, "postgresql": 26}[connection.vendor]
