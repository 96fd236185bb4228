"""One work in three bodies by its pages: what differs, and the common version taken into the register by the form itself."""

import html
import re

import pytest
from django.conf import settings
from django.test import Client

from baro.records.models import ProcessRow
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db
HEAD = "Bước\tNội dung công việc\tTrách nhiệm thực hiện\tThời gian thực hiện\tBước tiếp theo\n"
USUAL = (
    HEAD
    + "1\tTiếp nhận\tVăn thư\t1 ngày làm việc\t2\n2\tSao lục\tVăn thư\t2 ngày làm việc\t3\n3\tTrả\tVăn thư\t1 ngày làm việc\tKết thúc\n"
)
SHORT = HEAD + "1\tTiếp nhận\tVăn thư\t1 ngày làm việc\t2\n2\tTrả\tMột cửa\t1 ngày làm việc\tKết thúc\n"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def client_of(unit: str) -> Client:
    client = Client()
    client.force_login(person(f"o-{unit}", "tthc_control", unit))
    return client


def approve(client: Client, unit: str, rows: str, total: str, name: str = "Sao lục") -> None:
    said = {
        "unit": f"Cơ quan {unit}", "kind": "internal", "code": f"QT-{unit}", "name": name, "version": "1", "decision": "1/QĐ",
        "approved_on": "05/01/2026", "rows": rows, "total": total,
    }  # fmt: skip
    answer = client.post("/quy-trinh/phe-duyet", said)
    assert answer.status_code == 302, answer.content.decode()


@pytest.fixture
def bodies() -> dict[str, Client]:
    clients = {unit: client_of(unit) for unit in ("b-mot", "b-hai", "b-ba")}
    approve(clients["b-mot"], "b-mot", USUAL, "4 ngày làm việc")
    approve(clients["b-hai"], "b-hai", USUAL, "4 ngày làm việc")
    approve(clients["b-ba"], "b-ba", SHORT, "2 ngày làm việc", name="SAO LUC")
    return clients


def see(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(answer.content.decode())).split())


def process_of(unit: str) -> str:
    return ProcessRow.objects.get(unit=unit, last_on=None).id


def test_the_list_tells_bodies_variants_steps_and_days(bodies):
    text = see(bodies["b-mot"], "/quy-trinh/so-sanh/?tim=sao+luc")
    assert "3 3 2 2–3 2 ngày làm việc → 4 ngày làm việc" in text
    assert "Không có việc nào như bạn tìm" in see(bodies["b-mot"], "/quy-trinh/so-sanh/?tim=khac")
    assert "Không có việc nào như bạn tìm" in see(bodies["b-mot"], "/quy-trinh/so-sanh/?xem=chua-du")
    assert "Chưa có việc nào" in see(bodies["b-mot"], "/quy-trinh/so-sanh/?ngay=01/01/2026")


def test_a_work_tells_what_is_the_same_what_differs_and_why_the_draft_is_so(bodies):
    text = see(bodies["b-mot"], f"/quy-trinh/so-sanh/{process_of('b-ba')}/")
    assert "1 bước giống hệt nhau ở 3 cơ quan: Tiếp nhận" in text
    assert "thiếu bước “Sao lục”" in text
    assert "bước “Trả”: người làm là Một cửa (bản giữa: Văn thư)" in text
    assert "2/3 cơ quan có bước này" in text
    assert "Bằng tổng các bước; 2/3 cơ quan nay ghi 4 ngày làm việc." in text


@pytest.mark.parametrize("ending", ["tai-ve", "ban-chung.xlsx"])
def test_both_come_down_as_workbooks(bodies, ending):
    answer = bodies["b-mot"].get(f"/quy-trinh/so-sanh/{process_of('b-mot')}/{ending}")
    assert (answer.status_code, answer.getvalue()[:2]) == (200, b"PK")


def test_who_differs_takes_the_common_version_over_by_the_form_of_the_register(bodies):
    mine, client = process_of("b-ba"), bodies["b-ba"]
    assert f"{mine}/thay-the?ban-chung=" in client.get(f"/quy-trinh/so-sanh/{mine}/").content.decode()
    form = client.get(f"/quy-trinh/{mine}/thay-the?ban-chung={mine}").context["form"]
    said = {name: form[name].value() or "" for name in form.fields if name != "file"}
    said |= {"decision": "2/QĐ", "approved_on": "06/01/2026", "review_by": ""}
    assert client.post(f"/quy-trinh/{mine}/thay-the?ban-chung={mine}", said).status_code == 302
    text = see(client, f"/quy-trinh/so-sanh/{process_of('b-ba')}/")
    assert "3 cơ quan có bảng bước, 1 biến thể; 3 bước; thời hạn chung 4 ngày làm việc" in text
    assert "Thay bằng bản chung" not in text


def test_nobody_is_offered_to_replace_another_bodys_process(bodies):
    mine = process_of("b-mot")
    assert "thay-the" not in bodies["b-mot"].get(f"/quy-trinh/so-sanh/{mine}/").content.decode()


def test_who_may_read_processes_but_not_record_them_is_offered_nothing(bodies):
    reader = Client()
    reader.force_login(person("doc", "clerk", "b-mot"))
    text = see(reader, f"/quy-trinh/so-sanh/{process_of('b-mot')}/")
    assert "Các bước cạnh nhau" in text
    assert "Ghi bản chung vào danh mục" not in text
    assert "Thay bằng bản chung" not in text


def test_it_reads_in_english_but_for_names_of_steps_roles_and_works(bodies):
    client = bodies["b-mot"]
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    there = f"/quy-trinh/so-sanh/{process_of('b-ba')}/"
    text = see(client, there)
    for said in (
        "3 bodies with tables of steps, 2 variants; 2 to 3 steps; limit of the whole from 2 working days to 4 working days",
        "step “Sao lục” is missing",
        "step “Trả”: done by Một cửa (middle: Văn thư)",
        "limit of the whole 2 working days (middle: 4 working days)",
        "2/2 bodies have the limit 2 working days",
        "3/3 bodies give it to Văn thư",
        "The sum of the steps; 2/3 bodies tell 4 working days now.",
        "other performer",
    ):
        assert said in text, text
    assert 'lang="vi"' not in client.get(there).content.decode().split("<main", 1)[1]
    assert "2 working days → 4 working days" in see(client, "/quy-trinh/so-sanh/")


def test_a_work_that_nobody_told_the_steps_of_says_so(bodies):
    for unit in ("b-mot", "b-hai"):
        approve(bodies[unit], unit, "", "", name="Việc chưa có bảng")
    assert "Chưa đủ bảng bước 1" in see(bodies["b-mot"], "/quy-trinh/so-sanh/")
    one = ProcessRow.objects.filter(name="Việc chưa có bảng").first()
    assert "Chưa cơ quan nào có bảng bước nên chưa so được" in see(bodies["b-mot"], f"/quy-trinh/so-sanh/{one.id}/")
    assert bodies["b-mot"].get(f"/quy-trinh/so-sanh/{one.id}/tai-ve").status_code == 404


def test_a_process_comes_down_as_a_document_of_both_kinds(bodies):
    there = f"/quy-trinh/{process_of('b-mot')}/van-ban"
    assert bodies["b-mot"].get(there).content[:2] == b"PK"
    assert bodies["b-mot"].get(f"{there}?dang=pdf").content[:5] == b"%PDF-"


def test_what_is_in_no_group_is_not_there(bodies):
    assert bodies["b-mot"].get("/quy-trinh/so-sanh/khong-co/").status_code == 404
    assert "được điền sẵn" not in see(bodies["b-mot"], "/quy-trinh/phe-duyet?ban-chung=khong-co")
