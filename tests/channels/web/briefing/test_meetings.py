"""The meeting: lateness explained, a promise held to, the week frozen as it stood, conclusions first until they are done."""

import io
import json
import re
from datetime import UTC, datetime, timedelta

import docx
import pytest

from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.models import (
    BriefingConclusionRow,
    BriefingRow,
    Dossier,
    InternalRun,
    LatenessExplanationRow,
    LedgerEntry,
)
from baro.records.projections.dossier_counts import count_anew
from baro.rules.judged.deadlines.classes import TimeClass
from channels.web.briefing.test_briefing import AS_OF, WEEK, as_
from channels.web.imports.people import AT, person
from channels.web.organisation.office import see, text_of

pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")
OLD = "s:001"
HERE_NOW = datetime.now(UTC) + timedelta(hours=7)  # noqa: TID251 pages read the clock
TODAY, TOMORROW = f"{HERE_NOW:%d/%m/%Y}", f"{HERE_NOW + timedelta(days=1):%d/%m/%Y}"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("lan", "division_head", "b-so")
    person("doan", "inspector", "b-so")
    person("khac", "tthc_control", "b-khac")
    describe_source(Description(code="s", name="Một cửa", unit="b-so"), KEEPER, AT)
    begins = WEEK.begins - timedelta(days=9)
    for k, ended in enumerate((None, None, WEEK.begins + timedelta(days=1))):
        due = begins + timedelta(days=2 + k)
        Dossier.objects.whole().create(
            id=f"s:{k:03}", source="s", body="b-so", code=f"H{k:03}", unit="Phòng Một", received_at=begins, last_event_at=begins,
            due_at=due, due_on=due.date(), ended_at=ended, event_count=1, due_source=0, why_not=0, as_of=AS_OF,
            time_class=TimeClass.LATE if ended else TimeClass.PENDING_LATE, first_batch="b", last_batch="b", segment="x",
            place=k, digest="", holder_unit="Phòng Một", holder_person="Nguyễn Thị Lan", holder_kind=-1 if ended else 0,
        )  # fmt: skip
    count_anew("b-so", ())


def week(name: str, monday=WEEK) -> str:
    return see(as_(name), f"/giao-ban/?tuan={monday.written}")


def freeze(client, body: str = "b-so"):
    return client.post(f"/giao-ban/chot/{body}/{WEEK.written}")


def test_lateness_is_explained_and_the_promise_stands_on_its_week():
    answer = as_("lan").post(
        f"/giao-ban/nguyen-nhan/{OLD}/", {"cause": "coordination", "words": "Chờ thuế.", "promised_on": TOMORROW}
    )
    assert answer.status_code == 302
    assert f"do phối hợp của cơ quan khác, hẹn {TOMORROW}" in week("lan").replace(" , ", ", ")
    said = LatenessExplanationRow.objects.whole().get()
    due = WEEK.__class__(said.promised_on - timedelta(days=said.promised_on.weekday()))
    assert "chưa đến ngày" in week("lan", due)
    LatenessExplanationRow.objects.whole().update(promised_on=WEEK.sunday)
    assert "không giữ" in week("lan")
    Dossier.objects.whole().filter(pk=OLD).update(ended_at=WEEK.ends - timedelta(hours=2))
    assert "đã giữ" in week("lan")


@pytest.mark.parametrize(
    ("dossier", "said", "wrong"),
    [
        (OLD, {"cause": "other"}, "xin ghi rõ nguyên nhân"), (OLD, {"cause": "agency", "promised_on": "01/01/2020"}, "đã qua"),
        (OLD, {"cause": "khong-co"}, "Chưa ghi gì"),
    ],
)  # fmt: skip
def test_a_bad_explanation_records_nothing(dossier, said, wrong):
    answer = as_("lan").post(f"/giao-ban/nguyen-nhan/{dossier}/", said)
    assert answer.status_code == 422
    assert wrong in text_of(answer)
    assert not LatenessExplanationRow.objects.whole().exists()


def test_what_is_not_late_needs_no_explanation():
    Dossier.objects.whole().filter(pk=OLD).update(time_class=TimeClass.PENDING_ON_TIME)
    assert "không trễ hạn" in text_of(as_("lan").post(f"/giao-ban/nguyen-nhan/{OLD}/", {"cause": "agency"}))


def test_internal_work_is_frozen_beside_the_procedures_and_never_added_to_them():
    begins = WEEK.begins + timedelta(hours=9)
    InternalRun.objects.whole().create(
        id="n:1", source="n", body="b-so", code="N1", unit="Phòng Hai", received_at=begins, last_event_at=begins, due_at=begins,
        due_on=begins.date(), event_count=1, due_source=0, why_not=0, as_of=AS_OF, time_class=TimeClass.PENDING_LATE,
        first_batch="b", last_batch="b", segment="x", place=9, digest="", holder_kind=0,
    )  # fmt: skip
    lan = as_("lan")
    there = freeze(lan)["Location"]
    told = see(lan, there)
    assert "Công việc nội bộ lúc chốt" in told
    assert "Phòng Hai 1 0 0 1 1 0" in told
    assert "Cộng 0 1 1 2 2 0" in told  # the procedures alone
    assert "nay đã khác" not in told
    notice = docx.Document(io.BytesIO(lan.get(f"{there}/tai-ve").content))
    assert "II. CÔNG VIỆC NỘI BỘ TRONG TUẦN" in [p.text for p in notice.paragraphs]
    InternalRun.objects.whole().update(ended_at=WEEK.ends - timedelta(hours=1))
    assert "nay đã khác" in see(lan, there)


def test_a_week_is_frozen_once_as_it_stood_and_tells_what_changed_since():
    lan = as_("lan")
    there = freeze(lan)["Location"]
    told = see(lan, there)
    assert "Phòng Một 0 1 1 2 2 0" in told
    assert "nay đã khác" not in told
    assert "đã chốt" in text_of(freeze(lan))
    Dossier.objects.whole().filter(pk=OLD).update(ended_at=WEEK.ends - timedelta(hours=1))
    changed = see(lan, there)
    assert "Phòng Một nay đã khác 0 1 1 2 2 0" in changed
    assert BriefingRow.objects.whole().count() == 1
    entry = json.loads(bytes(LedgerEntry.objects.get(stream=f"briefing/b-so.{WEEK.written}").body))
    assert entry["data"]["figures"] == [["Phòng Một", [0, 1, 1, 2, 2, 0]]]
    assert entry["data"]["internal"] == []


def test_a_conclusion_stands_first_until_it_is_done():
    lan = as_("lan")
    there = freeze(lan)["Location"]
    said = {"words": "Trả xong hồ sơ H001.", "lead": "Phòng Một", "due_on": TOMORROW}
    assert lan.post(f"{there}/ket-luan", said).status_code == 302
    next_week = week("lan", WEEK.after())
    assert "Việc từ các lần giao ban trước" in next_week
    assert "Trả xong hồ sơ H001. Phòng Một" in next_week
    assert "Thực hiện 1 kết luận giao ban" in see(lan, "/")
    assert "Việc từ các lần giao ban trước" not in week("lan")
    notice = docx.Document(io.BytesIO(lan.get(f"{there}/tai-ve").content))
    assert lan.get(f"{there}/tai-ve?dang=pdf").content[:5] == b"%PDF-"
    assert [cell.text for cell in notice.tables[1].rows[1].cells] == ["Phòng Một", "0", "1", "1", "2", "2", "0"]
    assert notice.tables[2].rows[1].cells[0].text.replace("\xa0", " ") == "Trả xong hồ sơ H001."
    done = re.search(r'href="(/giao-ban/ket-luan/[^"]+/xong)"', lan.get(there).content.decode())[1]
    assert "chưa đến" in text_of(lan.post(done, {"done_on": TOMORROW}))
    assert lan.post(done, {"done_on": TODAY, "result": "Đã trả."}).status_code == 302
    assert "đã xong" in see(lan, there)
    assert "đã ghi là thực hiện xong" in text_of(lan.post(done, {"done_on": TODAY}))
    assert BriefingConclusionRow.objects.whole().get().result == "Đã trả."
    bodies = [bytes(e.body).decode() for e in LedgerEntry.objects.filter(stream__startswith="conclusion/")]
    assert not any("Trả xong" in body or "Đã trả" in body for body in bodies)


@pytest.mark.parametrize(
    "wrong",
    [{"words": ""}, {"lead": " "}, {"due_on": "01/01/2020"}, {"due_on": "mai"}],
    ids=["words", "lead", "past", "day"],
)
def test_a_bad_conclusion_records_nothing(wrong):
    lan = as_("lan")
    there = freeze(lan)["Location"]
    said = {"words": "Trả xong.", "lead": "Phòng Một", "due_on": TOMORROW} | wrong
    assert lan.post(f"{there}/ket-luan", said).status_code == 422
    assert not BriefingConclusionRow.objects.whole().exists()


def test_who_only_looks_changes_nothing_and_another_agency_sees_nothing():
    there = freeze(as_("lan"))["Location"]
    assert "Phòng Một" in see(as_("doan"), there)
    assert "Ghi kết luận" not in see(as_("doan"), there)
    assert as_("doan").post(f"{there}/ket-luan", {}).status_code == 403
    assert as_("khac").get(there).status_code == 404
    assert as_("khac").get(f"{there}/tai-ve").status_code == 404
    assert as_("doan").get(f"{there}/tai-ve").status_code == 403
    assert freeze(as_("khac")).status_code == 404
    assert as_("doan").get(f"/giao-ban/nguyen-nhan/{OLD}/").status_code == 403


def test_a_week_that_the_data_do_not_reach_is_not_frozen():
    far = WEEK.after().after().after()
    answer = as_("lan").post(f"/giao-ban/chot/b-so/{far.written}")
    assert "chưa có gì để chốt" in text_of(answer)
