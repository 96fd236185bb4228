"""The whole of the demo authority as PostgreSQL's application role: built (with its import by COPY), read, replayed, served."""

import pytest
from django.db import connection

from baro.records.models import Dossier
from baro.records.replay import differences
from baro.records.row_security.session import system
from channels.web.imports.people import person
from channels.web.imports.test_pages import file, to_check, upload, work
from journeys.test_article import ARTICLE, build, figures


@pytest.fixture
def authority(application, settings, tmp_path):
    """The demo authority, built by the application's role from its first act on."""
    settings.HOME = tmp_path
    for folder in ("store", "files", "keys", "log"):
        (tmp_path / folder).mkdir()
    build()


def test_it_is_built_counted_and_replayed(authority):
    assert figures() == {**ARTICLE, "dossiers_per_year": 3000}
    assert differences() == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossier")
        assert cursor.fetchone()[0] == 0  # whoever asks past the scope
    assert Dossier.objects.whole().count() == 0


def test_a_file_comes_in_by_the_pages(application, client, settings, tmp_path):
    settings.IMPORT_JOBS, settings.HOME = "by-hand", tmp_path
    (tmp_path / "keys").mkdir()
    client.force_login(person("lan", "tthc_control"))
    ticket = upload(client, file())
    work(client, ticket, "look")
    to_check(client, ticket)
    client.post(f"/nhap-du-lieu/dang-nhap/{ticket}/nhan")
    assert "Biên bản đối soát dữ liệu" in work(client, ticket, "receive")
    with system():
        assert Dossier.objects.whole().count() == 12
    assert Dossier.objects.whole().count() == 0
    assert client.get("/").status_code == 200
