"""Assigned tasks on pages: given, handed to a person, put off, handed in, sent back, accepted; each by who may; in the ledger."""

import json
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baro.desk.by import by_program
from baro.desk.organisation import create_body
from baro.records.erasure import erase
from baro.records.models import LedgerEntry, TaskEventRow, TaskRow
from baro.records.replay import differences
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level
from baro.rules.prescribed.offices import Term
from channels.web.imports.people import AT
from channels.web.organisation.office import see, text_of, wrong_fields
from channels.web.tasks.a_task_world import GIVER, LEAD, as_, assigned, build, entered, form, tell, written

pytestmark = pytest.mark.django_db
KEPT = {"directive", "directive_acknowledged", "assigned_task", "task_event"}


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def steps(client, there: str) -> set[str]:
    """The steps that a page offers."""
    return set(re.findall(r'href="[^"]*/ghi/([^"]+)"', client.get(there).content.decode()))


def test_a_task_goes_from_its_giver_to_the_person_and_back_with_late_and_quality_apart():
    giver, lead, officer = as_("giao"), as_("chu"), as_("lam")
    there = assigned(giver)
    assert steps(giver, there) == {"nop", "gia-han", "huy"}
    assert steps(lead, there) == {"nhan", "tra-lai", "giao-nguoi", "tinh-hinh", "xin-gia-han", "nop"}
    assert steps(officer, there) == set()
    assert tell(lead, there, "nhan").status_code == 302
    assert tell(lead, there, "giao-nguoi", holder="Cán bộ lam · CB-lam").status_code == 302
    assert "Báo cáo hồ sơ quá hạn" in see(officer, "/viec-cua-toi/")
    assert steps(officer, there) == {"nop", "tinh-hinh", "xin-gia-han"}
    assert tell(officer, there, "xin-gia-han", due_on=written(-20)).status_code == 302
    assert "đang xin gia hạn" in see(giver, "/nhiem-vu/?xem=xin-gia-han")
    assert tell(giver, there, "gia-han", due_on=written(-15)).status_code == 302
    assert tell(officer, there, "nop", document="7/BC").status_code == 302
    assert steps(lead, there) == set()
    assert tell(giver, there, "lam-lai", words="Thiếu số liệu.").status_code == 302
    assert "Đang làm lại" in see(lead, "/nhiem-vu/?xem=lam-lai")
    assert tell(lead, there, "nop").status_code == 302
    assert tell(giver, there, "nghiem-thu", quality="weak").status_code == 302
    told = see(giver, there)
    for words in (
        "Hoàn thành đúng hạn",
        "phải làm lại 1 lần",
        "chấp nhận, chất lượng chưa cao",
        "Thiếu số liệu.",
        "đã gia hạn 1 lần",
    ):
        assert words in told
    acts = [
        json.loads(bytes(e.body))["act"]
        for e in LedgerEntry.objects.filter(stream__startswith="task/").order_by("version")
    ]
    assert acts == [
        "task.given", "task.accepted", "task.handed", "task.asked", "task.extended", "task.submitted", "task.returned",
        "task.submitted", "task.approved",
    ]  # fmt: skip
    assert [row for row in differences() if row.facts["table"] in KEPT] == []
    assert "Báo cáo hồ sơ quá hạn" in see(giver, "/nhiem-vu/?xem=da-xong")


def test_others_see_nothing_of_it():
    there = assigned(as_("giao"))
    for name in ("khac",):
        assert as_(name).get(there).status_code == 404
        assert "Chưa có nhiệm vụ nào" in see(as_(name), "/nhiem-vu/")
    assert steps(as_("soat"), there) == set()  # who checks reads


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"content": ""}, {"content"}),
        ({"lead": "Cơ quan không có"}, {"lead"}),
        ({"assigned_on": written(-1)}, {"assigned_on"}),
        ({"due_on": written(1)}, {"due_on"}),
        ({"due_on": "31/02/2026"}, {"due_on"}),
        ({"assigner": "Cơ quan b-khac", "lead": "Cơ quan b-chu"}, None),
    ],
)
def test_a_bad_task_says_where_and_nothing_is_given(said, wrong):
    answer = as_("giao").post("/nhiem-vu/giao", form(**said))
    if wrong is None:  # not theirs to give in that name
        assert answer.status_code == 404
    else:
        assert set(wrong_fields(answer)) == wrong
    assert not TaskRow.objects.whole().exists()


@pytest.mark.parametrize(
    ("name", "word", "said", "wrong"),
    [
        ("chu", "nop", {"on": written(-1)}, "on"),
        ("chu", "nop", {"on": written(1)}, "on"),
        ("chu", "tra-lai", {"words": " "}, "words"),
        ("chu", "giao-nguoi", {"holder": "Cán bộ khac · CB-khac"}, "holder"),
        ("chu", "xin-gia-han", {"due_on": written(-5)}, "due_on"),
        ("giao", "gia-han", {"due_on": ""}, "due_on"),
    ],
)
def test_a_bad_step_says_where_and_nothing_is_told(name, word, said, wrong):
    there = assigned(as_("giao"))
    assert set(wrong_fields(tell(as_(name), there, word, **said))) == {wrong}
    assert not TaskEventRow.objects.whole().exists()


def test_a_step_that_is_not_ones_own_is_not_there():
    there = assigned(as_("giao"))
    for name, word in (("chu", "nghiem-thu"), ("giao", "nhan"), ("lam", "nop"), ("soat", "nop"), ("chu", "khong-co")):
        assert tell(as_(name), there, word).status_code == 404


def test_the_last_thing_told_is_taken_back_by_who_told_it_and_stays_to_be_read():
    giver, lead = as_("giao"), as_("chu")
    there = assigned(giver)
    tell(lead, there, "nop")
    tell(giver, there, "nghiem-thu", quality="met")
    assert lead.get(f"{there}/rut/2").status_code == 404
    assert giver.get(f"{there}/rut/1").status_code == 404
    assert giver.post(f"{there}/rut/2", {"reason": ""}).status_code == 422
    assert giver.post(f"{there}/rut/2", {"reason": "Bấm nhầm."}).status_code == 302
    told = see(giver, there)
    assert "Chờ nghiệm thu" in told
    assert "Bấm nhầm." in told
    assert steps(giver, there) >= {"nghiem-thu", "lam-lai"}
    assert {row.closed_at for row in TaskRow.objects.whole()} == {None}
    assert [row for row in differences() if row.facts["table"] in KEPT] == []


def test_a_part_is_given_on_by_the_lead_and_seen_from_the_whole():
    lead = as_("chu")
    there = assigned(as_("giao"))
    part = assigned_part(lead, there)
    assert "Phần của việc" in see(lead, there)
    assert "Là một phần của" in see(lead, part)
    refused = as_("giao").post(f"/nhiem-vu/giao?phan-cua={there.rsplit('/', 1)[1]}", form(content="Chen ngang"))
    assert set(wrong_fields(refused)) == {"assigner"}


def assigned_part(client, there: str) -> str:
    said = form(content="Phần của việc", assigner="Cơ quan b-chu")
    answer = client.post(f"/nhiem-vu/giao?phan-cua={there.rsplit('/', 1)[1]}", said)
    assert answer.status_code == 302, text_of(answer)
    return str(answer["Location"])


def test_a_figure_opens_the_tasks_behind_it_and_both_come_down_as_workbooks():
    giver = as_("giao")
    late, again = (
        assigned(giver, content="Việc chậm", assigned_on=written(9), due_on=written(5)),
        assigned(giver, content="Việc làm lại"),
    )
    tell(as_("chu"), again, "nop")
    tell(giver, again, "lam-lai")
    page = giver.get("/nhiem-vu/so-lieu").content.decode()
    links = {name: link for link, name in re.findall(r'href="(/nhiem-vu/\?[^"]*dem=([a-z_]+)[^"]*)"', page)}
    assert links.keys() >= {"given", "open_late", "returned"}
    behind = see(giver, links["open_late"].replace("&amp;", "&"))
    assert "Việc chậm" in behind
    assert "Việc làm lại" not in behind
    assert "Việc làm lại" in see(giver, links["returned"].replace("&amp;", "&"))
    for address in (
        "/nhiem-vu/tai-ve",
        "/nhiem-vu/so-lieu/tai-ve",
        links["open_late"].replace("/?", "/tai-ve?").replace("&amp;", "&"),
    ):
        answer = giver.get(address)
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert late != again


def test_a_matter_left_unresolved_is_told_with_how_far_it_is_and_every_day_promised():
    giver, lead = as_("giao"), as_("chu")
    assert "Không có vụ việc tồn đọng nào" in see(giver, "/nhiem-vu/ton-dong")
    there = assigned(giver, content="Vụ việc cũ", arose_on="02/01/2020")
    tell(lead, there, "tinh-hinh", words="Chờ đo đạc lại.")
    tell(giver, there, "gia-han", due_on=written(-30))
    told = see(lead, "/nhiem-vu/ton-dong?tim=vu+viec")
    for words in (
        "Vụ việc cũ",
        "02/01/2020",
        "Chờ đo đạc lại.",
        written(-5),
        written(-30),
        "dời sang ngày khác trước khi đến hẹn",
    ):
        assert words in told
    assert "Các lần hẹn" in see(lead, there)
    assert b"".join(giver.get("/nhiem-vu/ton-dong/tai-ve?tim=cu").streaming_content)[:2] == b"PK"
    assert "Vụ việc cũ" not in see(giver, "/nhiem-vu/ton-dong?tim=khac")
    assert set(wrong_fields(giver.post("/nhiem-vu/giao", form(arose_on=written(-1))))) == {"arose_on"}


def test_tasks_are_asked_whether_they_are_clear():
    giver = as_("giao")
    assert "Không có nhiệm vụ nào đang thực hiện" in see(giver, "/nhiem-vu/do-ro")
    assigned(giver, due_on="", product="")
    told = see(giver, "/nhiem-vu/do-ro?bo=6-ro")
    for words in (
        "không có thời hạn",
        "không nêu sản phẩm",
        "không nêu lãnh đạo chỉ đạo",
        "đơn vị chủ trì chưa giao cho ai",
    ):
        assert words in told
    assert "không nêu sản phẩm" not in see(giver, "/nhiem-vu/do-ro?bo=6-ro&tieu-chi=thoi-gian&co-quan=b-chu")
    assert b"".join(giver.get("/nhiem-vu/do-ro/tai-ve?bo=5-ro").streaming_content)[:2] == b"PK"


def test_the_list_is_searched_without_marks():
    giver = as_("giao")
    assigned(giver)
    assert "Báo cáo hồ sơ quá hạn" in see(giver, "/nhiem-vu/?tim=ho+so+QUA+han")
    assert "Không có nhiệm vụ nào như bạn tìm" in see(giver, "/nhiem-vu/?tim=giay+phep")
    for odd in (
        "?xem=x&nguon=y&dem=z&ky=w&sau=~",
        "?tim=%00&don-vi=%00",
        "?dem=given",
        "?xem=da-xong&sau=2020-01-01~x",
    ):
        assert giver.get(f"/nhiem-vu/{odd}").status_code == 200


def test_a_list_asks_the_same_number_of_statements_however_long_it_is():
    giver = as_("giao")

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            giver.get("/nhiem-vu/")
        return len(seen)

    tell(as_("chu"), assigned(giver), "nhan")
    few = asked()
    for k in range(4):
        tell(as_("chu"), assigned(giver, content=f"Việc {k}"), "nhan")
    assert asked() <= few


def test_what_was_said_goes_when_it_is_erased_and_the_task_stays():
    giver = as_("giao")
    there = assigned(giver)
    tell(as_("chu"), there, "tra-lai", words="Chị Bưởi nghỉ ốm")
    later = AT + timedelta(days=1000)
    erase(f"task/{there.rpartition('/')[2]}", ground="dpo_order", actor="goc", second="khac", at=later)
    told = see(giver, there)
    assert "Bưởi" not in told
    assert "nội dung đã được xóa" in told
    assert "trả lại nhiệm vụ" in told
    assert [row for row in differences() if row.facts["table"] in KEPT] == []


def test_directives_are_entered_noted_implemented_and_seen_in_their_cascade():
    giver, lead = as_("giao"), as_("chu")
    there = entered(giver)
    assert "chưa nắm" in see(lead, there)
    unit = re.search(r'href="([^"]+/nam/[^"]+)"', lead.get(there).content.decode())
    assert unit is not None
    assert not re.search(r"/nam/", as_("khac").get(there).content.decode())
    assert set(wrong_fields(lead.post(unit[1], {"on": written(11)}))) == {"on"}
    assert lead.post(unit[1], {"on": written(8)}).status_code == 302
    assert "đơn vị nào cũng đã nắm" in see(lead, "/nhiem-vu/van-ban/")
    below = entered(
        lead, number="5/TB", signed_on=written(7), implements=there.rsplit("/", 1)[1], body="Cơ quan b-chu", unit_1=""
    )
    task = assigned(giver, directive=there.rsplit("/", 1)[1])
    told = see(giver, below)
    assert told.rindex("12/KL") < told.rindex("5/TB")
    assert "Báo cáo hồ sơ quá hạn" in see(giver, there)
    assert "12/KL" in see(giver, task)
    refused = text_of(giver.post(f"{there}/rut", {"reason": "Nhầm."}))
    assert "Còn 2 văn bản, nhiệm vụ dựa vào" in refused
    assert lead.post(f"{below}/rut", {"reason": "Nhầm."}).status_code == 302
    assert "đã rút khỏi sổ" in see(giver, "/nhiem-vu/van-ban/")
    assert "12/KL" in see(giver, "/nhiem-vu/van-ban/?tim=doan+giam&nguon=council")
    assert b"".join(giver.get("/nhiem-vu/van-ban/tai-ve").streaming_content)[:2] == b"PK"
    assert [row for row in differences() if row.facts["table"] in KEPT] == []


def test_a_directive_goes_to_every_body_below_one_on_the_day_it_was_signed():
    for k in range(1, 24):
        term = BodyTerm(
            body=f"b-xa-{k}",
            code="",
            name=f"Xã {k:02}",
            level=Level.COMMUNE,
            parent=GIVER,
            term=Term(date(2020, 1, 2), None),
        )
        create_body(BodyKind.TERRITORY, term, by_program("goc"), AT)
    there = entered(as_("giao"), unit_1=f"Cơ quan {LEAD}", below=f"Cơ quan {GIVER}")
    told = see(as_("giao"), there)
    assert all(f"Xã {k:02}" in told for k in range(1, 24))
    assert "Cơ quan b-chu" in told


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"below": "Cơ quan b-khac"}, {"below"}), ({"number": ""}, {"number"}), ({"issuer": ""}, {"issuer"}), ({"subject": " "}, {"subject"}),
        ({"signed_on": written(-1)}, {"signed_on"}), ({"acknowledge_by": written(11)}, {"acknowledge_by"}),
        ({"unit_1": "Cơ quan lạ"}, {"unit_1"}),
    ],
)  # fmt: skip
def test_a_bad_directive_says_where(said, wrong):
    told = {
        "number": "12/KL", "signed_on": written(10), "issuer": "Đoàn", "subject": "Kết luận", "source": "council", "implements": "",
        "body": "Cơ quan b-giao",
    } | said  # fmt: skip
    assert set(wrong_fields(as_("giao").post("/nhiem-vu/van-ban/them", told))) == wrong
