"""English on pages: chosen by a form, kept in a cookie, never by what a browser prefers; data are shown as they are."""

import html

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from baro.desk.import_sources import Description, describe_source
from baro.records.models import Dossier
from channels.web.imports.people import AT, person
from channels.web.lookup.test_look_up import held
from desk.an_organisation import BY

pytestmark = pytest.mark.django_db
CHOOSE = "/ngon-ngu"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    cache.clear()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), BY, AT)


def choose(client: Client, language: str, back: str = "/tra-cuu/"):
    return client.post(CHOOSE, {"language": language, "next": back})


def english() -> Client:
    client = Client()
    choose(client, "en")
    return client


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_page_is_vietnamese_whatever_the_browser_prefers():
    page = read(Client(HTTP_ACCEPT_LANGUAGE="en"), "/tra-cuu/")
    assert '<html lang="vi">' in page and "Tra cứu hồ sơ" in page
    assert '<button name="language" value="en" lang="en">English</button>' in page


def test_who_chose_english_reads_english_signed_out_and_comes_back_to_the_page():
    client = Client()
    answer = choose(client, "en", "/tra-cuu/?x=1")
    assert (answer.status_code, answer["Location"]) == (302, "/tra-cuu/?x=1")
    page = read(client, "/tra-cuu/")
    assert '<html lang="en">' in page and "Look up a dossier" in page and "Tra cứu" not in page
    assert '<button name="language" value="vi" lang="vi">Tiếng Việt</button>' in page


def test_who_chose_vietnamese_again_reads_vietnamese():
    client = english()
    choose(client, "vi")
    assert '<html lang="vi">' in read(client, "/tra-cuu/")


def test_nobody_is_sent_elsewhere_and_no_other_language_is_kept():
    assert choose(Client(), "en", "https://elsewhere.example/")["Location"] == "/"
    client = Client()
    choose(client, "de")
    assert '<html lang="vi">' in read(client, "/tra-cuu/")


def test_a_link_changes_nothing_and_a_form_from_elsewhere_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.get(f"{CHOOSE}?language=en")
    assert choose(client, "en").status_code == 403
    assert '<html lang="vi">' in read(client, "/tra-cuu/")


def test_the_cookie_is_kept_from_scripts():
    cookie = choose(Client(), "en").cookies["baro-language"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_the_next_page_of_another_person_is_vietnamese():
    read(english(), "/tra-cuu/")
    assert translation.get_language() == "vi"
    assert '<html lang="vi">' in read(Client(), "/tra-cuu/")


def test_errors_and_refusals_speak_english():
    client = english()
    assert "There is no page at this address" in read(client, "/khong-co")
    client.force_login(person("lan", "technical_admin", ""))
    assert "Your present role does not open this page" in read(client, "/ho-so/") or "You have no right" in read(
        client, "/ho-so/"
    )


def test_what_a_form_refuses_is_said_in_english():
    page = english().post("/tra-cuu/", {"ma": "", "ngay": "31/02/2024"}).content.decode()
    assert "The dossier code is missing." in page and "“31/02/2024” is not in the calendar" in page


@pytest.mark.parametrize(
    "name", ["<b>Quá hạn</b>", "Quá hạn", "Văn thư", "Thông báo", "từ 01/01/2024", "Hồ sơ {0} & {{ 1 }}"]
)
def test_data_stay_as_they_are(name):
    held("H26-1", unit=name)
    client = english()
    page = client.post("/tra-cuu/", {"ma": "H26-1", "ngay": "02/04/2024"}).content.decode()
    assert f"<dd>{html.escape(name)}</dd>" in page and "Where it is dealt with" in page
    client.force_login(person("lan", "tthc_control", "b-so"))
    listed = read(client, "/ho-so/")
    assert f"<td>{html.escape(name)}</td>" in listed and "Dossier code" in listed
    assert Dossier.objects.whole().get().unit == name


def test_numbers_and_days_are_written_as_in_vietnamese():
    held("H26-1")
    page = english().post("/tra-cuu/", {"ma": "H26-1", "ngay": "02/04/2024"}).content.decode()
    assert "<dd>10/04/2024</dd>" in page


def test_the_api_speaks_vietnamese_alone():
    client = english()
    assert client.get("/api/v1/dossiers").content == Client().get("/api/v1/dossiers").content
