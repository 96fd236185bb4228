"""The columns of the list: chosen by who looks, kept in the address, the same in the files, never one that a role may not see."""

import csv
import io
import re

import pytest
from python_calamine import CalamineWorkbook

from app.deliveries import AT, bring
from baro.channels.web.dossiers.cells import cells
from baro.channels.wording.dossier_columns import COLUMNS, chosen_words, offered
from baro.desk.import_sources import Description, describe_source
from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.fields import CLASS_OF
from channels.web.dossiers.test_pages import KEEPER, as_, rows
from channels.web.imports.people import person
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
CODE = "H26.7-240304-0001"
USUAL = ["Mã hồ sơ", "Tình trạng", "Hẹn trả", "Tiếp nhận", "Đang giữ", "Đơn vị", "Thủ tục", "Sai lệch", "Dấu hiệu"]


@pytest.fixture(autouse=True)
def _held(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("goc", "tthc_control", "b-so")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)


def heads(client, asked: str = "") -> list[str]:
    page = client.get(f"/ho-so/{asked}").content.decode()
    return re.findall(r"<th[^>]*>([^<]*)</th>", page.partition("<thead>")[2].partition("</thead>")[0])


def boxes(client, asked: str = "") -> dict[str, bool]:
    page = client.get(f"/ho-so/{asked}").content.decode()
    return {word: bool(is_on) for word, is_on in re.findall(r'name="cot" value="([^"]+)"( checked)?>', page)}


def in_csv(client, asked: str = "") -> list[list[str]]:
    answer = client.get(f"/ho-so/tai-ve{asked}")
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", USUAL), ("?cot=", USUAL), ("?cot=khong-co", USUAL),
        ("?cot=hen-tra.ngay-tre", ["Mã hồ sơ", "Hẹn trả", "Số ngày trễ"]),
        ("?cot=ngay-tre&cot=hen-tra", ["Mã hồ sơ", "Hẹn trả", "Số ngày trễ"]),
        ("?cot=nguon.khong-co.nguon", ["Mã hồ sơ", "Nguồn dữ liệu"]),
        ("?cot=nguoi-giu.don-vi-giu.tinh-den", ["Mã hồ sơ", "Người đang giữ", "Đơn vị đang giữ", "Tính đến"]),
    ],
)  # fmt: skip
def test_the_address_says_which_columns(asked, shown):
    assert heads(as_("goc"), asked) == shown


def test_each_row_has_a_cell_for_each_column():
    every = ".".join(c.word for c in COLUMNS)
    page = as_("goc").get(f"/ho-so/?cot={every}").content.decode()
    rows = re.findall(r"<tr><th scope.*?</tr>", page, flags=re.S)
    assert [len(re.findall(r"<td[ >]", row)) for row in rows] == [len(COLUMNS)] * 3


def test_what_is_chosen_stays_while_one_filters_turns_the_page_and_lifts_the_filter():
    page = as_("goc").get("/ho-so/?cot=hen-tra.nguon&tinh-trang=xong-tre").content.decode()
    links = re.findall(r'<a href="(\?[^"]*)"[^>]*>(?:Tất cả|Xong trước)', page)
    assert len(links) == 2
    assert all("cot=hen-tra.nguon" in link for link in links)
    assert '<input type="hidden" name="cot" value="hen-tra.nguon">' in page
    assert 'href="/ho-so/?cot=hen-tra.nguon">Bỏ lọc' in page
    assert "/ho-so/tai-ve?tinh-trang=xong-tre&amp;cot=hen-tra.nguon" in page


def test_choosing_columns_keeps_the_filter_and_usual_ones_come_back():
    client = as_("goc")
    page = client.get("/ho-so/?cot=hen-tra&tinh-trang=xong-tre").content.decode()
    chooser = page.partition('<details class="chooser')[2].partition("</details>")[0]
    assert 'name="tinh-trang" value="xong-tre"' in chooser
    assert 'href="/ho-so/?tinh-trang=xong-tre">Cột mặc định' in chooser
    assert boxes(client, "?cot=hen-tra") == {c.word: c.word == "hen-tra" for c in COLUMNS}


def test_files_hold_the_columns_that_are_chosen():
    client = as_("goc")
    assert in_csv(client, "?tinh-trang=xong-tre&cot=hen-tra.ngay-tre.nguoi-giu") == [
        ["Mã hồ sơ", "Hẹn trả", "Số ngày trễ", "Người đang giữ"], [CODE, "11/03/2024", "4", ""],
    ]  # fmt: skip
    assert in_csv(client)[0] == [*USUAL[:4], "Kết thúc", *USUAL[4:]]
    book = client.get("/ho-so/tai-ve?dang=xlsx&tinh-trang=xong-tre&cot=ngay-tre")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(book.streaming_content))).get_sheet_by_name("Danh sách")
    assert sheet.to_python() == [["Mã hồ sơ", "Số ngày trễ"], [CODE, 4.0]]


def test_a_column_above_the_class_of_a_role_is_neither_offered_nor_shown():
    clerk = as_("van-thu", "clerk")
    assert "nguoi-giu" not in boxes(clerk)
    assert "nguoi-giu" in boxes(as_("goc"))
    assert heads(clerk, "?cot=nguoi-giu.hen-tra") == ["Mã hồ sơ", "Hẹn trả"]
    assert heads(clerk, "?cot=nguoi-giu") == USUAL
    assert "Lan" not in see(clerk, "/ho-so/?cot=nguoi-giu.don-vi-giu.dang-giu")


@pytest.mark.parametrize("sees", list(FieldClass))
def test_what_is_offered_follows_the_classes_of_the_fields(sees):
    told = offered(sees)
    assert {c.word for c in told} == {
        c.word for c in COLUMNS if all(CLASS_OF["dossier", name] <= sees for name in c.fields)
    }


def test_every_column_has_a_word_of_its_own_and_a_cell():
    words = [c.word for c in COLUMNS]
    assert len(set(words)) == len(words)
    assert chosen_words(".".join(reversed(words))) == tuple(words)
    assert set(words) == set(cells.__globals__["_CELLS"])
