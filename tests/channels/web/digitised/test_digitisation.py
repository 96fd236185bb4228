"""Digitisation by unit and month: every figure opens exactly its dossiers; the workbook tells the same; who may not read figures sees none."""

import html
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from baro.channels.web.digitised import told as digitised_told
from baro.channels.wording.dossier_address import address
from baro.records.models import Dossier
from baro.records.queries.dossier_lists import Kept, matching
from baro.rules.counted.periods import Period, Periods, read_periods
from baro.rules.observed.kinds import Kind
from channels.web.dossiers.test_pages import as_
from channels.web.imports.people import person
from channels.web.organisation.office import see
from channels.web.start.test_board import some_dossiers

pytestmark = pytest.mark.django_db
PAGE = "/so-hoa/?ky=2024-06"
COMPONENTS = f"{PAGE}&xem=thanh-phan"


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("goc", "tthc_control", "b-so")


def doors(client, page: str) -> list[tuple[str, str]]:
    """The figures of a page with the addresses behind them."""
    found = re.findall(r'<a href="/ho-so/(\?[^"]+)">([\d.,/]+)</a>', client.get(page).content.decode())
    return [(html.unescape(there), figure) for there, figure in found]


def behind(there: str) -> list[Dossier]:
    from baro.desk import permission
    from baro.records.queries.access import standing_of
    from channels.web.imports.people import AT

    scope = permission.scope(permission.asker_of(standing_of("p-goc"), at=AT), "dossier.read")
    asked = address({name: words[0] for name, words in parse_qs(urlsplit(there).query).items()})
    assert asked.meant
    return list(matching(scope, asked.asked))


def test_every_figure_of_results_opens_as_many_dossiers():
    some_dossiers()
    found = doors(as_("goc"), PAGE)
    words = {parse_qs(urlsplit(there).query)["viec"][0] for there, _ in found}
    assert words == {"co-ket-qua", "da-so-hoa", "chua-so-hoa", "ket-qua-ky-so", "ket-qua-vao-kho", "no-so-hoa"}
    for there, figure in found:
        count = len(behind(there))
        if "," in figure:  # a share: the dossiers behind it are its part
            whole = len(behind(there.replace("da-so-hoa", "co-ket-qua")))
            assert figure == f"{100 * count / whole:.1f}".replace(".", ",")
        elif "/" in figure:
            assert figure == f"{count}/{len(behind(there.replace('da-so-hoa', 'co-ket-qua')))}"
        else:
            assert (there, int(figure)) == (there, count)


def test_every_figure_of_components_opens_the_dossiers_whose_papers_it_counts():
    some_dossiers()
    found = doors(as_("goc"), COMPONENTS)
    counts = {
        "co-thanh-phan": lambda d: d.components, "thanh-phan-so-hoa": lambda d: d.components_copied,
        "thanh-phan-dung-lai": lambda d: d.components_reused,
        "thanh-phan-chua-so-hoa": lambda d: d.components - d.components_copied,
    }  # fmt: skip
    assert found
    for there, figure in found:
        word = parse_qs(urlsplit(there).query)["viec"][0]
        dossiers = behind(there)
        assert all(counts[word](one) > 0 for one in dossiers)
        if figure.isdecimal():
            assert int(figure) == sum(counts[word](one) for one in dossiers)


def test_what_is_left_is_all_that_has_a_result_and_no_copy():
    made = some_dossiers()
    left = [
        d for d in made if d.ended_kind == Kind.RELEASED and d.ended_at and not d.is_digitised and not d.result_copy
    ]
    assert f"còn {len(left)} kết quả chưa số hóa" in see(as_("goc"), PAGE)
    earlier = see(as_("goc"), "/so-hoa/?ky=2024-04")
    assert f"còn {len(left)} kết quả chưa số hóa" not in earlier


def test_a_page_without_a_month_ends_with_the_month_of_the_data_and_nonsense_asks_for_nothing():
    some_dossiers()
    plain = see(as_("goc"), "/so-hoa/")
    assert "Mười hai tháng đến tháng 6/2024" in plain
    assert see(as_("goc"), "/so-hoa/?ky=2024-Q1&xem=gi-do&co-quan=%00") == plain


def test_no_dossiers_are_told_as_such():
    assert "Chưa có số liệu của đơn vị nào mà bạn được xem." in see(as_("goc"), "/so-hoa/")


def test_the_units_with_most_left_stay_where_there_are_too_many(monkeypatch):
    some_dossiers()
    monkeypatch.setattr(digitised_told, "_ROWS", 1)
    client = as_("goc")
    assert "Xem thêm 2 đơn vị" in see(client, PAGE)
    assert "Xem thêm" not in see(client, f"{PAGE}&het=co")


def test_the_workbook_tells_the_same():
    made = some_dossiers()
    answer = as_("goc").get("/so-hoa/tai-ve?ky=2024-06")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    rows = book.get_sheet_by_index(0).to_python()
    head = next(k for k, row in enumerate(rows) if row[:3] == ["Cơ quan", "Đơn vị", "Tháng"])
    lines = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :] if row[2]]
    with_result = [d for d in made if d.ended_at and d.ended_kind == Kind.RELEASED]
    assert sum(line["Hồ sơ có kết quả"] for line in lines) == len(with_result)
    assert sum(line["Đã số hóa"] for line in lines) == sum(bool(d.is_digitised or d.result_copy) for d in with_result)
    assert sum(line["Thành phần đã ghi"] for line in lines) == sum(d.components for d in made)


def test_who_reads_figures_alone_sees_them_and_opens_nothing():
    some_dossiers()
    person("dai-bieu", "council_member", "b-so")
    client = as_("dai-bieu")
    assert "kết quả đã số hóa" in see(client, PAGE)
    assert not doors(client, PAGE)
    assert client.get("/so-hoa/tai-ve").status_code == 403


def test_another_body_sees_nothing_of_it():
    some_dossiers()
    person("khac", "tthc_control", "b-khac")
    assert "Chưa có số liệu của đơn vị nào mà bạn được xem." in see(as_("khac"), "/so-hoa/")


@pytest.mark.parametrize("address", ["/so-hoa/", COMPONENTS])
def test_it_costs_so_many_statements_however_many_dossiers_there_are(address):
    client, found = as_("goc"), []
    for count in (60, 150):
        Dossier.objects.whole().all()._raw_delete(connection.alias)
        some_dossiers(count)
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        found.append(len(asked))
    assert found[0] == found[1]


def test_periods_are_read_as_written():
    assert read_periods("2023-07..2024-06") == Periods(Period(2023, 1, 7), Period(2024, 1, 6))
    assert read_periods("2023-07..2024-06").written == "2023-07..2024-06"
    assert [read_periods(text) for text in ("2024-06..2023-07", "..", "2024-06..", "x..2024")] == [None] * 4
    assert set(Kept)


def test_a_clerk_who_reads_no_units_figures_is_led_to_what_they_may_digitise():
    made = some_dossiers()
    person("van-thu", "clerk", "b-so")
    client = as_("van-thu")
    page = client.get("/so-hoa/").content.decode()
    there = html.unescape(re.search(r'href="(/ho-so/\?[^"]+)"', page)[1])
    left = [
        d for d in made if d.ended_at and d.ended_kind == Kind.RELEASED and not d.is_digitised and not d.result_copy
    ]
    assert f"{len(left)} hồ sơ có kết quả chưa số hóa" in see(client, there)
