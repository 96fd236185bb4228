"""The right of reply on pages: a supervisor asks, the unit explains, the supervisor concludes; all of it in the ledger."""

import json
import re
from datetime import timedelta

import pytest

from app.deliveries import AT, bring
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.erasure import erase
from baro.records.models import Dossier, LedgerEntry, SignalQuestionRow
from channels.web.dossiers.test_pages import LATE, OPEN, as_, rows
from channels.web.imports.people import person
from channels.web.organisation.office import see, text_of

pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")


@pytest.fixture(autouse=True)
def _asked(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("hoi", "tthc_control", "b-so")
    person("dap", "division_head", "b-so")
    person("truong", "unit_head", "b-so")
    person("khac", "tthc_control", "b-khac")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)
    Dossier.objects.whole().filter(code=LATE).update(signals=1 << 3 | 1 << 5)
    Dossier.objects.whole().filter(code=OPEN).update(signals=0)


def page_of(code: str = LATE) -> str:
    return f"/ho-so/{Dossier.objects.whole().get(code=code).pk}/"


def ask(client, words: str = "Ai giữ hồ sơ từ ngày 08/03?", day: str = "31/12/2199"):
    return client.post(f"{page_of()}hoi/3", {"words": words, "reply_by": day})


def link(client, word: str) -> str:
    found = re.search(rf'href="([^"]+/{word}/[^"]+)"', client.get(page_of()).content.decode())
    return found[1] if found else ""


def test_asked_answered_judged():
    hoi, dap = as_("hoi"), as_("dap")
    assert "hẹn lại ngày trả vượt quá 1 lần" in see(hoi, f"{page_of()}hoi/3")
    assert ask(hoi).status_code == 302
    assert "Ai giữ hồ sơ từ ngày 08/03?" in see(dap, page_of())
    assert "1 câu hỏi chờ đơn vị giải trình." in see(dap, "/cau-hoi/")
    assert "Giải trình 1 câu hỏi" in see(dap, "/")
    assert not link(hoi, "giai-trinh")  # who asks does not answer
    assert dap.post(link(dap, "giai-trinh"), {"answer": "Chờ ý kiến cơ quan thuế."}).status_code == 302
    assert not link(dap, "ket-luan")
    assert "Kết luận 1 giải trình" in see(hoi, "/")
    assert "Chờ ý kiến cơ quan thuế." in see(hoi, link(hoi, "ket-luan"))
    hoi.post(link(hoi, "ket-luan"), {"verdict": "explained", "reason": "Có văn bản số 12."})
    told = see(hoi, page_of())
    assert "đã giải trình thỏa đáng" in told
    assert "Có văn bản số 12." in told
    assert "Hỏi đơn vị lần nữa" in told
    assert LATE in see(hoi, "/cau-hoi/?tinh-trang=da-ket-luan")


def test_the_ledger_tells_it_and_holds_no_word_of_it():
    ask(as_("hoi"))
    dap = as_("dap")
    dap.post(link(dap, "giai-trinh"), {"answer": "Vì thiếu người."})
    bodies = [
        bytes(e.body).decode() for e in LedgerEntry.objects.filter(stream__startswith="signal/").order_by("version")
    ]
    assert [json.loads(body)["act"] for body in bodies] == ["signal.asked", "signal.answered"]
    assert not any("thiếu người" in body or "Ai giữ" in body for body in bodies)


def test_what_was_said_can_be_erased_and_that_it_was_said_stays():
    ask(as_("hoi"))
    dap = as_("dap")
    dap.post(link(dap, "giai-trinh"), {"answer": "Vì thiếu người."})
    stream = LedgerEntry.objects.filter(stream__startswith="signal/")[0].stream
    erase(stream, ground="dpo_order", actor="goc", second="khac", at=AT + timedelta(days=1000))
    left = SignalQuestionRow.objects.whole().get()
    assert (left.words, left.answer, left.answered_by) == ("", "", "p-dap")
    assert "(nội dung đã hủy)" in see(dap, page_of())


def test_a_question_is_asked_once_at_a_time_and_only_of_what_is_raised():
    hoi = as_("hoi")
    ask(hoi)
    assert "đang được hỏi" in text_of(ask(hoi))
    assert SignalQuestionRow.objects.whole().count() == 1
    assert hoi.get(f"{page_of()}hoi/4").status_code == 404
    assert hoi.get(f"{page_of(OPEN)}hoi/3").status_code == 404


def test_a_bad_form_says_where_and_records_nothing():
    hoi = as_("hoi")
    assert "đã qua" in text_of(ask(hoi, day="01/01/2020"))
    assert ask(hoi, day="hôm sau").status_code == 422
    ask(hoi)
    dap = as_("dap")
    assert dap.post(link(dap, "giai-trinh"), {"answer": "  "}).status_code == 422
    assert SignalQuestionRow.objects.whole().get().answer == ""


def test_who_answered_does_not_judge_and_nobody_judges_before_the_day():
    hoi, truong = as_("hoi"), as_("truong")
    ask(hoi)
    assert not link(truong, "ket-luan")
    question = SignalQuestionRow.objects.whole().get()
    early = truong.post(f"{page_of()}ket-luan/{question.id}", {"verdict": "confirmed", "reason": "x"})
    assert "chưa thể kết luận" in text_of(early)
    truong.post(link(truong, "giai-trinh"), {"answer": "Có."})
    assert not link(truong, "ket-luan")
    own = truong.post(f"{page_of()}ket-luan/{question.id}", {"verdict": "dismissed", "reason": "x"})
    assert "không tự kết luận" in text_of(own)
    assert SignalQuestionRow.objects.whole().get().verdict == ""


def test_another_agency_sees_and_does_nothing_of_it():
    ask(as_("hoi"))
    khac = as_("khac")
    assert "Chưa có câu hỏi nào" in see(khac, "/cau-hoi/")
    question = SignalQuestionRow.objects.whole().get()
    for address in (f"{page_of()}hoi/3", f"{page_of()}giai-trinh/{question.id}", f"{page_of()}ket-luan/{question.id}"):
        assert khac.get(address).status_code in {403, 404}


def test_a_flag_that_new_data_raise_no_more_keeps_its_question():
    hoi = as_("hoi")
    ask(hoi)
    Dossier.objects.whole().filter(code=LATE).update(signals=0)
    assert "Dữ liệu mới không còn nêu dấu hiệu này." in see(hoi, page_of())
