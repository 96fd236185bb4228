"""Dossiers on pages: the list shows what its address asks for, page after page; a dossier tells why and by whose hands."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from app.deliveries import AT, bring
from baro.channels.exports import list_book
from baro.desk.by import by_program
from baro.desk.catalogue import publish_procedures
from baro.desk.import_sources import Description, describe_source
from baro.records.models import Dossier
from baro.records.projections.dossier_counts import count_anew
from baro.rules.prescribed.procedures import Procedure
from channels.web.imports.people import person
from channels.web.organisation.office import see, text_of

pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")
LATE, OPEN, DONE = "H26.7-240304-0001", "H26.7-240304-0002", "H26.7-240304-0003"
STEPS = ("Tiếp nhận hồ sơ", "Thẩm định hồ sơ", "Phát hành kết quả")


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("goc", "tthc_control", "b-so")
    person("khac", "tthc_control", "b-khac")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)


def rows() -> list[list[str]]:
    """One dossier done late, one open and late, one done in time."""

    def events(code: str, *days: str) -> list[list[str]]:
        return [
            [code, "1.1", step, f"{day} 09:00:00", "Nguyễn Thị Lan", "Phòng Một", "11/03/2024"]
            for step, day in zip(STEPS, days, strict=False)
        ]

    late = events(LATE, "04/03/2024", "05/03/2024", "15/03/2024")
    return late + events(OPEN, "04/03/2024", "05/03/2024") + events(DONE, "04/03/2024", "05/03/2024", "08/03/2024")


@pytest.fixture
def held(tmp_path):
    bring(tmp_path, "mot", rows(), KEEPER)


def as_(name: str, role: str = "", unit: str = "b-so") -> Client:
    client = Client()
    account = person(name, role, unit) if role else None
    from baro.records.models import Account

    client.force_login(account or Account.objects.get(username=name))
    return client


def codes(page: str) -> list[str]:
    return re.findall(r"H26\.7-\d{6}-\d{4}", page)


def test_the_list_tells_how_each_stands_as_of_when(held):
    page = see(as_("goc"), "/ho-so/")
    assert "3 hồ sơ, tính đến" in page
    assert set(codes(page)) == {LATE, OPEN, DONE}
    assert "Xong quá hạn 4 ngày 11/03/2024 04/03/2024" in page
    assert "Nguyễn Thị Lan, Phòng Một" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("tinh-trang=xong-tre", {LATE}), ("tinh-trang=qua-han", {OPEN}), ("tinh-trang=xong-dung", {DONE}),
        ("ma=H26.7-240304-0003", {DONE}), ("ma=H26.7", {LATE, OPEN, DONE}), ("ma=X", set()),
        ("don-vi=Phòng Một", {LATE, OPEN, DONE}), ("don-vi=Phòng Hai", set()), ("thu-tuc=1.1", {LATE, OPEN, DONE}),
        ("tinh-trang=khong-co", {LATE, OPEN, DONE}), ("dau-hieu=999", {LATE, OPEN, DONE}), ("sau-han=hôm qua&sau=x", {LATE, OPEN, DONE}),
    ],
)  # fmt: skip
def test_the_address_says_which(held, asked, found):
    answer = as_("goc").get(f"/ho-so/?{asked}")
    assert answer.status_code == 200
    assert set(codes(text_of(answer))) == found


def test_a_red_flag_and_a_deviation_are_looked_for_by_themselves(held):
    Dossier.objects.whole().filter(code=LATE).update(signals=1 << 34 | 1 << 3, signal_count=2, deviation_kinds=1)
    Dossier.objects.whole().filter(code=DONE).update(signals=0, signal_count=0, deviation_kinds=2, deviation_count=1)
    Dossier.objects.whole().filter(code=OPEN).update(signals=1 << 3, signal_count=1, deviation_kinds=0)
    client = as_("goc")
    assert set(codes(see(client, "/ho-so/?dau-hieu=34"))) == {LATE}
    assert set(codes(see(client, "/ho-so/?dau-hieu=3"))) == {LATE, OPEN}
    assert set(codes(see(client, "/ho-so/?sai-lech=1"))) == {DONE}


def test_a_code_is_found_by_its_beginning_letter_by_letter(held):
    for code, other in ((LATE, "H26.7-1"), (OPEN, "H267-1"), (DONE, "H26%7-1")):
        Dossier.objects.whole().filter(code=code).update(code=other)
    found = {asked: as_("goc").get(f"/ho-so/?ma={asked}").content.decode() for asked in ("H26.7", "H267", "H26%25")}
    for asked, code in (("H26.7", "H26.7-1"), ("H267", "H267-1"), ("H26%25", "H26%7-1")):
        assert re.findall(r">(H26[^<]*-1)</a>", found[asked]) == [code]


def many(count: int) -> None:
    """Dossiers with due dates that meet each other, some without."""
    begins = datetime(2024, 3, 4, tzinfo=UTC)
    Dossier.objects.whole().bulk_create(
        Dossier(
            id=f"s:{k:03}", source="s", body="b-so", code=f"H{k:03}", unit="x", received_at=begins, last_event_at=begins,
            due_at=None if k % 7 == 0 else begins + timedelta(days=k % 5), event_count=1, time_class=0, due_source=0,
            why_not=0, as_of=begins, first_batch="b", last_batch="b", segment="x", place=k, digest="",
        )
        for k in range(count)
    )  # fmt: skip
    count_anew("b-so", ())


def test_page_after_page_shows_each_dossier_once_by_due_date():
    many(173)
    client, address, found = as_("goc"), "/ho-so/", []
    while address:
        answer = client.get(address)
        found += re.findall(r'<a href="/ho-so/s:(\d+)/"', answer.content.decode())
        further = re.search(r'href="(\?[^"]*)" rel="next"', answer.content.decode())
        address = "/ho-so/" + further[1].replace("&amp;", "&") if further else ""
    expected = sorted(range(173), key=lambda k: (k % 7 == 0, k % 5 if k % 7 else 0, f"{k:03}"))
    assert [int(k) for k in found] == expected


def test_the_file_is_exactly_the_list(held):
    client = as_("goc")
    answer = client.get("/ho-so/tai-ve?tinh-trang=xong-tre")
    told = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert [row[0] for row in told] == ["Mã hồ sơ", LATE]
    assert told[1][1:5] == ["Xong quá hạn 4 ngày", "11/03/2024", "04/03/2024 09:00", "15/03/2024 09:00"]


def test_the_workbook_is_exactly_the_list_in_typed_cells_and_says_what_it_is(held):
    Dossier.objects.whole().filter(code=LATE).update(unit="=1+1")
    answer = as_("goc").get("/ho-so/tai-ve?tinh-trang=xong-tre&dang=xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    title, row = book.get_sheet_by_name("Danh sách").to_python()
    about = dict(book.get_sheet_by_name("Về danh sách").to_python())
    assert (title[0], row[0], row[6]) == ("Mã hồ sơ", LATE, "=1+1")
    assert row[1:5] == ["Xong quá hạn 4 ngày", date(2024, 3, 11), datetime(2024, 3, 4, 9), datetime(2024, 3, 15, 9)]
    assert about["Danh sách"] == "hồ sơ: xong quá hạn"


def test_more_rows_than_a_sheet_holds_are_refused_in_a_sentence(held, monkeypatch):
    monkeypatch.setattr(list_book, "MOST_ROWS", 1)
    answer = as_("goc").get("/ho-so/tai-ve?dang=xlsx")
    assert answer.status_code == 422
    assert "tải dạng CSV" in answer.content.decode()


def test_a_procedure_of_the_catalogue_is_called_by_its_name(held):
    publish_procedures([Procedure(code="1.1", name="Cấp giấy chứng nhận")], AT.date(), KEEPER, AT)
    for address in ("/ho-so/?tinh-trang=xong-tre", f"/ho-so/mot-cua:{LATE}/"):
        answer = as_("goc").get(address).content.decode()
        assert '<a href="/thu-tuc/1.1/">' in answer
        assert "Cấp giấy chứng nhận" in answer


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(held):
    Dossier.objects.whole().filter(code=LATE).update(unit="=1+1")
    answer = as_("goc").get("/ho-so/tai-ve?tinh-trang=xong-tre")
    assert "'=1+1" in b"".join(answer.streaming_content).decode()


def test_a_dossier_tells_why_this_date_who_held_it_and_what_it_did(held):
    page = see(as_("goc"), f"/ho-so/mot-cua:{LATE}/")
    assert "Xong quá hạn 4 ngày làm việc" in page
    assert "Hẹn trả 11/03/2024" in page
    assert "Vì sao ra ngày hẹn này" in page
    assert "Nguyễn Thị Lan, Phòng Một" in page
    assert "15/03/2024 09:00 Phát hành kết quả" in page


def test_a_promise_leads_to_the_briefing_of_its_week(held):
    said = {"cause": "coordination", "words": "Chờ thuế.", "promised_on": "04/11/2199"}
    client = as_("truong", "unit_head")
    assert client.post(f"/giao-ban/nguyen-nhan/mot-cua:{LATE}/", said).status_code == 302
    assert 'href="/giao-ban/?tuan=2199-W45"' in client.get(f"/ho-so/mot-cua:{LATE}/").content.decode()


def test_who_may_not_see_persons_sees_units_alone(held):
    client = as_("van-thu", "clerk")
    for address in ("/ho-so/", f"/ho-so/mot-cua:{LATE}/", f"/ho-so/mot-cua:{OPEN}/"):
        page = see(client, address)
        assert "Lan" not in page
        assert "Phòng Một" in page
    assert client.get("/ho-so/tai-ve").status_code == 403


def test_dossiers_of_another_body_are_not_there(held):
    client = as_("khac")
    assert "Chưa có hồ sơ nào trong phạm vi bạn được xem" in see(client, "/ho-so/")
    assert client.get(f"/ho-so/mot-cua:{LATE}/").status_code == 404
    assert client.get("/ho-so/mot-cua:khong-co/").status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/ho-so/?ma=a%00", 200), ("/ho-so/?tuan=9999-W52&viec=xong", 200), ("/ho-so/?tuan=0001-W01&viec=xong", 200),
        ("/ho-so/?sau-han=0001-01-01T00:00:00%2B07:00&sau=x", 200), ("/giao-ban/?tuan=9999-W52", 200), ("/ho-so/a%00b/", 404),
    ],
)  # fmt: skip
def test_an_address_that_means_nothing_breaks_nothing(held, address, status):
    assert as_("goc").get(address).status_code == status
