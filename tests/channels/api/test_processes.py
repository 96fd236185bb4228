"""Processes approved, replaced, published, ended and known by programs, as on the pages; steps are read as they are sent."""

from datetime import date

import pytest

from baro.channels.api.v1 import processes as pages
from baro.channels.intake.processes import read_process, write_process
from baro.desk.by import by_program
from baro.desk.step_tables import table_sent
from baro.desk.work_processes import approve_processes
from baro.records.models import LedgerEntry, ProcessRow
from baro.records.replay import differences
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import ApprovedProcess, Net, Step, Transition
from baro.rules.prescribed.work_processes import Approval, RegisterKind
from channels.api.test_questions import Program, code
from channels.web.imports.people import AT

pytestmark = pytest.mark.django_db
UNIT = "b-mot"


def step(no: str, activity: str, **more) -> dict:
    empty = dict.fromkeys(("outputs", "forms", "coordinating_unit", "approver_role", "waits", "kind"), "")
    told = {"no": no, "activity": activity, "role": "Văn thư", "limit": "1 ngày làm việc", "following": ""}
    return empty | told | more


STEPS = [
    step("1", "Tiếp nhận", following="2 và 3"),
    step("2", "Thẩm định", outputs="Báo cáo; Phiếu trình", forms="Mẫu 01", following="4"),
    step("3", "Lấy ý kiến", coordinating_unit="Sở Tài chính", following="4"),
    step("4", "Ký duyệt", role="Lãnh đạo", approver_role="Giám đốc", waits="2 và 3", following="1 hoặc Kết thúc"),
]


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()


@pytest.fixture
def control(client):
    return Program(client, "tthc_control", UNIT)


def asked(**more) -> dict:
    told = {
        "unit": UNIT, "kind": "internal", "code": "QT-9", "name": "Sao lục hồ sơ", "decision": "1/QĐ",
        "approved_on": "2026-01-05", "total": "4 ngày làm việc", "steps": STEPS,
    }  # fmt: skip
    return told | more


def version(**more) -> dict:
    told = {"name": "Sao lục hồ sơ", "version": "2", "decision": "2/QĐ", "approved_on": "2026-02-05"}
    return told | more


def approved(control, key: str = "phe-duyet-1", **more) -> str:
    answer = control.post("processes", asked(**more), key)
    assert answer.status_code == 201, answer.json()
    return answer.json()["process"]["id"]


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="process").count()


def test_a_process_goes_its_whole_way(control):
    made = control.post("processes", asked(signer="Chủ tịch", bases="NĐ 61/2018", review_by="2099-01-01"))
    again = control.post("processes", asked(signer="Chủ tịch", bases="NĐ 61/2018", review_by="2099-01-01"))
    told = made.json()
    one = told["process"]
    assert (made.status_code, told, recorded()) == (201, again.json(), 1)
    assert (one["code"], one["version"], one["is_in_force"], one["step_count"]) == ("QT-9", "1", True, 4)
    assert (one["total"], one["total_value"], one["total_unit"]) == ("4 ngày làm việc", 4, "working_day")
    assert (told["signer"], told["bases"], one["review_by"]) == ("Chủ tịch", "NĐ 61/2018", "2099-01-01")
    here = f"processes/{one['id']}"
    shown = control.post(
        f"{here}/publish", {"on": "2026-01-06", "channel": "Cổng thông tin", "proof": "so.vn"}, "cong-bo-1"
    ).json()
    assert (shown["process"]["published_on"], shown["channel"], shown["proof"]) == (
        "2026-01-06",
        "Cổng thông tin",
        "so.vn",
    )
    known = control.post(f"{here}/acknowledge", {}, "nam-lan-1").json()
    assert (known["known"], known["knows"]) == (1, True)
    new = control.post(f"{here}/versions", version(steps=[step("1", "Tiếp nhận")]), "thay-the-1")
    last = new.json()
    assert (new.status_code, last["process"]["replaces"], last["process"]["step_count"]) == (201, one["id"], 1)
    assert [(v["version"], v["last_on"]) for v in last["versions"]] == [("2", None), ("1", "2026-02-04")]
    there = f"processes/{last['process']['id']}"
    ended = control.post(f"{there}/end", {"last": "2026-03-01", "decision": "3/QĐ"}, "bai-bo-1").json()["process"]
    assert (ended["last_on"], ended["is_in_force"]) == ("2026-03-01", False)
    assert [row for row in differences() if "process" in row.facts["table"]] == []


def test_the_steps_are_read_as_they_were_sent_and_can_be_sent_back(control):
    made = approved(control)
    told = control.get(f"processes/{made}").json()
    assert (told["steps"], told["has_order"]) == ([STEPS[0], STEPS[1], STEPS[2], STEPS[3]], True)
    after = control.post(f"processes/{made}/versions", version(steps=told["steps"]), "thay-the-1").json()
    assert after["steps"] == told["steps"]


def test_steps_whose_order_rows_cannot_tell_are_told_without_it(control, tmp_path):
    moves = (
        Transition("t0", None, ((0, 1),), ((1, 1), (2, 1))),
        Transition("t1", "Một mình", ((1, 1),), ()),
        Transition("t2", "Cùng nhau", ((1, 1), (2, 1)), ()),
        Transition("t3", "Còn lại", ((2, 1),), ()),
    )
    net = Net(("a", "b", "c"), moves, (1, 0, 0), ((0, 0, 0),))
    alone = Step("1", "Một mình", "Văn thư", Duration(1, Unit.WORKING_DAY), ("Báo cáo", "Phiếu trình"))
    write_process(ApprovedProcess("QT-9", "Sao lục", net, (alone,)), tmp_path / "x.pnml")
    sent = table_sent("x.pnml", (tmp_path / "x.pnml").read_bytes(), read_process)
    told = Approval(
        id="qt-9", unit=UNIT, kind=RegisterKind.INTERNAL, code="QT-9", name="Sao lục", decision="1/QĐ",
        approved_on=date(2026, 1, 5), table=sent.name,
    )  # fmt: skip
    approve_processes((told,), by_program("goc"), AT, sent=sent)
    seen = control.get("processes/qt-9").json()
    assert seen["has_order"] is False
    assert seen["steps"][0] == step("1", "Một mình", outputs="Báo cáo; Phiếu trình")


def test_a_process_may_have_no_steps_yet(control):
    told = control.get(f"processes/{approved(control, steps=[], total='')}").json()
    assert (told["steps"], told["process"]["step_count"], told["process"]["total"]) == ([], None, "")
    assert "no_steps" in {fault["lint"] for fault in told["process"]["faults"]}


@pytest.mark.parametrize(
    ("steps", "refusal", "row"),
    [
        ([STEPS[0] | {"following": ""}, step("2", "Trả", limit="vài hôm")], "process.table.bad_limit", "dòng 2"),
        ([step("1", "Tiếp nhận", following="9")], "process.table.unknown_step", "dòng 1"),
        ([step("1", "Tiếp nhận"), step("1", "Trả")], "process.table.number_twice", "dòng 2"),
        ([step("1", "")], "table.empty_cell", "dòng 1"),
        ([step("1", "Tiếp nhận", kind="đi dạo")], "process.table.bad_kind", "dòng 1"),
        ([step("1", f"Việc {k}") | {"no": str(k)} for k in range(250)], "process.too_many_elements", ""),
    ],
)
def test_steps_that_cannot_be_read_are_refused_by_their_row(control, tmp_path, steps, refusal, row):
    answer = control.post("processes", asked(steps=steps))
    assert code(answer) == (422, refusal)
    assert "các bước đã gửi" in answer.json()["sentence"]
    assert row in answer.json()["sentence"]
    assert (recorded(), list(tmp_path.glob("files/*"))) == (0, [])


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"name": " "}, 422, "process.no_name"),
        ({"decision": " "}, 422, "process.no_decision"),
        ({"review_by": "2026-01-05"}, 422, "process.review_before_approval"),
        ({"code": " "}, 422, "api.malformed"),
        ({"version": ""}, 422, "api.malformed"),
        ({"kind": "linked"}, 422, "api.malformed"),
        ({"approved_on": "0206-01-05"}, 422, "api.malformed"),
        ({"approved_on": "05/01/2026"}, 422, "api.malformed"),
        ({"name": "x" * 401}, 422, "api.malformed"),
        ({"steps": [{"no": "1"}]}, 422, "api.malformed"),
        ({"steps": "1. Tiếp nhận"}, 422, "api.malformed"),
        ({"unit": "b-khac"}, 403, "access.denied"),
        ({"approved_on": "2199-01-05"}, 422, "late_entry.future"),
    ],
)
def test_what_the_page_refuses_the_api_refuses_and_keeps_nothing(control, tmp_path, more, status, refusal):
    assert code(control.post("processes", asked(**more))) == (status, refusal)
    assert (recorded(), list(tmp_path.glob("files/*"))) == (0, [])


@pytest.mark.parametrize("left_out", ["unit", "kind", "code", "name", "decision", "approved_on"])
def test_what_is_missing_is_named(control, left_out):
    answer = control.post("processes", {name: told for name, told in asked().items() if name != left_out})
    assert code(answer) == (422, "api.malformed")
    assert left_out in answer.json()["sentence"]


def test_each_act_is_done_once_and_in_its_order(control, tmp_path):
    here = f"processes/{approved(control)}"
    publish = {"on": "2026-01-06", "channel": "Cổng"}
    assert code(control.post(f"{here}/publish", publish | {"on": "2026-01-04"}, "cong-bo-0")) == (
        422,
        "process.published_before_approval",
    )
    assert code(control.post(f"{here}/publish", publish | {"channel": " "}, "cong-bo-0")) == (422, "process.no_channel")
    control.post(f"{here}/publish", publish, "cong-bo-1")
    assert code(control.post(f"{here}/publish", publish, "cong-bo-2")) == (422, "process.published_already")
    control.post(f"{here}/acknowledge", {}, "da-nam-1")
    assert code(control.post(f"{here}/acknowledge", {}, "da-nam-2")) == (422, "process.acknowledged")
    early = version(approved_on="2026-01-05")
    assert code(control.post(f"{here}/versions", early, "thay-the-0")) == (422, "process.before_replaced")
    end = {"last": "2026-01-04", "decision": "9/QĐ"}
    assert code(control.post(f"{here}/end", end, "bai-bo-0")) == (422, "process.ends_before_approval")
    control.post(f"{here}/versions", version(), "thay-the-1")
    again = version(steps=[step("1", "Việc khác")])
    assert code(control.post(f"{here}/versions", again, "thay-the-2")) == (422, "process.replaced_already")
    assert (ProcessRow.objects.count(), len(list(tmp_path.glob("files/*")))) == (2, 1)


def test_who_reads_knows_and_does_not_approve(control, client):
    here = f"processes/{approved(control)}"
    head, far = Program(client, "division_head", UNIT), Program(client, "tthc_control", "b-khac")
    assert code(head.post("processes", asked(), "phe-duyet-2")) == (403, "access.denied")
    assert code(head.post(f"{here}/end", {"last": "2026-03-01", "decision": "3/QĐ"})) == (403, "access.denied")
    assert code(far.post(f"{here}/publish", {"on": "2026-01-06", "channel": "Cổng"})) == (403, "access.denied")
    assert code(far.post(f"{here}/versions", version(), "thay-the-1")) == (403, "access.denied")
    assert head.post(f"{here}/acknowledge", {}, "da-nam-1").json()["knows"]
    seen = far.get(here).json()
    assert (seen["known"], seen["knows"]) == (1, False)
    council = Program(client, "council_member", UNIT)
    assert council.get(here).json()["steps"]
    assert code(council.post(f"{here}/acknowledge", {}, "da-nam-2")) == (403, "access.denied")
    reader = Program(client, "api_reader", "b-khac")
    assert reader.get("processes").json()["count"] == 1
    assert reader.get(here).json()["steps"] == seen["steps"]
    assert code(reader.post(f"{here}/acknowledge", {}, "da-nam-3")) == (403, "access.denied")
    assert code(reader.post("processes", asked(), "phe-duyet-9")) == (403, "access.denied")
    assert code(Program(client, "api_client", UNIT).get("processes")) == (403, "access.denied")


@pytest.mark.parametrize("there", ["khong-co", "%00"])
def test_what_is_not_there_is_not_found(control, there):
    assert code(control.get(f"processes/{there}")) == (404, "access.not_found")
    assert code(control.post(f"processes/{there}/versions", version())) == (404, "access.not_found")
    assert code(control.post(f"processes/{there}/acknowledge", {}, "da-nam-1")) == (404, "access.not_found")


@pytest.fixture
def three(control, client):
    """Two processes of a body, of which one was replaced, and one of another body."""
    other = Program(client, "tthc_control", "b-hai")
    first = approved(control)
    second = approved(control, "phe-duyet-2", code="QT-10", name="Trả lương", kind="administrative", steps=[], total="")
    far = approved(other, "phe-duyet-3", unit="b-hai", code="QT-1", name="Cấp phép")
    new = control.post(f"processes/{first}/versions", version(steps=STEPS), "thay-the-1").json()["process"]["id"]
    return {"first": first, "second": second, "far": far, "new": new}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["far", "second", "new"]),
        ("?tim=tra+luong", ["second"]),
        ("?tim=co+quan+b-hai", ["far"]),
        ("?loai=administrative", ["second"]),
        ("?co-quan=b-mot", ["second", "new"]),
        ("?co-quan=khong-co", []),
        ("?tinh-trang=het", ["first"]),
        ("?diem=0", ["second"]),
        ("?diem=bat-ky&loai=administrative", ["second"]),
        ("?ngay=20/01/2026", ["far", "second", "first"]),
        ("?ngay=20/01/2026&co-quan=b-mot&tim=sao", ["first"]),
        ("?ngay=01/01/2026", []),
    ],
)
def test_the_list_is_asked_by_the_words_of_the_page(control, three, words, found):
    told = control.get(f"processes{words}").json()
    assert ([one["id"] for one in told["items"]], told["count"]) == ([three[name] for name in found], len(found))


@pytest.mark.parametrize(
    "words",
    [
        "loai=tot", "tinh-trang=con", "diem=99", "diem=x", "ngay=hom-qua", "ngay=31/02/2026", "tu=50", "la=1", "sau=khong-co",
        f"tim={'x' * 201}",
    ],
)  # fmt: skip
def test_an_address_that_means_nothing_is_refused(control, words):
    assert code(control.get(f"processes?{words}")) == (422, "api.malformed")


def test_page_after_page_gives_each_version_once(control, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 2)
    made = [approved(control, f"phe-duyet-{k}", code=f"QT-{k}", steps=[]) for k in range(5)]
    approved(control, "phe-duyet-x", code="QT-x", kind="administrative", steps=[])
    address, found = "processes?loai=internal", []
    while address:
        told = control.get(address).json()
        assert told["count"] == 5
        found += [one["id"] for one in told["items"]]
        address = told["next"] and f"processes{told['next']}"
    assert found == made


def test_the_page_and_the_api_tell_of_the_same_version(control, settings):
    from django.test import Client

    from baro.records.models import Account

    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    here = approved(control)
    page = Client()
    page.force_login(Account.objects.get(username=f"tthc_control-{UNIT}"))
    shown = page.get(f"/quy-trinh/{here}/").content.decode()
    assert "Lấy ý kiến" in shown
    assert page.get("/quy-trinh/%00/").status_code == 404
    assert f"{date(2026, 1, 5):%d/%m/%Y}" in shown
