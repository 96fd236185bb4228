"""A joint dossier on pages: opened once, each leg by its own agency or for it, late where it is late, all of it in the ledger."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baro.records.erasure import erase
from baro.records.models import JointDossierRow, JointEventRow, LedgerEntry
from baro.records.replay import differences
from channels.web.imports.people import AT
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, as_, build, links, opened, tell, written
from channels.web.organisation.office import see, text_of, wrong_fields

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def answered_for_tax(chu, there: str) -> None:
    tell(chu, there, "1/gui", 29 * DAY, document="7/CV")
    tell(chu, there, "1/tra-loi", 10 * DAY, document="88/TB")


def test_from_opening_to_the_end():
    chu, dat = as_("chu"), as_("dat")
    there = opened(chu)
    assert "Chưa chặng nào được gửi." in see(chu, there)
    assert links(chu, there) == ["1/gui", "ca-ho-so/ket-thuc"] or "1/gui" in links(chu, there)
    assert links(dat, there) == []
    assert tell(chu, there, "1/gui", document="7/CV").status_code == 302
    assert "đã gửi, chưa xác nhận" in see(chu, there)
    assert "1 chặng đã gửi chưa ai xác nhận" in see(chu, "/lien-thong/")
    assert tell(chu, there, "1/nhan", document="8/TB").status_code == 302
    assert tell(chu, there, "1/tra-loi", document="9/TB").status_code == 302
    tell(chu, there, "2/gui", document="10/CV")
    assert set(links(dat, there)) == {"2/nhan", "2/tra-loi", "2/tra-lai"}
    assert tell(dat, there, "2/nhan").status_code == 302
    assert tell(dat, there, "2/tra-loi").status_code == 302
    assert tell(chu, there, "ca-ho-so/ket-thuc").status_code == 302
    told = see(chu, there)
    assert "Xong quá hạn, có kết quả" in told
    assert "1 hồ sơ" not in see(chu, "/lien-thong/")
    assert "H1" in see(chu, "/lien-thong/?xem=da-xong")
    acts = [
        json.loads(bytes(e.body))["act"]
        for e in LedgerEntry.objects.filter(stream__startswith="joint/").order_by("version")
    ]
    assert acts == [
        "joint.opened", "joint.sent", "joint.acknowledged", "joint.answered", "joint.sent", "joint.acknowledged",
        "joint.answered", "joint.ended",
    ]  # fmt: skip
    kept = {"joint_dossier", "joint_event", "joint_process", "coordination_rule", "work_process"}
    assert [row for row in differences() if row.facts["table"] in kept] == []


def test_the_split_tells_whose_the_lateness_is():
    chu = as_("chu")
    there = opened(chu, ago=60 * DAY)
    tell(chu, there, "1/gui", document="7/CV")  # sent only today: all the lateness until now is the lead's
    told = see(chu, there)
    assert "Quá hạn" in told
    row = told[told.index("Ai giữ, chậm ở đâu") :]
    assert row.index("Cơ quan b-so") < row.index("Cơ quan thuế")
    assert "Cơ quan thuế 0 ngày – –" in row.replace("0,0", "0")


def test_a_sending_told_late_counts_from_when_it_was_recorded_and_an_answer_for_another_as_told():
    chu = as_("chu")
    there = opened(chu)
    answered_for_tax(chu, there)
    told = see(chu, there)
    assert told.count("ghi lúc") >= 3
    assert "tính từ" in told
    events = {row.kind: row for row in JointEventRow.objects.whole().filter(body=LEAD)}
    assert events["sent"].recorded_at - events["sent"].occurred_at > 28 * DAY
    assert events["sent"].entered == "paper"


@pytest.mark.parametrize(
    ("what", "said", "wrong"),
    [
        ("1/gui", {}, {"document"}), ("1/gui", {"document": "7/CV", "happened_at": "hôm qua"}, {"happened_at"}),
        ("1/gui", {"document": "7/CV", "happened_at": "31/12/2199 08:00"}, {"happened_at"}),
        ("1/gui", {"document": "7/CV", "happened_at": "01/01/2020 08:00"}, {"happened_at"}),
    ],
)  # fmt: skip
def test_a_bad_form_says_where_and_records_nothing(what, said, wrong):
    chu = as_("chu")
    there = opened(chu)
    assert set(wrong_fields(tell(chu, there, what, **said))) == wrong
    assert not JointEventRow.objects.whole().exists()


def test_steps_come_in_their_order():
    chu, dat = as_("chu"), as_("dat")
    there = opened(chu)
    assert "Chưa đến lượt chặng này" in text_of(tell(chu, there, "2/gui", document="7/CV"))
    assert "chưa được gửi" in text_of(tell(chu, there, "1/nhan", document="7/CV"))
    tell(chu, there, "1/gui", document="7/CV")
    assert "đang chờ trả lời" in text_of(tell(chu, there, "1/gui", document="7/CV"))
    assert "Còn chặng đang ở cơ quan khác" in text_of(tell(chu, there, "ca-ho-so/ket-thuc", outcome="refused"))
    tell(chu, there, "1/tra-loi", document="8/TB")
    assert "Còn chặng chưa có trả lời" in text_of(tell(chu, there, "ca-ho-so/ket-thuc"))
    tell(chu, there, "2/gui", document="9/CV")
    assert set(wrong_fields(tell(dat, there, "2/tra-lai"))) == {"words"}
    assert tell(dat, there, "2/tra-lai", words="Thiếu bản vẽ.").status_code == 302
    assert "Thiếu bản vẽ." in see(chu, there)
    assert tell(chu, there, "2/gui", document="10/CV").status_code == 302
    assert "gửi lần thứ 2" in see(chu, there)


def test_one_submission_is_opened_once():
    chu = as_("chu")
    opened(chu)
    again = chu.post("/lien-thong/mo", {"process": "lt-1", "code": " H1 ", "received_at": written(DAY)})
    assert set(wrong_fields(again)) == {"code"}
    before = chu.post("/lien-thong/mo", {"process": "lt-1", "code": "H2", "received_at": "01/01/2019 08:00"})
    assert set(wrong_fields(before)) == {"received_at"}
    assert JointDossierRow.objects.whole().filter(body=LEAD).count() == 1


def test_a_correction_stands_beside_what_it_corrects():
    chu = as_("chu")
    there = opened(chu)
    tell(chu, there, "1/gui", document="7/CV")
    said = {"happened_at": written(5 * DAY), "document": "7a/CV", "reason": "Ghi nhầm ngày."}
    assert set(wrong_fields(chu.post(f"{there}/dinh-chinh/1", said | {"reason": " "}))) == {"reason"}
    assert chu.post(f"{there}/dinh-chinh/1", said).status_code == 302
    told = see(chu, there)
    assert "Ghi nhầm ngày." in told
    assert "7a/CV" in told
    assert "(đã đính chính)" in told
    assert chu.post(f"{there}/dinh-chinh/1", said | {"is_void": "on"}).status_code == 302
    assert "đến lượt gửi" in see(chu, there)
    bodies = [bytes(e.body).decode() for e in LedgerEntry.objects.filter(stream__startswith="joint/")]
    assert not any("Ghi nhầm" in body for body in bodies)


def test_what_others_rest_on_is_not_taken_back():
    chu = as_("chu")
    there = opened(chu)
    answered_for_tax(chu, there)
    said = {"happened_at": written(29 * DAY), "reason": "x", "is_void": "on"}
    assert set(wrong_fields(chu.post(f"{there}/dinh-chinh/1", said))) == {"is_void"}


def test_each_tells_only_its_own_part():
    chu, dat = as_("chu"), as_("dat")
    there = opened(chu)
    tell(chu, there, "1/gui", document="7/CV")
    assert tell(dat, there, "1/nhan", document="8/TB").status_code == 404  # the tax office's leg
    assert tell(dat, there, "2/gui", document="8/CV").status_code == 404
    assert dat.get(f"{there}/dinh-chinh/1").status_code == 404
    assert tell(as_("soat"), there, "1/nhan", document="8/TB").status_code == 403
    assert "H1" in see(as_("soat"), there)
    khac = as_("khac")
    assert khac.get(there).status_code == 404
    assert tell(khac, there, "1/nhan", document="8/TB").status_code == 404
    assert "Chưa có hồ sơ liên thông nào" in see(khac, "/lien-thong/")
    assert {row.body for row in JointDossierRow.objects.whole()} == {LEAD, LAND, TAX}


def test_the_list_says_what_is_not_acknowledged_first_and_filters():
    chu = as_("chu")
    first, second = opened(chu, "H1"), opened(chu, "H2", DAY)
    tell(chu, second, "1/gui", document="7/CV")
    page = see(chu, "/lien-thong/")
    assert page.index("H2") < page.index("H1")
    assert "H1" not in see(chu, "/lien-thong/?xem=chua-xac-nhan")
    assert "H2" not in see(chu, f"/lien-thong/?co-quan={LEAD}")
    assert "H2" in see(chu, f"/lien-thong/?co-quan={TAX}")
    assert "Không có hồ sơ nào như bạn tìm" in see(chu, "/lien-thong/?ma=Z")
    assert first != second


def test_closed_ones_come_a_page_at_a_time(monkeypatch):
    from baro.channels.web.joint import asked

    monkeypatch.setattr(asked, "PAGE", 1)
    chu = as_("chu")
    for code in ("H1", "H2"):
        tell(chu, opened(chu, code), "ca-ho-so/ket-thuc", outcome="withdrawn")
    first = chu.get("/lien-thong/?xem=da-xong")
    assert "H2" in text_of(first)
    assert "H1" not in text_of(first)
    assert chu.get("/lien-thong/?xem=da-xong&sau=khong~co").status_code == 200
    after = re.search(r'href="(\?[^"]*)" rel="next"', first.content.decode())[1].replace("&amp;", "&")
    assert "H1" in see(chu, f"/lien-thong/{after}")
    assert "H2" not in see(chu, f"/lien-thong/{after}")


def test_three_counts_stand_side_by_side():
    chu, dat = as_("chu"), as_("dat")
    there = opened(chu, ago=timedelta())
    tell(chu, there, "1/gui", document="7/CV")
    tell(chu, there, "1/tra-loi", document="8/TB")
    tell(chu, there, "2/gui", document="9/CV")
    told = see(chu, "/lien-thong/so-lieu")
    assert "1 lần nộp, thành 3 hồ sơ ở các cơ quan, ra 1 kết quả." in told
    assert "1 lần nộp, thành 3 hồ sơ" in see(dat, "/lien-thong/so-lieu")
    assert "không có hồ sơ liên thông nào" in see(chu, "/lien-thong/so-lieu?ky=2020")


def test_what_was_said_can_be_erased_and_that_it_was_said_stays():
    chu = as_("chu")
    there = opened(chu)
    tell(chu, there, "1/gui", document="7/CV")
    tell(chu, there, "1/tra-lai", document="8/TB", words="Thiếu bản vẽ.")
    erase(
        f"joint/{there.rpartition('/')[2]}",
        ground="dpo_order",
        actor="goc",
        second="khac",
        at=AT + timedelta(days=1000),
    )
    told = see(chu, there)
    assert "Thiếu bản vẽ." not in told
    assert "trả lại để bổ sung" in told


@pytest.mark.parametrize("address", ["/lien-thong/", "/lien-thong/so-lieu", "/lien-thong/?xem=da-xong"])
def test_a_list_asks_no_more_for_more_dossiers(address):
    chu = as_("chu")

    def asked() -> int:
        chu.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert chu.get(address).status_code == 200
        return len(queries.captured_queries)

    def make(codes) -> None:
        for code in codes:
            tell(chu, opened(chu, code), "1/gui", document="7/CV")
            tell(chu, opened(chu, f"{code}x"), "ca-ho-so/ket-thuc", outcome="withdrawn")

    make("ab")
    few = asked()
    make("cdef")
    assert asked() == few


def test_a_leg_waits_for_whose_it_is():
    chu, dat = as_("chu"), as_("dat")
    there = opened(chu)
    assert "1. Cơ quan thuế: Xác định nghĩa vụ đến lượt gửi" in see(chu, "/viec-cua-toi/")
    assert "Chặng liên thông" not in see(dat, "/viec-cua-toi/")
    tell(chu, there, "1/gui", document="7/CV")
    assert "Chặng liên thông" not in see(chu, "/viec-cua-toi/")  # it waits for the tax office
    tell(chu, there, "1/tra-loi", document="8/TB")
    tell(chu, there, "2/gui", document="9/CV")
    assert "2. Cơ quan b-dat: Thẩm định đã gửi, chưa xác nhận" in see(dat, "/viec-cua-toi/")
    assert "Chặng liên thông" not in see(as_("soat"), "/viec-cua-toi/")
